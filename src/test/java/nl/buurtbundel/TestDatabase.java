package nl.buurtbundel;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Gives the server under test a fresh database of its own, before it starts: an H2 file, or a real PostgreSQL with {@code
 * -Dit.database=postgresql}. The server learns of it only by settings, as in production.
 */
public class TestDatabase implements LauncherSessionListener {
    private @Nullable EmbeddedPostgres postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("payara.microJar") == null) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "it-");
            String settings = "postgresql".equals(System.getProperty("it.database"))
                    ? postgresql(folder)
                    : "-Ddb.url=jdbc:h2:file:" + folder.toAbsolutePath()
                            + "/it;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";
            System.setProperty(
                    "payara.cmdOptions",
                    settings + startedForShort() + " -Djava.io.tmpdir="
                            + System.getProperty("java.io.tmpdir")
                            + " -Duser.timezone=UTC -Dpseudonym.key.file=" + folder.toAbsolutePath() + "/pseudonym.key"
                            + forProofs());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Proofs that run inside the server learn there how often, where their figures go and where real material lies. */
    private static String forProofs() {
        return " -Dit.database=" + System.getProperty("it.database", "h2")
                + " -Dverify.folder=" + Path.of("target/verify").toAbsolutePath()
                + " -Dshared.data="
                + Path.of(System.getProperty("shared.data", "../shared/data")).toAbsolutePath()
                + passedOn("rounds")
                + passedOn("steps")
                + passedOn("transfers");
    }

    /** A server that lives for a few tests is up sooner with the quick compiler; what is measured or long gets the whole. */
    private static String startedForShort() {
        boolean measured = Stream.of("rounds", "steps", "transfers").anyMatch(name -> System.getProperty(name) != null);
        return measured ? "" : " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    }

    private static String passedOn(String name) {
        String value = System.getProperty(name);
        return value == null ? "" : " -D" + name + '=' + value;
    }

    private String postgresql(Path folder) throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.toFile())
                .start();
        return "-Ddb.datasource=org.postgresql.ds.PGSimpleDataSource -Ddb.url=jdbc:postgresql://localhost:"
                + postgres.getPort() + "/postgres -Ddb.user=postgres -Ddb.password=postgres";
    }
}
