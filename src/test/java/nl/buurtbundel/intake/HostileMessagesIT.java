package nl.buurtbundel.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.Sql;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changed copies of messages, handed in as a user does: each is refused by name and leaves nothing. */
@ExtendWith(ArquillianExtension.class)
class HostileMessagesIT {
    private static final String OWN = "9901";
    private static final int MEGABYTE = 1 << 20;
    private static final long A_HOSTILE_MEGABYTES = 50;
    /** What an import of one small message may allocate, with its transactions; far below what is sent to it. */
    private static final long ALLOCATED_AT_MOST = 16L * MEGABYTE;

    private static final List<String> LEFT_BY_A_MESSAGE = List.of(
            "declared_cost",
            "waiting_report",
            "provision",
            "consent",
            "representation",
            "person",
            "household",
            "received_message");

    @Inject
    private Intake intake;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Sql sql;

    @Deployment
    static WebArchive packagedWar() {
        return PackagedWar.with();
    }

    @BeforeEach
    void start_empty() throws Exception {
        for (String table : Stream.concat(
                        LEFT_BY_A_MESSAGE.stream(),
                        Stream.of("refused_item", "import_lock", "import_run", "received_table"))
                .toList()) {
            sql.execute("delete from " + table);
        }
    }

    @Test
    void the_message_that_is_changed_below_is_taken_as_it_is() throws Exception {
        assertEquals(List.of(), handIn(TestMessages.allocation()));
        assertEquals(1, left().get("provision"));
    }

    @Test
    void another_version() throws Exception {
        RefusedItem item = refused(message -> message.replace("/3_2/", "/2_4/"));
        assertItem("other-version", 2, "Bericht", item);
        assertWords(item, "iJw 2.4", "3.2");
        assertItem(
                "other-version",
                3,
                "BerichtVersie",
                refused(message -> message.replace("BerichtSubversie>2<", "BerichtSubversie>1<")));
    }

    @Test
    void a_wrong_code() throws Exception {
        RefusedItem item = refused(message -> message.replace("<b:Categorie>45<", "<b:Categorie>39<"));
        assertItem("wrong-value", 15, "Categorie", item);
        assertWords(item, "Categorie");
        RefusedItem message = refused(text -> text.replace(">436<", ">414<"));
        assertItem("wrong-message-code", 3, "BerichtCode", message);
        assertWords(message, "414", "436");
    }

    @Test
    void a_weekly_volume_without_end_date() throws Exception {
        RefusedItem item = refused(message -> message.replace("<a:Einddatum>2026-12-31</a:Einddatum>", ""));
        assertItem("weekly-needs-end-date", 15, "Einddatum", item);
        assertWords(item, "einddatum");
    }

    @Test
    void external_entities_and_document_types_without_a_call_to_where_they_point() throws Exception {
        Path secret = Files.writeString(Files.createTempFile("geheim", ".txt"), "gelezen");
        try (ServerSocket outside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            outside.setSoTimeout(1_000);
            String there = "http://127.0.0.1:" + outside.getLocalPort() + "/x";
            for (String type : List.of(
                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + there + "\">]>",
                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
                    "<!DOCTYPE a [<!ENTITY % x SYSTEM \"" + there + ".dtd\"> %x;]>",
                    "<!DOCTYPE a SYSTEM \"" + there + ".dtd\">",
                    "<!DOCTYPE a PUBLIC \"-//X\" \"" + there + ".dtd\">")) {
                RefusedItem item = refused(message ->
                        message.replace("<a:Bericht ", type + "<a:Bericht ").replace("Niet bewaren", "&x;"));
                assertItem("document-type", 2, "", item);
                assertWords(item, "buiten het bericht");
            }
            assertThrows(SocketTimeoutException.class, outside::accept);

            // names of a schema and of a style are only names: the message is taken and nobody is called
            assertEquals(
                    List.of(),
                    handIn(TestMessages.allocation()
                            .replace(
                                    "<a:Bericht ",
                                    "<?xml-stylesheet type=\"text/xsl\" href=\"" + there + ".xsl\"?><a:Bericht"
                                            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                            + " xsi:schemaLocation=\"urn:x " + there + ".xsd\" ")));
            assertThrows(SocketTimeoutException.class, outside::accept);

            try (Socket control = new Socket(outside.getInetAddress(), outside.getLocalPort())) {
                assertTrue(control.isConnected());
                outside.accept().close();
            }
        } finally {
            Files.delete(secret);
        }
    }

    @Test
    void an_entity_bomb_without_growing() throws Exception {
        String bomb = "<!DOCTYPE a [<!ENTITY x0 \"ha\">"
                + IntStream.range(1, 40)
                        .mapToObj(i -> "<!ENTITY x%d \"&x%d;&x%d;\">".formatted(i, i - 1, i - 1))
                        .collect(Collectors.joining())
                + "]>";
        String message = TestMessages.allocation()
                .replace("<a:Bericht ", bomb + "<a:Bericht ")
                .replace("Niet bewaren", "&x39;");
        assertItem("document-type", 2, "", refused(text -> message));
        assertBounded(TestMessages.bytes(message), "document-type");
    }

    @Test
    void fifty_megabytes_of_comment_without_holding_them() throws Exception {
        assertHuge("Niet", "<!--", "-->", 9, "", "piece-too-long");
        assertHuge("Niet", "", "", 9, "Commentaar", "text-too-long");
        assertHuge("<a:Header>", "<!--", "--><a:Header>", 3, "", "piece-too-long");
        assertHuge("<a:Header>", "<?x ", "?><a:Header>", 3, "", "piece-too-long");
        assertHuge("<a:Bericht ", "<!DOCTYPE a [<!-- ", "-->]><a:Bericht ", 2, "", "piece-too-long");
    }

    @Test
    void a_message_that_was_cut_off_half_way() throws Exception {
        String message = TestMessages.allocation();
        for (int length : new int[] {1, message.length() / 4, message.length() / 2, message.length() - 1}) {
            RefusedItem item = refused(text -> text.substring(0, length));
            assertEquals("not-well-formed", item.code());
            assertEquals(message.substring(0, length).lines().count(), item.line());
            assertWords(item, "afgebroken");
        }
    }

    @Test
    void a_message_of_another_municipality() throws Exception {
        RefusedItem item = refused(message -> message.replace(">9901<", ">0344<"));
        assertItem("other-municipality", 4, "Afzender", item);
        assertWords(item, "0344");
    }

    @Test
    void the_same_identity_with_other_content() throws Exception {
        handIn(TestMessages.allocation());
        Map<String, Long> before = left();

        List<RefusedItem> items = handIn(
                TestMessages.allocation().replace("999900006", "999900018").replace(">77<", ">78<"));

        assertEquals(1, items.size());
        assertItem("identity-other-content", 0, "", items.get(0));
        assertWords(items.get(0), "al eerder", "andere inhoud");
        assertEquals(before, left());
    }

    @Test
    void the_published_samples_come_in_and_changed_copies_of_them_do_not() throws Exception {
        Path samples = TestMessages.shared().resolve("istandaarden");
        assumeTrue(Files.isDirectory(samples), "the published samples are not there");
        for (String sample : List.of(
                "iwmo-3.2/WMO301.xml",
                "iwmo-3.2/WMO305.xml",
                "iwmo-3.2/WMO307.xml",
                "iwmo-3.2/WMO323.xml",
                "ijw-3.2/JW301.xml",
                "ijw-3.2/JW305.xml",
                "ijw-3.2/JW307.xml",
                "ijw-3.2/JW323.xml")) {
            String text = Files.readString(samples.resolve(sample));
            String own = text.replaceAll("(?s).*(?:Afzender|Ontvanger)>([0-9]{4})<.*", "$1");
            start_empty();
            for (Map.Entry<String, String> changed : Map.of(
                            text.replace("/3_2/", "/3_1/"), "other-version",
                            text.replaceFirst("BerichtCode>[0-9]{3}<", "BerichtCode>999<"), "wrong-message-code",
                            text.substring(0, text.length() / 2), "not-well-formed",
                            text.replaceFirst("<(\\w+:)?Bericht ", "<!DOCTYPE a>$0"), "document-type",
                            text.replace(">" + own + "<", ">0001<"), "other-municipality")
                    .entrySet()) {
                List<RefusedItem> items = handIn(own, TestMessages.bytes(changed.getKey()));
                assertEquals(
                        List.of(changed.getValue()),
                        items.stream().map(RefusedItem::code).toList(),
                        sample);
                assertEquals(nothing(), left(), sample);
            }
            assertEquals(List.of(), handIn(own, TestMessages.bytes(text)), sample);
            assertEquals(1, left().get("received_message"), sample);
            assertTrue(left().values().stream().mapToLong(Long::longValue).sum() > 1, sample);
        }
    }

    /** Fifty megabytes of x between two texts, put in the place of a third. */
    private void assertHuge(String place, String before, String after, long line, String field, String code)
            throws Exception {
        String message = TestMessages.allocation();
        int at = message.indexOf(place);
        String head = message.substring(0, at) + before;
        String tail = after + message.substring(at + place.length());

        List<RefusedItem> items = handIn(OWN, huge(head, tail));

        assertEquals(1, items.size());
        assertItem(code, line, field, items.get(0));
        assertEquals(nothing(), left());
        assertBounded(huge(head, tail), code);
    }

    /** The import runs on this thread, so what it allocates is known to the byte, whoever else is at work. */
    private void assertBounded(InputStream message, String code) throws Exception {
        Path folder = Files.createTempDirectory("hostile-it");
        Path file = folder.resolve("1.xml");
        try (OutputStream out = Files.newOutputStream(file)) {
            message.transferTo(out);
        }
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        User user = user(OWN);
        long before = threads.getThreadAllocatedBytes(thread);
        ImportReport report = currentUser.runAs(user, () -> intake.importFiles(folder));
        long allocated = threads.getThreadAllocatedBytes(thread) - before;
        Files.delete(file);
        Files.delete(folder);

        assertEquals(
                List.of(code), report.refused().stream().map(RefusedItem::code).toList());
        assertTrue(allocated > 0, "allocation is measured");
        assertTrue(allocated < ALLOCATED_AT_MOST, code + " took " + allocated / MEGABYTE + " MB");
    }

    private static InputStream huge(String head, String tail) {
        byte[] megabyte = "x".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
        Stream<InputStream> middle = Stream.generate(() -> (InputStream) new ByteArrayInputStream(megabyte))
                .limit(A_HOSTILE_MEGABYTES);
        return new SequenceInputStream(Collections.enumeration(
                Stream.of(Stream.of(TestMessages.bytes(head)), middle, Stream.of(TestMessages.bytes(tail)))
                        .flatMap(parts -> parts)
                        .toList()));
    }

    private RefusedItem refused(UnaryOperator<String> change) throws Exception {
        String changed = change.apply(TestMessages.allocation());
        assertFalse(changed.equals(TestMessages.allocation()), "the copy is changed");
        List<RefusedItem> items = handIn(changed);
        assertEquals(1, items.size());
        assertEquals(nothing(), left());
        return items.get(0);
    }

    private List<RefusedItem> handIn(String message) throws Exception {
        return handIn(OWN, TestMessages.bytes(message));
    }

    /** As a user does: an upload, imported in the background; afterwards no file of it is left. */
    private List<RefusedItem> handIn(String municipality, InputStream message) throws Exception {
        Upload upload = Upload.create();
        upload.add("1.xml", message);
        User user = user(municipality);
        ImportId id = currentUser.runAs(user, () -> intake.start(upload));
        for (int i = 0; i < 600 && (isRunning(user, id) || !uploads().isEmpty()); i++) {
            Thread.sleep(50);
        }
        assertEquals(List.of(), uploads());
        ImportReport report = currentUser.runAs(user, () -> intake.readReport(id));
        assertEquals(ImportState.DONE, report.summary().state());
        assertEquals(1, report.summary().filesDone());
        assertEquals(report.refused().isEmpty() ? 0 : 1, report.summary().filesRefused());
        return report.refused();
    }

    private boolean isRunning(User user, ImportId id) {
        return currentUser.runAs(user, () -> intake.readSummary(id)).state() == ImportState.RUNNING;
    }

    private static List<String> uploads() throws IOException {
        String mine = "buurtbundel-upload-" + ProcessHandle.current().pid() + '-';
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(mine))
                    .toList();
        }
    }

    private static void assertItem(String code, long line, String field, RefusedItem item) {
        assertEquals(code, item.code());
        assertEquals("1.xml", item.file());
        assertEquals(line, item.line());
        assertEquals(field, item.field());
    }

    private static void assertWords(RefusedItem item, String... words) {
        String text = item.text(Messages.DUTCH);
        for (String word : words) {
            assertTrue(text.contains(word), text);
        }
        assertFalse(text.contains("999900006"), "a refusal never shows a value of the message");
    }

    private Map<String, Long> left() throws Exception {
        Map<String, Long> left = new TreeMap<>();
        for (String table : LEFT_BY_A_MESSAGE) {
            left.put(table, sql.number("select count(*) from " + table));
        }
        return left;
    }

    private static Map<String, Long> nothing() {
        return LEFT_BY_A_MESSAGE.stream()
                .collect(Collectors.toMap(table -> table, table -> 0L, Long::sum, TreeMap::new));
    }

    private static User user(String municipality) {
        return new User(
                new UserId(71),
                "back office",
                new MunicipalityCode("GM" + municipality),
                Set.of(Role.BACK_OFFICE),
                Set.of(),
                null);
    }
}
