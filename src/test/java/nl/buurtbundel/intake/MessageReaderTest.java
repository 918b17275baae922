package nl.buurtbundel.intake;

import static nl.buurtbundel.intake.TestMessages.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.provision.AllocationCommand;
import nl.buurtbundel.provision.AllocationNumber;
import nl.buurtbundel.provision.Bsn;
import nl.buurtbundel.provision.DeclaredCostCommand;
import nl.buurtbundel.provision.Extent;
import nl.buurtbundel.provision.Frequency;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.PostalAddress;
import nl.buurtbundel.provision.ProviderCode;
import nl.buurtbundel.provision.ReportCommand;
import nl.buurtbundel.provision.StartCommand;
import nl.buurtbundel.provision.StopCommand;
import nl.buurtbundel.provision.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
    private static final String END = "<a:Einddatum>2026-12-31</a:Einddatum>";
    private static final String SPECIFIC = "<a:Product><b:Categorie>45</b:Categorie><b:Code>45A04</b:Code></a:Product>";
    private static final String ASPECIFIC = "<a:Product><b:Categorie>45</b:Categorie></a:Product>";
    private static final String BUDGET = "<a:Budget>10000</a:Budget>";

    @Test
    void an_allocation_becomes_a_command_without_names_or_comments() {
        CareMessage message = read(TestMessages.allocation());

        assertThat(message.identity())
                .isEqualTo(new CareMessage.Identity("436", "9901", "A1", LocalDate.of(2026, 1, 2)));
        assertThat(message.commands())
                .containsExactly(new AllocationCommand(
                        AllocationNumber.ofMessage(Law.JEUGDWET, 77),
                        new ProviderCode("12345678"),
                        new Bsn("999900006"),
                        2015,
                        new PostalAddress("1234AB", 12, "A", ""),
                        "45",
                        "45A04",
                        LocalDateTime.of(2026, 1, 1, 9, 30),
                        new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)),
                        null,
                        new Extent(120, Unit.MINUTE, Frequency.WEEK),
                        null));
        assertThat(message.toString()).doesNotContain("Geheim", "Niet bewaren", "999900006", "1234AB");
    }

    @Test
    void the_digest_covers_every_byte() {
        String message = TestMessages.allocation();

        assertThat(read(message).digest()).isEqualTo(read(message).digest()).hasSize(64);
        assertThat(read(message + "\n").digest()).isNotEqualTo(read(message).digest());
    }

    @Test
    void a_file_is_read_to_its_end_although_the_parser_closes_it_before() throws IOException {
        Path file = Files.createTempFile("bericht", ".xml");
        Files.writeString(file, TestMessages.allocation() + "\n<!-- einde -->\n");
        try (InputStream in = Files.newInputStream(file)) {
            assertThat(reader().read("bericht.xml", in).commands()).hasSize(1);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void a_youth_declaration_names_the_allocation_and_the_person_of_each_line() {
        assertThat(read(TestMessages.youthDeclaration()).commands()).hasSize(2).allSatisfy(command -> {
            assertThat(((ReportCommand) command).number()).isEqualTo(AllocationNumber.ofMessage(Law.JEUGDWET, 77));
            assertThat(((ReportCommand) command).bsn()).isEqualTo(new Bsn("999900006"));
        });
    }

    @Test
    void a_declaration_counts_credits_as_negative_and_must_add_up() {
        CareMessage message = read(TestMessages.declaration("3800"));

        assertThat(message.commands())
                .extracting(command -> ((DeclaredCostCommand) command).amount())
                .containsExactly(Money.ofCents(5000), Money.ofCents(-1200));
        assertThat(message.commands()).allSatisfy(command -> {
            assertThat(((ReportCommand) command).bsn()).isEqualTo(new Bsn("999900006"));
            assertThat(((ReportCommand) command).provider()).isEqualTo(new ProviderCode("12345678"));
        });
        assertThat(refused(TestMessages.declaration("3801")).code()).isEqualTo("total-differs");
    }

    @Test
    void combinations_that_the_standard_knows_are_taken() {
        read(TestMessages.allocation(ASPECIFIC, "", ""));
        read(TestMessages.allocation(ASPECIFIC, END, BUDGET));
        read(TestMessages.allocation("", END, BUDGET));
        read(TestMessages.allocation(SPECIFIC, "", extent("01", "4")));
        read(TestMessages.allocation(SPECIFIC, "", extent("04", "1")));
        read(TestMessages.allocation(SPECIFIC, "", extent("16", "6")));
        read(TestMessages.allocation(SPECIFIC, END, extent("83", "6")));
    }

    @Test
    void combinations_that_the_standard_does_not_know_are_refused_with_the_field() {
        assertRefused(TestMessages.allocation(SPECIFIC, "", extent("01", "2")), "Einddatum", "weekly-needs-end-date");
        assertRefused(
                TestMessages.allocation(SPECIFIC, "", extent("83", "6")), "Einddatum", "trajectory-needs-end-date");
        assertRefused(TestMessages.allocation(SPECIFIC, END, extent("16", "1")), "Frequentie", "unit-not-by-the-day");
        assertRefused(TestMessages.allocation(SPECIFIC, END, ""), "Omvang", "specific-needs-volume");
        assertRefused(
                TestMessages.allocation(SPECIFIC, END, extent("01", "2") + BUDGET),
                "Budget",
                "specific-without-budget");
        assertRefused(TestMessages.allocation(ASPECIFIC, END, extent("01", "2")), "Omvang", "volume-needs-product");
        assertRefused(TestMessages.allocation(ASPECIFIC, "", BUDGET), "Einddatum", "budget-needs-end-date");
        assertRefused(TestMessages.allocation("", "", BUDGET), "Einddatum", "budget-needs-end-date");
        assertRefused(TestMessages.allocation("", END, ""), "Product", "nothing-allocated");
    }

    @Test
    void a_removed_allocation_ends_on_the_day_it_starts() {
        String reason = "<a:RedenWijziging>13</a:RedenWijziging>";
        AllocationCommand removed = (AllocationCommand) read(TestMessages.allocation(
                        SPECIFIC, "<a:Einddatum>2026-01-01</a:Einddatum>" + reason, extent("01", "2")))
                .commands()
                .get(0);

        assertThat(removed.isRemoved()).isTrue();
        assertRefused(
                TestMessages.allocation(SPECIFIC, END + reason, extent("01", "2")),
                "Einddatum",
                "removed-needs-equal-dates");
    }

    @ParameterizedTest
    @CsvSource({
        "ijw/3_2/jw301, ijw/3_1/jw301, other-version",
        "ijw/3_2/jw301, ijw/3_2/jw315, other-message",
        "ijw/3_2/jw301, ijw/3_2/wmo301, not-a-message",
        "a:Bericht>, a:Berichten>, not-well-formed",
        ">436<, >414<, wrong-message-code",
        "BerichtSubversie>2<, BerichtSubversie>1<, other-version",
        ">9901<, >0344<, other-municipality",
        ">999900006<, >999900007<, bsn",
        ">2026-12-31<, >2025-12-31<, end-before-start",
        ">2026-12-31<, >2026-12-31Z<, wrong-value",
        ">2026-12-31<, >2026-02-30<, wrong-value",
        ">120<, >-1<, wrong-value",
        ">120<, >1.5<, wrong-value",
        "<b:Eenheid>01, <b:Eenheid>05, wrong-value",
        "<b:Frequentie>2, <b:Frequentie>3, wrong-value",
        "<b:Categorie>45, <b:Categorie>39, wrong-value",
        "<a:Geslacht>2</a:Geslacht>, '', missing-element",
        "<a:Commentaar>, <a:Opmerking/><a:Commentaar>, missing-element",
        "<a:Bsn>, <a:Bsn soort=\"1\">, unexpected-attribute",
        "<a:Header>, tekst<a:Header>, unexpected-text",
    })
    void what_is_wrong_is_refused_by_name(String there, String instead, String code) {
        String message = TestMessages.allocation();
        assertThat(message).contains(there);

        assertThat(refused(message.replaceFirst(java.util.regex.Pattern.quote(there), instead))
                        .code())
                .isEqualTo(code);
    }

    @Test
    void a_message_of_another_version_is_refused_with_that_version() {
        RefusedItem item = refused(TestMessages.allocation().replace("3_2", "2_4"));

        assertThat(item.parameters()).containsExactly("iJw", "2.4");
        assertThat(item.text(Messages.DUTCH)).contains("iJw 2.4", "3.2");
    }

    @Test
    void a_refusal_names_the_line_and_never_the_value() {
        RefusedItem item = refused(TestMessages.allocation().replace("999900006", "123123123"));

        assertThat(item.line()).isEqualTo(7);
        assertThat(item.field()).isEqualTo("Bsn");
        assertThat(item.toString() + item.text(Messages.DUTCH) + item.text(Messages.ENGLISH))
                .doesNotContain("123123123");
    }

    @Test
    void document_types_and_entities_are_refused_and_nothing_outside_is_read() throws IOException {
        Path secret = Files.createTempFile("geheim", ".txt");
        Files.writeString(secret, "gelezen");
        String external = "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
        String bomb = "<!DOCTYPE a [<!ENTITY x0 \"ha\">"
                + java.util.stream.IntStream.range(1, 40)
                        .mapToObj(i -> "<!ENTITY x%d \"&x%d;&x%d;\">".formatted(i, i - 1, i - 1))
                        .reduce("", String::concat)
                + "]>";
        String parameter = "<!DOCTYPE a [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x.dtd\"> %x;]>";
        for (String type : List.of(external, bomb, parameter, "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\">")) {
            String message = TestMessages.allocation().replace("<a:Bericht ", type + "<a:Bericht ");
            assertThat(refused(message).code()).isEqualTo("document-type");
            assertThat(refused(message.replace("Niet bewaren", "&x39;&x;")).code())
                    .isEqualTo("document-type");
        }
        assertThat(refused(TestMessages.allocation().replace("Niet bewaren", "&x;"))
                        .code())
                .isIn("not-well-formed", "document-type");
        Files.delete(secret);
    }

    @Test
    void a_comment_of_fifty_megabytes_is_refused_without_holding_it() {
        String[] parts = TestMessages.allocation().split("Niet bewaren");
        RefusedItem item =
                refused(new java.io.SequenceInputStream(bytes(parts[0]), new Endless('x', 50L << 20, bytes(parts[1]))));

        assertThat(item.code()).isEqualTo("text-too-long");
        assertThat(refused(new java.io.SequenceInputStream(
                                bytes(parts[0] + "x<!--"), new Endless('x', 50L << 20, bytes("-->" + parts[1]))))
                        .code())
                .isEqualTo("piece-too-long");
    }

    @Test
    void a_message_larger_than_allowed_is_refused_even_when_every_piece_of_it_is_small() {
        String[] parts = TestMessages.allocation().split("<a:Header>");

        assertThat(refused(new java.io.SequenceInputStream(
                                bytes(parts[0]), new Endless('\n', 21L << 20, bytes("<a:Header>" + parts[1]))))
                        .code())
                .isEqualTo("too-large");
        String comments = ("<!--" + "x".repeat(60_000) + "-->").repeat(20);
        assertThat(read(parts[0] + comments + "<a:Header>" + parts[1]).commands())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 400, 900, 1500, 1700})
    void a_message_that_was_cut_off_is_refused(int length) {
        assertThat(refused(TestMessages.allocation().substring(0, length)).code())
                .isEqualTo("not-well-formed");
    }

    @Test
    void what_lies_deeper_than_allowed_is_refused() {
        IntakeLimits shallow = new IntakeLimits(1 << 20, 3, 100, 1, 100, 1, 1, 1, 1, 1);

        assertThat(refusal(() -> new MessageReader(new MunicipalityCode("GM9901"), shallow)
                                .read("x.xml", bytes(TestMessages.allocation())))
                        .code())
                .isEqualTo("too-deep");
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        byte[] noise = TestMessages.allocation().getBytes(StandardCharsets.UTF_8);
        noise[700] = (byte) 0xFE;

        assertThat(refused(new java.io.ByteArrayInputStream(noise)).code()).isEqualTo("not-well-formed");
        assertThat(refused("").code()).isEqualTo("not-well-formed");
    }

    @ParameterizedTest
    @CsvSource({
        "iwmo-3.2/WMO301.xml, 0384, 1",
        "iwmo-3.2/WMO305.xml, 0363, 2",
        "iwmo-3.2/WMO307.xml, 0363, 2",
        "iwmo-3.2/WMO323.xml, 0384, 4",
        "ijw-3.2/JW301.xml, 0384, 2",
        "ijw-3.2/JW305.xml, , 2",
        "ijw-3.2/JW307.xml, , 2",
        "ijw-3.2/JW323.xml, , 5",
    })
    void the_published_samples_are_read(String sample, String municipality, int commands) throws IOException {
        Path path = TestMessages.shared().resolve("istandaarden").resolve(sample);
        assumeTrue(Files.exists(path), "the published samples are not there");
        String text = Files.readString(path);
        String own = municipality == null ? text.replaceAll("(?s).*Ontvanger>([0-9]{4})<.*", "$1") : municipality;

        CareMessage message =
                new MessageReader(new MunicipalityCode("GM" + own), IntakeLimits.DEFAULT).read(sample, bytes(text));

        assertThat(message.commands()).hasSize(commands);
        assertThat(message.commands())
                .allMatch(command -> !(command instanceof StartCommand start) || !start.removed())
                .allMatch(command ->
                        !(command instanceof StopCommand stop) || stop.reason().equals("31"));
    }

    private static String extent(String unit, String frequency) {
        return "<a:Omvang><b:Volume>120</b:Volume><b:Eenheid>" + unit + "</b:Eenheid><b:Frequentie>" + frequency
                + "</b:Frequentie></a:Omvang>";
    }

    private static void assertRefused(String message, String field, String code) {
        RefusedItem item = refused(message);
        assertThat(item.code()).isEqualTo(code);
        assertThat(item.field()).isEqualTo(field);
    }

    private static CareMessage read(String message) {
        return reader().read("bericht.xml", bytes(message));
    }

    private static RefusedItem refused(String message) {
        return refused(bytes(message));
    }

    private static RefusedItem refused(InputStream message) {
        return refusal(() -> reader().read("bericht.xml", message));
    }

    private static RefusedItem refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        Refused refused = catchThrowableOfType(Refused.class, work);
        assertThat(refused).isNotNull();
        RefusedItem item = refused.items().get(0);
        assertThat(Messages.has(Messages.DUTCH, item.key())).as(item.key()).isTrue();
        assertThat(Messages.has(Messages.ENGLISH, item.key())).as(item.key()).isTrue();
        return item;
    }

    private static MessageReader reader() {
        return new MessageReader(new MunicipalityCode("GM9901"), IntakeLimits.DEFAULT);
    }

    /** One character, very often, then something else; made while reading. */
    private static final class Endless extends InputStream {
        private final char c;
        private final InputStream then;
        private long left;

        Endless(char c, long count, InputStream then) {
            this.c = c;
            this.left = count;
            this.then = then;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? c : then.read();
        }
    }
}
