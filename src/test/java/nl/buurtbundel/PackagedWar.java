package nl.buurtbundel;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as it is delivered, for tests inside the server. */
public final class PackagedWar {

    /** What a server leaves in the folder for temporary files; it is one of this build, and one server runs at a time. */
    private static final Pattern LEFT_BEHIND = Pattern.compile("(payaramicro-rt|arquillian-payara-micro).*");

    private PackagedWar() {}

    /** A deployment named as the context root of the tests; with the classes that the test needs beside itself. */
    public static WebArchive with(Class<?>... testClasses) {
        clearAfterEarlierServers();
        return ShrinkWrap.create(ZipImporter.class, "buurtbundel.war")
                .importFrom(new File(System.getProperty("buurtbundel.war", "target/buurtbundel.war")))
                .as(WebArchive.class)
                .addClasses(testClasses);
    }

    private static void clearAfterEarlierServers() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        if (!temporary.equals(Path.of("target").toAbsolutePath())) {
            // somebody runs one test from an editor: that folder is not ours to clear
            return;
        }
        try (Stream<Path> entries = Files.list(temporary)) {
            entries.filter(entry ->
                            LEFT_BEHIND.matcher(entry.getFileName().toString()).matches())
                    .forEach(Folders::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
