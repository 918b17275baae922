package nl.buurtbundel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.Figures;
import nl.buurtbundel.browser.RunningProduct;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** How long until the product answers on a filled database, beside a WAR with one page in the same server. */
class StartIT {
    private static final int ROUNDS = Integer.getInteger("rounds", 1);
    private static final String PAGE = "<html>empty</html>";

    @Test
    void the_product_starts_on_its_filled_database_in_a_measured_multiple_of_an_empty_war() throws Exception {
        Path product = Path.of(System.getProperty("buurtbundel.war", "target/buurtbundel.war"));
        Path empty = empty();
        RunningProduct first = RunningProduct.startDemo();
        first.kill();
        Path filled = first.folder();
        Path nothing = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "empty-");

        List<Long> products = new ArrayList<>();
        List<Long> empties = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            empties.add(start(empty, nothing, "/", PAGE));
            products.add(start(product, filled, "/openbaar", "</html>"));
        }
        assertThat(median(products)).isPositive();
        Figures.of("start")
                .put("starts of each, alternately", ROUNDS)
                .putDecimal("product on a filled database, seconds, median", median(products))
                .put("product, all", seconds(products))
                .putDecimal("empty WAR, seconds, median", median(empties))
                .put("empty WAR, all", seconds(empties))
                .putDecimal("ratio", median(products) / median(empties))
                .write();
    }

    private static long start(Path war, Path folder, String path, String words) throws IOException {
        long start = System.nanoTime();
        RunningProduct running = RunningProduct.launch(war, folder);
        try {
            running.await(path, words);
            return System.nanoTime() - start;
        } finally {
            running.kill();
        }
    }

    private static Path empty() throws IOException {
        Path war = Files.createDirectories(Path.of("target", "proof")).resolve("empty.war");
        ShrinkWrap.create(WebArchive.class, "empty.war")
                .addAsWebResource(new StringAsset(PAGE), "index.html")
                .as(ZipExporter.class)
                .exportTo(war.toFile(), true);
        return war;
    }

    private static double median(List<Long> nanoseconds) {
        List<Long> sorted = nanoseconds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        long twice = sorted.size() % 2 == 1 ? 2 * sorted.get(middle) : sorted.get(middle - 1) + sorted.get(middle);
        return twice / 2e9;
    }

    private static String seconds(List<Long> nanoseconds) {
        return nanoseconds.stream()
                .map(each -> String.format(java.util.Locale.ROOT, "%.2f", each / 1e9))
                .toList()
                .toString();
    }
}
