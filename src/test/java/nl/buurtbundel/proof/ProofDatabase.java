package nl.buurtbundel.proof;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The database that a product is killed on: the H2 file in its folder, or with {@code it.database} a PostgreSQL beside it. */
final class ProofDatabase implements AutoCloseable {
    private final Path folder;
    private final @Nullable EmbeddedPostgres postgres;

    private ProofDatabase(Path folder, @Nullable EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    static ProofDatabase of(Path folder) throws IOException {
        return new ProofDatabase(
                folder,
                name().equals("postgresql")
                        ? EmbeddedPostgres.builder()
                                .setOverrideWorkingDirectory(folder.toFile())
                                .start()
                        : null);
    }

    static String name() {
        return System.getProperty("it.database", "h2");
    }

    /** What the product is told of it. */
    List<String> settings() {
        return postgres == null
                ? List.of()
                : List.of(
                        "-Ddb.datasource=org.postgresql.ds.PGSimpleDataSource",
                        "-Ddb.url=" + url(),
                        "-Ddb.user=postgres",
                        "-Ddb.password=postgres");
    }

    /** The same for the commands in deployment. */
    Map<String, String> environment() {
        return postgres == null ? Map.of() : Map.of("DB_URL", url(), "DB_USER", "postgres", "DB_PASSWORD", "postgres");
    }

    private String url() {
        return Objects.requireNonNull(postgres)
                .getJdbcUrl("postgres", "postgres")
                .replaceAll("\\?.*", "");
    }

    /** What a process that was killed left in it. */
    Remains remains() throws IOException, SQLException {
        return postgres == null
                ? Remains.of(folder)
                : Remains.of(postgres.getPostgresDatabase().getConnection());
    }

    @Override
    public void close() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }
}
