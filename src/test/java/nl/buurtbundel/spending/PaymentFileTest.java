package nl.buurtbundel.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PaymentFileTest {
    private static final Iban FROM = new Iban("NL13TEST0123456789");
    private static final Iban PAINT = new Iban("DE89370400440532013000");
    private static final Iban RENT = new Iban("NL91ABNA0417164300");
    private static final LocalDate ON = LocalDate.of(2026, 4, 3);
    private static final OffsetDateTime MADE = OffsetDateTime.parse("2026-04-02T10:15:30+02:00");

    @Test
    void read_again_by_another_it_says_the_same_to_the_cent() throws Exception {
        byte[] file = PaymentFile.of(
                "BB-2026-1",
                MADE,
                "Gemeente Voorbeeldstad",
                FROM,
                ON,
                List.of(
                        payment(101, Money.parse("120.05"), "Café Zoë & Zn. <b>", PAINT),
                        payment(102, Money.parse("0.99"), "Stichting Buurthuis", RENT)));

        Document read = parsed(file);
        assertThat(read.getDocumentElement().getNamespaceURI()).isEqualTo(PaymentFile.NAMESPACE);
        NodeList all = read.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            assertThat(all.item(i).getNamespaceURI()).isEqualTo(PaymentFile.NAMESPACE);
        }
        assertThat(texts(read, "EndToEndId")).containsExactly("BB-U101", "BB-U102");
        assertThat(texts(read, "InstdAmt")).containsExactly("120.05", "0.99");
        assertThat(texts(read, "CtrlSum")).containsExactly("121.04", "121.04");
        assertThat(texts(read, "NbOfTxs")).containsExactly("2", "2");
        assertThat(texts(read, "IBAN")).containsExactly(FROM.value(), PAINT.value(), RENT.value());
        assertThat(texts(read, "Nm"))
                .containsExactly(
                        "Gemeente Voorbeeldstad", "Gemeente Voorbeeldstad", "Cafe Zoe + Zn. b", "Stichting Buurthuis");
        assertThat(texts(read, "Ustrd")).containsExactly("BB-U101 BB-P7", "BB-U102 BB-P7");
        assertThat(texts(read, "ReqdExctnDt")).containsExactly("2026-04-03");
        assertThat(OffsetDateTime.parse(texts(read, "CreDtTm").get(0)).toInstant())
                .isEqualTo(MADE.toInstant());
        Element amount = (Element) read.getElementsByTagName("InstdAmt").item(0);
        assertThat(amount.getAttribute("Ccy")).isEqualTo("EUR");
        assertThat(inOrder(read)).as("as the standard has them").isTrue();
    }

    @Test
    void the_reference_in_the_order_is_the_one_that_the_statement_is_met_by() throws Exception {
        Document read = parsed(PaymentFile.of(
                "BB-2026-2", MADE, "Gemeente", FROM, ON, List.of(payment(101, Money.ofEuros(1), "X", RENT))));
        assertThat(PaymentReference.findExpense(texts(read, "EndToEndId").get(0)))
                .contains(101L);
        assertThat(PaymentReference.listPlans(texts(read, "Ustrd"))).containsExactly(7L);
    }

    @Test
    void nothing_nobody_and_the_same_twice_are_refused() {
        PaymentFile.Payment one = payment(101, Money.ofEuros(1), "X", RENT);
        for (Map.Entry<String, List<PaymentFile.Payment>> wrong : Map.of(
                        "order-empty",
                        List.<PaymentFile.Payment>of(),
                        "order-twice",
                        List.of(one, one),
                        "order-name",
                        List.of(payment(101, Money.ofEuros(1), " €", RENT)),
                        "no-amount",
                        List.of(payment(101, Money.ZERO, "X", RENT)))
                .entrySet()) {
            Refusal refusal = catchThrowableOfType(
                    Refusal.class, () -> PaymentFile.of("1", MADE, "Gemeente", FROM, ON, wrong.getValue()));
            assertThat(refusal.code()).isEqualTo("spending.error." + wrong.getKey());
        }
    }

    /** Bank files are refused for the order of their parts more than for anything else. */
    private static boolean inOrder(Document read) {
        List<String> names = new ArrayList<>();
        NodeList parts = read.getElementsByTagName("PmtInf").item(0).getChildNodes();
        for (int i = 0; i < parts.getLength(); i++) {
            if (parts.item(i) instanceof Element part) {
                names.add(part.getTagName());
            }
        }
        return names.equals(List.of(
                "PmtInfId",
                "PmtMtd",
                "BtchBookg",
                "NbOfTxs",
                "CtrlSum",
                "PmtTpInf",
                "ReqdExctnDt",
                "Dbtr",
                "DbtrAcct",
                "DbtrAgt",
                "ChrgBr",
                "CdtTrfTxInf",
                "CdtTrfTxInf"));
    }

    private static PaymentFile.Payment payment(long expense, Money amount, String payee, Iban account) {
        return new PaymentFile.Payment(new ExpenseId(expense), new InitiativeId(7), amount, payee, account);
    }

    private static Document parsed(byte[] file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
    }

    private static List<String> texts(Document read, String name) {
        List<String> texts = new ArrayList<>();
        NodeList found = read.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent().strip());
        }
        return texts;
    }
}
