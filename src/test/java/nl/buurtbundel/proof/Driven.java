package nl.buurtbundel.proof;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.browser.RunningProduct;
import nl.buurtbundel.decision.DecisionRoad;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** The product with {@link ProofDriver} in it, running in a process and folder of its own. */
final class Driven {
    private final HttpClient client = HttpClient.newHttpClient();
    private final RunningProduct product;

    private Driven(RunningProduct product) {
        this.product = product;
    }

    /** The packaged WAR with the driver added, made anew. */
    static Path war() throws IOException {
        Path war = Files.createDirectories(Path.of("target", "proof")).resolve("buurtbundel.war");
        PackagedWar.with(ProofDriver.class, DecisionRoad.class)
                .as(ZipExporter.class)
                .exportTo(war.toFile(), true);
        return war;
    }

    static Driven start(Path war, Path folder, String... settings) throws IOException {
        RunningProduct product = RunningProduct.launch(war, folder, settings);
        product.await("/openbaar", "</html>");
        return new Driven(product);
    }

    /** Starts for a short life on this database, without the demo. */
    static Driven start(Path war, Path folder, ProofDatabase database, String... more) throws IOException {
        List<String> settings = new ArrayList<>(List.of(RunningProduct.SHORT_LIFE));
        settings.add("-Ddemo=false");
        settings.addAll(database.settings());
        settings.addAll(List.of(more));
        return start(war, folder, settings.toArray(String[]::new));
    }

    RunningProduct product() {
        return product;
    }

    /** Asks for a deed and gives the lines of the answer; an exception means that nobody knows whether it was done. */
    List<String> ask(String deed, Object what) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(product.url("/proof")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("deed=" + deed + "&what="
                                + URLEncoder.encode(String.valueOf(what), StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(deed + " " + what + ": " + answer.statusCode() + "\n" + product.log());
        }
        return answer.body().lines().toList();
    }
}
