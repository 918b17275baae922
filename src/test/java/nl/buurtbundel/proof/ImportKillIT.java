package nl.buurtbundel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.buurtbundel.Figures;
import nl.buurtbundel.browser.RunningProduct;
import org.junit.jupiter.api.Test;

/** The demo comes in through the real intake. Whenever that is cut off, starting again is all it takes. */
class ImportKillIT {
    private static final int KILLS = Integer.getInteger("rounds", 2);
    private static final int KILLS_A_FOLDER = 4;
    private static final long SEED = Long.getLong("seed", 9901);

    private final Random random = new Random(SEED);
    private final List<Long> recoveries = new ArrayList<>();
    private int killed;
    private int duringImport;

    @Test
    void an_import_that_is_killed_again_and_again_ends_with_what_an_uninterrupted_one_has() throws Exception {
        Path undisturbed = folder();
        RunningProduct product = RunningProduct.start(undisturbed, RunningProduct.SHORT_LIFE);
        long start = System.nanoTime();
        product.awaitDemo();
        long loading = System.nanoTime() - start;
        product.kill();
        Map<String, List<String>> whole = contents(undisturbed);
        assertThat(whole.get("received_message"))
                .as("every file once")
                .hasSize(files(undisturbed))
                .doesNotHaveDuplicates();

        int compared = 0;
        while (killed < KILLS) {
            Path folder = folder();
            killSomeTimes(folder, loading, whole);
            RunningProduct last = start(folder);
            last.awaitDemo();
            last.kill();
            Map<String, List<String>> contents = contents(folder);
            assertThat(contents.keySet()).isEqualTo(whole.keySet());
            for (String table : whole.keySet()) {
                assertThat(contents.get(table)).as(table + " in " + folder).isEqualTo(whole.get(table));
            }
            compared++;
        }
        recoveries.sort(null);
        Figures.of("kills-import")
                .put("seed", SEED)
                .put("kills", killed)
                .put("of which while the import ran", duringImport)
                .put("databases finished and compared, row by row", compared)
                .put(
                        "messages, each received once",
                        whole.get("received_message").size())
                .put("provisions", whole.get("provision").size())
                .put("persons", whole.get("person").size())
                .put("households", whole.get("household").size())
                .putSeconds("seconds of an undisturbed import", loading)
                .putSeconds("seconds to answer after a kill, median", recoveries.get(recoveries.size() / 2))
                .putSeconds("seconds to answer after a kill, slowest", recoveries.get(recoveries.size() - 1))
                .write();
    }

    private void killSomeTimes(Path folder, long loading, Map<String, List<String>> whole) throws Exception {
        for (int kill = 0; kill < KILLS_A_FOLDER && killed < KILLS; kill++) {
            RunningProduct product =
                    kill == 0 ? RunningProduct.start(folder, RunningProduct.SHORT_LIFE) : start(folder);
            // what was taken before goes faster the next time
            TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * loading / (kill + 1)));
            product.kill();
            killed++;
            try (Remains remains = Remains.of(folder)) {
                duringImport += remains.number("select count(*) from import_lock") == 1 ? 1 : 0;
                Map<String, List<String>> contents = remains.contents();
                assertThat(contents.get("received_message")).doesNotHaveDuplicates();
                assertThat(new HashSet<>(whole.get("received_message")))
                        .as("messages after kill " + killed)
                        .containsAll(contents.get("received_message"));
                assertThat(remains.number("select coalesce(sum(amount_cents), 0) from ledger_posting"))
                        .isZero();
            }
        }
    }

    private RunningProduct start(Path folder) throws IOException {
        long start = System.nanoTime();
        RunningProduct product = RunningProduct.start(folder, RunningProduct.SHORT_LIFE);
        recoveries.add(System.nanoTime() - start);
        return product;
    }

    private static Map<String, List<String>> contents(Path folder) throws IOException, SQLException {
        try (Remains remains = Remains.of(folder)) {
            assertThat(remains.number("select count(*) from import_lock")).isZero();
            assertThat(remains.rows("select state from import_run order by started_at desc fetch first 1 row only"))
                    .containsExactly("DONE");
            assertThat(remains.number("select count(*) from import_run where state = 'RUNNING'"))
                    .isZero();
            return remains.contents();
        }
    }

    private static int files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data/demo/start/berichten"))) {
            return (int) files.count();
        }
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "import-kill-");
    }
}
