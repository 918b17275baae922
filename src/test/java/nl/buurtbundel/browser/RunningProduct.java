package nl.buurtbundel.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.buurtbundel.Folders;

/**
 * The product as {@code deployment/run} starts it: the packaged WAR in the server, in a process and folder of its own, so
 * that it can also be killed.
 */
public final class RunningProduct implements AutoCloseable {
    /** For many short lives, or two cores: what the compiler would win later is lost at once. */
    public static final String[] SHORT_LIFE = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"};

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 100;
    private static final String SERVER = "server";

    private final Process process;
    private final int port;
    private final Path folder;

    private RunningProduct(Process process, int port, Path folder) {
        this.process = process;
        this.port = port;
        this.folder = folder;
    }

    /** Starts in a new folder and waits until the demo has been loaded. */
    public static RunningProduct startDemo(String... settings) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "product-");
        RunningProduct product = start(folder, settings);
        product.awaitDemo();
        return product;
    }

    /** Starts on what an earlier process left in this folder. */
    public static RunningProduct start(Path folder, String... settings) throws IOException {
        RunningProduct product =
                launch(Path.of(System.getProperty("buurtbundel.war", "target/buurtbundel.war")), folder, settings);
        product.await("/openbaar", "</html>");
        return product;
    }

    /** Starts this WAR in the same server and in the same way; waits for nothing. */
    public static RunningProduct launch(Path war, Path folder, String... settings) throws IOException {
        int port = freePort();
        // what an earlier process unpacked is no more used than by deployment/run
        Folders.delete(folder.resolve(SERVER));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8"));
        command.addAll(List.of(settings));
        command.addAll(List.of(
                "-jar",
                Path.of(System.getProperty("payara.microJar", "target/payara-micro.jar"))
                        .toAbsolutePath()
                        .toString(),
                "--deploy",
                war.toAbsolutePath().toString(),
                "--contextroot",
                "/",
                "--port",
                Integer.toString(port),
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                Path.of("deployment/server.txt").toAbsolutePath().toString(),
                "--rootdir",
                folder.resolve(SERVER).toAbsolutePath().toString()));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
        // a test that fails half-way leaves no server behind
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new RunningProduct(process, port, folder);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether this page is served, now. */
    public boolean answers(String path) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(url(path)))
                                            .timeout(Duration.ofSeconds(10))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException nobody) {
            return false;
        }
    }

    public long pid() {
        return process.pid();
    }

    public String url(String path) {
        return "http://localhost:" + port + path;
    }

    public Path folder() {
        return folder;
    }

    /** Ends the process the hard way, as a power cut of the program would. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public String log() {
        try {
            return Files.readString(folder.resolve("server.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void awaitDemo() throws IOException {
        await("/inloggen", "data-ready=\"true\"");
    }

    /** Waits until this page answers with these words. */
    public void await(String path, String words) throws IOException {
        HttpClient client = HttpClient.newHttpClient();
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUpAt) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The server stopped:\n" + log());
            }
            try {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create(url(path)))
                                .timeout(Duration.ofSeconds(10))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200 && answer.body().contains(words)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            } catch (IOException notYet) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("Not ready in " + PATIENCE + " at " + path + ":\n" + log());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // what the server unpacked for itself; the data and its log stay for who looks into a failure
        Folders.delete(folder.resolve(SERVER));
    }
}
