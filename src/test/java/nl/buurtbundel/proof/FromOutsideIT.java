package nl.buurtbundel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.buurtbundel.browser.RunningProduct;
import nl.buurtbundel.decision.DecisionRoad;
import nl.buurtbundel.shell.demo.DemoMunicipality;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the running product lets out: headers and cookies by plain HTTP, and the log of the server. */
class FromOutsideIT {
    private static final String SECRET = "Geheim-9906-vertrouwelijk";
    /** Passes no eleven test, so that it is refused and the refusal has something to tell. */
    private static final String WRONG_BSN = "912345678";

    /** The line of the answer to an import. */
    private static final int FILES_REFUSED = 2;

    private static final List<String> PUBLIC = List.of(
            "/openbaar",
            "/openbaar/",
            "/openbaar?taal=en",
            "/openbaar/over",
            "/openbaar/mag-dit",
            "/openbaar/buurten/GM9901.geojson",
            "/openbaar/buurtplan/1",
            "/openbaar/onbekend",
            "/openbaar.css",
            "/inloggen",
            "/inloggen?taal=en");
    private static final List<String> OTHER = List.of(
            "/",
            "/besluiten",
            "/onbekend",
            "/onbekend.php",
            "/.well-known/security.txt",
            "/icon.svg",
            "/VAADIN/onbekend.js",
            "/VAADIN/build/../../WEB-INF/web.xml",
            "/WEB-INF/web.xml",
            "/?v-r=init&location=",
            "/?v-r=uidl",
            "/?v-r=heartbeat");
    private static final Pattern SCRIPT = Pattern.compile("<script\\b[^>]*>");
    private static final Pattern NONCE = Pattern.compile("nonce-([A-Za-z0-9_-]{20,})'");

    private static Driven driven;

    @BeforeAll
    static void start() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "outside-");
        driven = Driven.start(Driven.war(), folder);
        driven.product().awaitDemo();
    }

    @AfterAll
    static void stop() {
        if (driven != null) {
            driven.product().close();
        }
    }

    @Test
    void every_answer_has_the_security_headers() throws Exception {
        List<String> all = new ArrayList<>(PUBLIC);
        all.addAll(OTHER);
        for (String path : all) {
            for (String method : List.of("GET", "HEAD", "POST", "OPTIONS")) {
                requireHeaders(method + " " + path, ask(HttpClient.newHttpClient(), method, path));
            }
        }
    }

    @Test
    void the_page_that_reckons_with_what_somebody_lives_on_can_send_nothing_anywhere() throws Exception {
        requireNothingFromElsewhere(
                List.of("/openbaar/portemonnee", "/openbaar/portemonnee?taal=en", "/portemonnee.js"),
                "connect-src 'none'");
        assertThat(ask(HttpClient.newHttpClient(), "GET", "/openbaar/portemonnee")
                        .body())
                .containsOnlyOnce("<script ")
                .contains("<script src=\"/portemonnee.js\" defer></script>")
                .doesNotContainPattern("(?i)<style|javascript:|\\son[a-z]+\\s*=|\\sstyle\\s*=|\\saction\\s*=");
    }

    @Test
    void the_page_that_locks_what_a_circle_writes_talks_to_its_own_server_alone() throws Exception {
        requireNothingFromElsewhere(
                List.of("/openbaar/eigen-plan", "/openbaar/eigen-plan?taal=en", "/eigen-plan.js"),
                "connect-src 'self'");
        assertThat(ask(HttpClient.newHttpClient(), "GET", "/openbaar/eigen-plan")
                        .body())
                .containsOnlyOnce("<script ")
                .doesNotContainPattern("(?i)<style|javascript:|\\son[a-z]+\\s*=|\\sstyle\\s*=|\\saction\\s*=");
    }

    private void requireNothingFromElsewhere(List<String> paths, String mayAsk) throws Exception {
        for (String path : paths) {
            HttpResponse<String> answer = ask(HttpClient.newHttpClient(), "GET", path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(policy(answer))
                    .as(path)
                    .startsWith("default-src 'none'; script-src 'self';")
                    .contains(mayAsk, "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "*", "data:");
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
        }
    }

    @Test
    void the_door_of_a_room_takes_locked_text_and_nothing_else() throws Exception {
        String number = "outside-0000000000000a";
        String key = "\"room\":\"" + number + "\",\"door\":\"" + "d".repeat(43) + "\"";
        String write = "{\"do\":\"write\"," + key + ",\"revision\":1,\"nonce\":\"" + "n".repeat(16) + "\",\"content\":";
        String json = "application/json";
        assertThat(door(json, "{\"do\":\"read\"," + key + "}")).isEqualTo(404);
        assertThat(door(json, write + "\"plain text\"}")).isEqualTo(400);
        assertThat(door(json, write + "\"" + "x".repeat(100_001) + "\"}")).isEqualTo(400);
        assertThat(door(json, write + "\"" + "x".repeat(200_000) + "\"}")).isEqualTo(413);
        assertThat(door("text/plain", write + "\"x\"}")).isEqualTo(415);
        assertThat(door(json, write + "\"x\"}")).isEqualTo(204);
        assertThat(door(json, write + "\"y\"}")).isEqualTo(409);
        assertThat(door(json, "{\"do\":\"read\"," + key.replace("dd", "ee") + "}"))
                .isEqualTo(404);
        for (String wrong : List.of("", "[]", "{}", "{\"do\":1}", "{\"do\":\"list\"," + key + "}", "x".repeat(1_000))) {
            assertThat(door(json, wrong)).as(wrong).isEqualTo(400);
        }
        assertThat(ask(HttpClient.newHttpClient(), "GET", "/openbaar/eigen-plan/kamer")
                        .statusCode())
                .isEqualTo(405);
        assertThat(door(json, "{\"do\":\"remove\"," + key + "}")).isEqualTo(204);
        assertThat(door(json, "{\"do\":\"read\"," + key + "}")).isEqualTo(404);
        assertThat(driven.product().log()).doesNotContain(number);
    }

    private static int door(String type, String body) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(driven.product().url("/openbaar/eigen-plan/kamer")))
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        return answer.statusCode();
    }

    @Test
    void a_mistake_of_ours_has_the_security_headers_and_tells_nothing_about_itself() throws Exception {
        for (Map.Entry<String, Integer> deed :
                Map.of("fail", 500, "unknown", 400).entrySet()) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(driven.product().url("/proof")))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            "deed=" + deed.getKey() + "&what=inside-of-the-house"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(deed.getKey()).isEqualTo(deed.getValue());
            requireHeaders(deed.getKey(), answer);
            assertThat(answer.body()).contains("</html>").doesNotContain("inside-of-the-house");
        }
    }

    @Test
    void public_pages_have_the_strict_policy_and_neither_script_nor_cookie() throws Exception {
        for (String path : PUBLIC) {
            HttpResponse<String> answer = ask(HttpClient.newHttpClient(), "GET", path);
            assertThat(policy(answer))
                    .as(path)
                    .startsWith("default-src 'none';")
                    .contains("frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe", "script-src", "*", "data:");
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
            assertThat(answer.body())
                    .as(path)
                    .doesNotContainPattern("(?i)<script|<style|javascript:|\\son[a-z]+\\s*=|\\sstyle\\s*=");
        }
    }

    @Test
    void who_is_not_logged_in_is_led_to_the_front_page_or_to_the_login_without_a_session() throws Exception {
        requireLedToTheDoor(driven.product());
    }

    private static void requireLedToTheDoor(RunningProduct product) throws Exception {
        for (String path : List.of("/", "/besluiten", "/mandaten", "/onbekend")) {
            HttpResponse<String> answer = ask(product, HttpClient.newHttpClient(), "GET", path);
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(header(answer, "Location"))
                    .endsWith(path.equals("/") ? "/openbaar" : "/inloggen?naar=%2F" + path.substring(1));
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
            requireHeaders(path, answer);
        }
    }

    @Test
    void a_page_for_who_is_logged_in_has_a_nonce_on_every_script_and_another_one_each_time() throws Exception {
        HttpClient client = loggedIn("fatima");
        Set<String> nonces = new TreeSet<>();
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = ask(client, "GET", "/buurten");
            requireHeaders("/buurten", answer);
            assertThat(answer.statusCode()).isEqualTo(200);
            String scripts = Stream.of(policy(answer).split(";"))
                    .filter(part -> part.strip().startsWith("script-src"))
                    .findFirst()
                    .orElseThrow();
            assertThat(scripts).doesNotContain("unsafe-inline");
            Matcher nonce = NONCE.matcher(scripts);
            assertThat(nonce.find()).as(scripts).isTrue();
            nonces.add(nonce.group(1));
            List<String> tags = SCRIPT.matcher(answer.body())
                    .results()
                    .map(found -> found.group())
                    .toList();
            assertThat(tags).isNotEmpty().allMatch(tag -> tag.contains("nonce=\"" + nonce.group(1) + "\""));
            assertThat(answer.body()).doesNotContainPattern("(?i)javascript:|<[^>]+\\son[a-z]+\\s*=");
        }
        assertThat(nonces).hasSize(3);
    }

    @Test
    void the_cookie_of_a_session_is_out_of_reach_of_scripts_and_of_other_sites() throws Exception {
        String cookie = sessionCookie(driven.product());
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
        assertThat(cookie).as("the demo is opened without https").doesNotContain("Secure");
    }

    @Test
    void with_a_configured_database_the_cookie_goes_over_https_only_for_a_while_and_nobody_enters_without_a_password()
            throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "configured-");
        try (RunningProduct configured = RunningProduct.start(
                folder,
                "-Ddb.url=jdbc:h2:file:" + folder + "/own;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                "-Dsession.longest=PT6S")) {
            requireToEnd(configured);
            assertThat(sessionCookie(configured)).contains("Secure", "HttpOnly", "SameSite=Lax");
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(login(configured, "fatima"), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(where -> assertThat(where).endsWith("/inloggen"));
            requireHeaders("the login that failed", answer);
            requireLedToTheDoor(configured);
        }
    }

    /** A session goes on with its cookie, and begins anew once its time is over, however busy it was. */
    private static void requireToEnd(RunningProduct configured) throws Exception {
        String cookie = sessionCookie(configured).replaceFirst(";.*", "");
        assertThat(begunAnew(configured, cookie)).isFalse();
        for (int second = 0; second < 8; second++) {
            Thread.sleep(1_000);
            send(configured, cookie, "/icon.svg");
        }
        assertThat(begunAnew(configured, cookie)).isTrue();
    }

    private static boolean begunAnew(RunningProduct product, String cookie) throws Exception {
        return send(product, cookie, "/?v-r=init&location=").headers().allValues("Set-Cookie").stream()
                .anyMatch(one -> one.startsWith("JSESSIONID"));
    }

    private static HttpResponse<String> send(RunningProduct product, String cookie, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(product.url(path)))
                                .header("Cookie", cookie)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void no_number_name_or_free_text_of_anybody_stands_in_the_log() throws Exception {
        Path demo = driven.product().folder().resolve("data/demo");
        assertThat(driven.ask("import", brokenCopies(demo)).get(FILES_REFUSED)).isNotEqualTo("0");
        assertThat(driven.ask("import", demo.resolve(DemoMunicipality.REFUSED)).get(FILES_REFUSED))
                .isNotEqualTo("0");
        driven.ask("propose", 1);
        Set<String> told = new TreeSet<>(DecisionRoad.WORDS);
        told.add(SECRET);
        told.add(WRONG_BSN);
        told.addAll(inMessages(demo, "Bsn"));
        told.addAll(inMessages(demo, "Achternaam"));
        new DemoMunicipality(DemoMunicipality.Settings.STANDARD)
                .people()
                .parents()
                .forEach(parent -> told.add(parent.name()));
        assertThat(told).as("the messages of the demo").hasSizeGreaterThan(2_000);
        String log = logUpTo("that was all");
        assertThat(told.stream().filter(word -> isIn(log, word))).isEmpty();

        // and the search does find a name, a number and a text that somebody logs
        List<String> leaked = List.of(SECRET, WRONG_BSN, DecisionRoad.WORDS.get(0));
        driven.ask("log", "about " + String.join(", ", leaked));
        String careless = logUpTo("nobody else").substring(log.length());
        assertThat(told.stream().filter(word -> isIn(careless, word))).containsExactlyInAnyOrderElementsOf(leaked);
    }

    /** The log, once these last words have been written to it. */
    private static String logUpTo(String words) throws Exception {
        driven.ask("log", words);
        for (int i = 0; i < 100; i++) {
            String log = driven.product().log();
            if (log.contains(words)) {
                return log;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("never logged: " + words);
    }

    /** One message with a wrong number, one with a remark, one cut off half-way. */
    private static Path brokenCopies(Path demo) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "broken-");
        String message = firstMessage(demo);
        Files.writeString(
                folder.resolve("number.xml"), message.replaceFirst("Bsn>[0-9]{9}<", "Bsn>" + WRONG_BSN + "<"));
        Files.writeString(
                folder.resolve("remark.xml"),
                message.replaceFirst("Achternaam>[^<]*<", "Achternaam>" + SECRET + "<")
                        .replaceFirst("<([A-Za-z0-9]+:)?Client>", "$0<!-- " + SECRET + " -->" + SECRET));
        Files.writeString(folder.resolve("half.xml"), message.substring(0, message.length() / 2) + SECRET);
        Files.writeString(folder.resolve("lijst.csv"), "bsn;naam\n" + WRONG_BSN + ";" + SECRET + "\n");
        return folder;
    }

    private static String firstMessage(Path demo) throws IOException {
        try (Stream<Path> files = Files.walk(demo.resolve(DemoMunicipality.START))) {
            Path first = files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .filter(file -> read(file).contains("Achternaam>"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(first);
        }
    }

    private static Set<String> inMessages(Path demo, String element) throws IOException {
        Pattern leaf = Pattern.compile("[:<]" + element + ">([^<\\s][^<]{3,})<");
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(demo)) {
            files.filter(file -> file.toString().endsWith(".xml"))
                    .forEach(file -> leaf.matcher(read(file)).results().forEach(hit -> found.add(hit.group(1))));
        }
        assertThat(found).as(element).isNotEmpty();
        return found;
    }

    private static boolean isIn(String log, String word) {
        return log.contains(word)
                && Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])")
                        .matcher(log)
                        .find();
    }

    private static void requireHeaders(String what, HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .as(what)
                .hasSize(1);
        assertThat(policy(answer)).as(what).contains("default-src", "frame-ancestors 'none'", "form-action 'self'");
        assertThat(header(answer, "X-Content-Type-Options")).as(what).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).as(what).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).as(what).isEqualTo("same-origin");
        assertThat(header(answer, "Strict-Transport-Security")).as(what).contains("max-age=31536000");
        assertThat(answer.headers().firstValue("Server")).as(what).isEmpty();
        assertThat(answer.headers().firstValue("X-Powered-By")).as(what).isEmpty();
        assertThat(answer.body()).as(what).doesNotContainIgnoringCase("payara", "glassfish", "at java.", "Exception:");
    }

    private static String policy(HttpResponse<String> answer) {
        return header(answer, "Content-Security-Policy");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    private static HttpResponse<String> ask(HttpClient client, String method, String path)
            throws IOException, InterruptedException {
        return ask(driven.product(), client, method, path);
    }

    private static HttpResponse<String> ask(RunningProduct product, HttpClient client, String method, String path)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(product.url(path)))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient loggedIn(String person) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        client.send(login(driven.product(), person), HttpResponse.BodyHandlers.ofString());
        return client;
    }

    private static HttpRequest login(RunningProduct product, String person) {
        return HttpRequest.newBuilder(URI.create(product.url("/inloggen")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("persoon=" + person))
                .build();
    }

    private static String sessionCookie(RunningProduct product) throws IOException, InterruptedException {
        Optional<String> cookie = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(product.url("/?v-r=init&location=")))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .headers()
                .allValues("Set-Cookie")
                .stream()
                .filter(one -> one.startsWith("JSESSIONID"))
                .findFirst();
        return cookie.orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
