package nl.buurtbundel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import nl.buurtbundel.Figures;
import nl.buurtbundel.browser.RunningProduct;
import org.junit.jupiter.api.Test;

/**
 * The very first start makes the schema and the pseudonym key. Killed anywhere in between, starting again is all it takes,
 * and what comes of it is what an undisturbed first start makes.
 */
class FirstStartKillIT {
    private static final int KILLS = Integer.getInteger("rounds", 2);
    private static final long SEED = Long.getLong("seed", 9901);
    private static final Path WAR = Path.of(System.getProperty("buurtbundel.war", "target/buurtbundel.war"));
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private static final String REFUSED = "is not the one this database was filled with";

    private final Random random = new Random(SEED);
    private final List<Long> recoveries = new ArrayList<>();

    @Test
    void a_first_start_that_is_killed_anywhere_needs_no_help() throws Exception {
        Path undisturbed = folder();
        RunningProduct reference = launch(undisturbed);
        await(reference, () -> Files.exists(key(undisturbed)));
        long grown = size(undisturbed);
        reference.await("/openbaar", "</html>");
        reference.kill();
        List<String> whole = schema(undisturbed);
        assertThat(whole).isNotEmpty();
        long tables = tables(undisturbed);

        int withHalfASchema = 0;
        int withoutKey = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            Path folder = folder();
            RunningProduct first = launch(folder);
            // the file grows with every statement, so its size tells how far the schema is
            long size = 1 + (long) (random.nextDouble() * grown);
            await(first, () -> size(folder) >= size);
            first.kill();
            withoutKey += Files.exists(key(folder)) ? 0 : 1;
            long made = tables(folder);
            withHalfASchema += made > 0 && made < tables ? 1 : 0;

            long start = System.nanoTime();
            RunningProduct second = launch(folder);
            second.await("/openbaar", "</html>");
            recoveries.add(System.nanoTime() - start);
            second.kill();

            assertThat(schema(folder)).as("schema after kill " + kill).isEqualTo(whole);
            assertThat(Files.readString(key(folder))).matches("[0-9a-f]{64}");
        }
        recoveries.sort(null);
        Figures.of("kills-first-start")
                .put("seed", SEED)
                .put("first starts killed", KILLS)
                .put("of which with half a schema", withHalfASchema)
                .put("of which before there was a key", withoutKey)
                .putSeconds("seconds to answer after a kill, median", recoveries.get(recoveries.size() / 2))
                .putSeconds("seconds to answer after a kill, slowest", recoveries.get(recoveries.size() - 1))
                .write();
    }

    @Test
    void with_another_pseudonym_key_nobody_is_served() throws Exception {
        Path folder = folder();
        RunningProduct first = launch(folder);
        first.await("/openbaar", "</html>");
        first.kill();
        Files.writeString(key(folder), "0123456789abcdef".repeat(4));

        RunningProduct second = launch(folder);
        try {
            await(second, () -> second.log().contains(REFUSED));
            await(
                    second,
                    () -> !second.isAlive()
                            || second.log().lastIndexOf(" ready in ")
                                    > second.log().indexOf(REFUSED));
            assertThat(second.answers("/openbaar")).isFalse();
        } finally {
            second.kill();
        }
    }

    private static RunningProduct launch(Path folder) throws IOException {
        return RunningProduct.launch(
                WAR, folder, RunningProduct.SHORT_LIFE[0], RunningProduct.SHORT_LIFE[1], "-Ddemo=false");
    }

    private static Path key(Path folder) {
        return folder.resolve("data/pseudonym.key");
    }

    private static long size(Path folder) {
        try {
            return Files.size(folder.resolve("data/buurtbundel.mv.db"));
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static long tables(Path folder) throws IOException, SQLException {
        try (Remains remains = Remains.of(folder)) {
            return remains.number("select count(*) from information_schema.tables where table_schema = 'PUBLIC'");
        }
    }

    private static void await(RunningProduct product, java.util.function.BooleanSupplier condition)
            throws InterruptedException {
        long giveUpAt = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(product::log).isLessThan(giveUpAt);
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    /** Every column of every table, and the migrations that made them. */
    private static List<String> schema(Path folder) throws IOException, SQLException {
        try (Remains remains = Remains.of(folder)) {
            assertThat(remains.number("select count(*) from pseudonym_key")).isEqualTo(1);
            List<String> schema = new ArrayList<>(remains.rows("select table_schema, table_name, column_name, data_type"
                    + " from information_schema.columns where table_schema <> 'INFORMATION_SCHEMA' order by 1, 2, 3"));
            schema.addAll(remains.rows(
                    "select \"version\", \"success\" from \"flyway_schema_history\" order by \"installed_rank\""));
            schema.addAll(remains.rows("select schema_name from information_schema.schemata order by 1"));
            return schema;
        }
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "first-start-kill-");
    }
}
