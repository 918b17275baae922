package nl.buurtbundel.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements of a bank that does not exist, of a municipality that does not either. */
class StatementFileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 2);

    @ParameterizedTest
    @ValueSource(strings = {"02", "08"})
    void both_versions_say_the_same(String version) {
        List<ReadStatement> statements = read(sample(version));

        assertThat(statements).hasSize(1);
        ReadStatement statement = statements.get(0);
        assertThat(statement.line()).isEqualTo(8);
        assertThat(statement.passedBy())
                .as("what came in, and what is not booked")
                .isEqualTo(2);
        assertThat(statement.entries()).hasSize(4);
        BankEntry paint = statement.entries().get(0);
        assertThat(paint.amount()).isEqualTo(Money.ofEuros(120));
        assertThat(paint.day()).isEqualTo(DAY);
        assertThat(paint.answers()).isEqualTo(101);
        assertThat(paint.line()).isEqualTo(29);
        assertThat(paint.card() || paint.together()).isFalse();
        BankEntry first = statement.entries().get(1);
        BankEntry second = statement.entries().get(2);
        assertThat(first.amount()).as("a batch, taken apart").isEqualTo(Money.ofEuros(100));
        assertThat(first.answers()).isEqualTo(102);
        assertThat(second.amount()).isEqualTo(Money.ofEuros(50));
        assertThat(second.answers()).isNull();
        assertThat(second.plans()).isEqualTo(Set.of(7L));
        BankEntry card = statement.entries().get(3);
        assertThat(card.card()).isTrue();
        assertThat(card.namesOurs()).isFalse();
        assertThat(statement.entries()).extracting(BankEntry::identity).doesNotHaveDuplicates();
    }

    @Test
    void nothing_that_is_kept_names_anybody() {
        for (String version : List.of("02", "08")) {
            for (BankEntry entry : read(sample(version)).get(0).entries()) {
                assertThat(entry.toString()).doesNotContain("Kwast", "Voorbeeld", "TEST0222222222", "Bouwmarkt");
            }
        }
    }

    @Test
    void the_same_again_is_the_same_and_anything_else_is_not() {
        ReadStatement one = read(sample("02")).get(0);
        ReadStatement again = read(sample("02").replace("VERZONNEN-2026-04-02", "OPNIEUW-VERZONDEN"))
                .get(0);
        assertThat(again.identity()).isEqualTo(one.identity());
        assertThat(again.content()).isEqualTo(one.content());
        ReadStatement other = read(sample("02").replace("BB-U101", "BB-U109")).get(0);
        assertThat(other.identity()).isEqualTo(one.identity());
        assertThat(other.content()).isNotEqualTo(one.content());
        ReadStatement next = read(sample("02").replace("<Id>2026-064</Id>", "<Id>2026-065</Id>"))
                .get(0);
        assertThat(next.identity()).isNotEqualTo(one.identity());
        assertThat(next.entries().get(0).identity())
                .as("the reference of the bank tells the payment, whatever statement it stands in")
                .isEqualTo(one.entries().get(0).identity());
    }

    @Test
    void a_batch_that_does_not_add_up_is_left_whole() {
        String batch = sample("02").replace("<Amt Ccy=\"EUR\">50.00</Amt>", "<Amt Ccy=\"EUR\">49.00</Amt>");
        BankEntry together = read(batch).get(0).entries().get(1);
        assertThat(together.together()).isTrue();
        assertThat(together.amount()).isEqualTo(Money.ofEuros(150));
    }

    @Test
    void more_than_an_amount_can_be_is_refused_by_line_and_in_a_batch_leaves_it_whole() {
        String much = "999999999999999.00";
        String first = sample("02").lines().skip(28).limit(19).collect(Collectors.joining("\n", "", "\n"));
        assertThat(first).startsWith("      <Ntry>").endsWith("</Ntry>\n");
        Refusal refusal = refused(
                sample("02").replace(first, first.replace("120.00", much).repeat(100)));
        assertThat(refusal.code()).isEqualTo("spending.error.statement-value");
        assertThat(refusal.parameters()).startsWith("april.xml", 29L + 92 * 19);

        String part = "<TxDtls><Refs><EndToEndId>BB-U103</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy=\"EUR\">" + much
                + "</Amt></TxAmt></AmtDtls></TxDtls>";
        String batch = sample("02").replace(first, first.replace("<NtryDtls>", "<NtryDtls>" + part.repeat(100)));
        assertThat(read(batch).get(0).entries().get(0).together()).isTrue();
    }

    @TestFactory
    Stream<DynamicTest> what_is_broken_is_refused_by_file_line_and_element() {
        Map<String, Broken> all = Map.ofEntries(
                Map.entry("amount", new Broken("120.00</Amt>", "120,00</Amt>", "value", 30, "Amt")),
                Map.entry("part of a cent", new Broken("120.00</Amt>", "120.005</Amt>", "value", 29, "Amt")),
                Map.entry("negative", new Broken("120.00</Amt>", "-120.00</Amt>", "value", 30, "Amt")),
                Map.entry("currency", new Broken("\"EUR\">120.00", "\"USD\">120.00", "currency", 29, "Amt")),
                Map.entry("no amount", new Broken("<Amt Ccy=\"EUR\">120.00</Amt>", "", "missing", 29, "Amt")),
                Map.entry("no day", new Broken("<BookgDt><Dt>2026-04-02</Dt></BookgDt>", "", "missing", 29, "BookgDt")),
                Map.entry(
                        "30 February",
                        new Broken(
                                "<Dt>2026-04-02</Dt></BookgDt>", "<Dt>2026-02-30</Dt></BookgDt>", "value", 33, "Dt")),
                Map.entry("no side", new Broken("<CdtDbtInd>DBIT</CdtDbtInd>", "", "missing", 29, "CdtDbtInd")),
                Map.entry("wrong side", new Broken("DBIT</CdtDbtInd>", "OUT</CdtDbtInd>", "value", 31, "CdtDbtInd")),
                Map.entry(
                        "stranger",
                        new Broken(
                                "<AcctSvcrRef>9000001",
                                "<Fout>1</Fout><AcctSvcrRef>9000001",
                                "unexpected",
                                35,
                                "Fout")),
                Map.entry("account", new Broken("TEST0123456789", "TEST0123456788", "value", 13, "IBAN")),
                Map.entry("balance", new Broken("752.60", "752.61", "balance", 23, "Bal")),
                Map.entry("entity", new Broken("Gemeente Voorbeeldstad", "&gemeente;", "document-type", 15, "")),
                Map.entry("cut off", new Broken("</BkToCstmrStmt>\n</Document>", "", "not-xml", 99, "")),
                Map.entry("version", new Broken("camt.053.001.02", "camt.053.001.04", "other-version", 2, "Document")),
                Map.entry("pain", new Broken("camt.053.001.02", "pain.001.001.09", "other-kind", 2, "Document")));
        return all.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    Broken broken = one.getValue();
                    assertThat(sample("02")).contains(broken.right());
                    Refusal refusal = refused(sample("02")
                            .replaceFirst(
                                    java.util.regex.Pattern.quote(broken.right()),
                                    java.util.regex.Matcher.quoteReplacement(broken.wrong())));
                    assertThat(refusal.code()).isEqualTo("spending.error.statement-" + broken.code());
                    assertThat(refusal.parameters().get(0)).isEqualTo("april.xml");
                    if (broken.line() != 99) {
                        assertThat(refusal.parameters().get(1)).isEqualTo((long) broken.line());
                        assertThat(refusal.parameters().get(2)).isEqualTo(broken.element());
                    }
                    assertThat(refusal.text(Messages.DUTCH)).startsWith("april.xml, regel ");
                    assertThat(refusal.text(Messages.ENGLISH)).startsWith("april.xml, line ");
                }));
    }

    @Test
    void no_door_is_opened_from_within_the_file() {
        String outside = sample("02")
                .replaceFirst(
                        "<Document",
                        "<!DOCTYPE Document [<!ENTITY gemeente SYSTEM \"file:///etc/passwd\">]>\n<Document")
                .replace("Gemeente Voorbeeldstad", "&gemeente;");
        assertThat(refused(outside).code()).isEqualTo("spending.error.statement-document-type");
        String laughs = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><Document>&b;</Document>";
        assertThat(refused(laughs).code()).isEqualTo("spending.error.statement-document-type");
        String deep = sample("02")
                .replace("<AcctSvcrRef>9000003</AcctSvcrRef>", "<NtryDtls>".repeat(40) + "</NtryDtls>".repeat(40));
        assertThat(refused(deep).code())
                .isIn("spending.error.statement-too-deep", "spending.error.statement-unexpected");
        String deepElsewhere =
                sample("02").replace("<MsgId>VERZONNEN-2026-04-02</MsgId>", "<A>".repeat(40) + "</A>".repeat(40));
        assertThat(refused(deepElsewhere).code()).isEqualTo("spending.error.statement-too-deep");
        String long_ = sample("02").replace("Bouwmarkt", "B".repeat(20_000));
        assertThat(refused(long_).code()).isEqualTo("spending.error.statement-too-long");
    }

    @Test
    void what_is_no_statement_or_too_large_is_refused() {
        assertThat(refused("datum;bedrag\n1;2").code()).isEqualTo("spending.error.statement-not-xml");
        assertThat(refused("").code()).isEqualTo("spending.error.statement-not-xml");
        byte[] large = new byte[(StatementFile.MOST_MEGABYTES << 20) + 1];
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> StatementFile.read("groot.xml", large, AgreedReceipts.NONE));
        assertThat(refusal.code()).isEqualTo("spending.error.statement-too-large");
        assertThat(refusal.text(Messages.DUTCH)).contains("groot.xml", "10 MB");
    }

    @Test
    void the_number_of_an_account_is_checked() {
        assertThat(Iban.find("nl91 abna 0417 1643 00")).isPresent();
        assertThat(Iban.isValid("NL91ABNA0417164301")).isFalse();
        assertThat(Iban.isValid("NL91ABNA041716430")).isFalse();
        assertThat(Iban.isValid("DE89370400440532013000")).isTrue();
    }

    private record Broken(String right, String wrong, String code, int line, String element) {}

    static List<ReadStatement> read(String xml) {
        return StatementFile.read("april.xml", xml.getBytes(StandardCharsets.UTF_8), AgreedReceipts.NONE);
    }

    private static Refusal refused(String xml) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(xml));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    static String sample(String version) {
        try (InputStream in = StatementFileTest.class.getResourceAsStream("/bank/statement-" + version + ".xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
