package nl.buurtbundel.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.buurtbundel.Ids;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.budget.ContributionId;
import nl.buurtbundel.budget.ContributorKind;
import nl.buurtbundel.budget.NewContribution;
import nl.buurtbundel.budget.PayerAgreement;
import nl.buurtbundel.budget.PayerReceipt;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may come in by agreement with another payer, on a statement and on the list. */
class AgreedReceiptsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 2);
    private static final UserId HOLDER = new UserId(4);
    private static final TransferId BOOKED = new TransferId(31);
    private static final Money FIVE_HUNDRED = Money.ofEuros(500);

    private final PayerAgreement insurer = agreement(3, 7, "ZK-2026-14", FIVE_HUNDRED);
    private final PayerAgreement housing = agreement(4, 8, "W 9/b", Money.ofEuros(80));
    private final AgreedReceipts agreed = AgreedReceipts.of(List.of(insurer, housing));

    @ParameterizedTest
    @ValueSource(
            strings = {"ZK-2026-14", "Bijdrage zk 2026 14 eerste termijn", "ZK202614", "kenmerk:ZK.2026.14/termijn 1"})
    void the_number_of_an_agreement_is_recognised_however_it_is_written(String said) {
        assertThat(agreed.listNamed(List.of("iets anders", said))).containsExactly(3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZK-2026-140", "AZK-2026-14", "ZK 2026 en 14", "W 9/b", ""})
    void another_number_and_one_that_is_too_short_are_not(String said) {
        assertThat(agreed.listNamed(List.of(said))).isEmpty();
    }

    @Test
    void without_a_number_what_is_still_to_come_says_which_could_be_meant() {
        AgreedReceipts partly = AgreedReceipts.of(List.of(after(insurer, Money.ofEuros(420)), housing));

        assertThat(partly.listOf(Money.ofEuros(80))).as("the last of it too").containsExactly(3L, 4L);
        assertThat(partly.listOf(FIVE_HUNDRED)).isEmpty();
        assertThat(AgreedReceipts.NONE.listOf(FIVE_HUNDRED)).isEmpty();
    }

    @Test
    void by_what_was_received_in_full_nothing_is_kept() {
        AgreedReceipts done = AgreedReceipts.of(List.of(after(insurer, FIVE_HUNDRED)));

        assertThat(done.listNamed(List.of("ZK-2026-14"))).isEmpty();
        assertThat(done.listOf(FIVE_HUNDRED)).isEmpty();
        assertThat(done.listOf(Money.ZERO)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "1999", " 20-26 "})
    void a_bare_year_is_no_number_that_tells(String number) {
        assertThat(AgreedReceipts.of(List.of(agreement(5, 9, number, FIVE_HUNDRED)))
                        .listNamed(List.of("vakantie 2026", number)))
                .isEmpty();
    }

    @Test
    void by_its_amount_it_is_known_only_where_nothing_of_ours_stands_and_it_is_one_payment() {
        String file = statement(entry("500.00", "CRDT", "BB-U1 retour")
                + entry("80.00", "CRDT", "BB-P7")
                + entry("20.00", "CRDT", "BB-U1 retour ZK-2026-14")
                + entry("500.00", "CRDT", "x").replace("</TxDtls>", "</TxDtls><TxDtls></TxDtls>"));

        ReadStatement read = StatementFile.read("april.xml", file.getBytes(StandardCharsets.UTF_8), agreed)
                .get(0);

        assertThat(read.passedBy()).isEqualTo(1);
        assertThat(read.entries()).extracting(BankEntry::agreements).containsExactly(Set.of(), Set.of(), Set.of(3L));
        assertThat(StatementMatch.of(read.entries(), List.of()).values())
                .containsOnly(new StatementMatch.Outcome(null, Unmatched.CAME_BACK));
    }

    @Test
    void of_what_came_in_only_what_may_be_ours_is_kept_and_of_that_no_words() {
        String file = statement(entry("500.00", "CRDT", "Zorgverzekeraar Voorbeeld, buurtkeuken")
                + entry("20.00", "CRDT", "termijn 2 ZK 2026 14")
                + entry("21.00", "CRDT", "huur mevrouw Voorbeeld")
                + entry("500.00", "DBIT", "ZK-2026-14"));

        ReadStatement read = StatementFile.read("april.xml", file.getBytes(StandardCharsets.UTF_8), agreed)
                .get(0);

        assertThat(read.passedBy()).isEqualTo(1);
        assertThat(read.entries()).extracting(BankEntry::agreements).containsExactly(Set.of(3L), Set.of(3L), Set.of());
        assertThat(read.entries().toString()).doesNotContain("Voorbeeld", "termijn", "ZK");
        assertThat(StatementMatch.of(read.entries(), List.of())
                        .get(read.entries().get(0).identity())
                        .why())
                .isEqualTo(Unmatched.CAME_IN);
    }

    @Test
    void it_is_offered_to_who_was_named_or_still_has_to_pay_exactly_this_much() {
        BankLine named = line(Money.ofEuros(20), false, Set.of(), Set.of(3L));
        assertThat(named.mayComeBy(insurer)).isTrue();
        assertThat(named.mayComeBy(after(insurer, Money.ofEuros(481))))
                .as("more than is to come")
                .isFalse();
        assertThat(named.mayComeBy(housing)).isFalse();
        assertThat(named.mayComeBy(after(housing, Money.ofEuros(60))))
                .as("the last part of it")
                .isTrue();
        assertThat(line(Money.ofEuros(20), false, Set.of(8L), Set.of()).mayComeBy(housing))
                .as("names the plan")
                .isTrue();
        assertThat(line(FIVE_HUNDRED, true, Set.of(7L), Set.of()).mayComeBy(insurer))
                .as("left the account")
                .isFalse();
    }

    @Test
    void it_is_booked_once_and_goes_back_on_the_list_with_what_was_booked_because_of_it() {
        BankLine line = line(FIVE_HUNDRED, false, Set.of(), Set.of(3L));
        line.receiveBy(insurer.id(), BOOKED, HOLDER, DAY);

        assertThat(line.summary(null, insurer, Set.of()).receivedBy()).isEqualTo(insurer);
        assertThat(line.summary(null, insurer, Set.of()).why()).isNull();
        refused("spending.error.line-settled", () -> line.receiveBy(housing.id(), BOOKED, HOLDER, DAY));
        assertThat(line.ownReceipt()).contains(BOOKED);
        line.putBack(null);
        assertThat(line.ownReceipt()).isEmpty();
        assertThat(line.contribution()).isEmpty();
        assertThat(line.summary(null, null, Set.of()).why()).isEqualTo(Unmatched.PUT_BACK);
        assertThat(line.mayComeBy(insurer)).isTrue();

        BankLine out = line(FIVE_HUNDRED, true, Set.of(), Set.of());
        refused("spending.error.not-come-in", () -> out.receiveBy(insurer.id(), BOOKED, HOLDER, DAY));
    }

    @Test
    void laid_beside_what_was_booked_before_it_undoes_nothing_when_it_goes_back() {
        BankLine line = line(FIVE_HUNDRED, false, Set.of(), Set.of());
        line.layBeside(new PayerReceipt(BOOKED, insurer.id(), DAY), HOLDER, DAY);

        assertThat(line.summary(null, insurer, Set.of()).beside()).isTrue();
        assertThat(line.contribution()).contains(insurer.id());
        assertThat(line.ownReceipt()).isEmpty();
        line.putBack(null);
        line.receiveBy(insurer.id(), BOOKED, HOLDER, DAY);
        assertThat(line.ownReceipt()).contains(BOOKED);
    }

    @Test
    void what_names_an_expense_and_several_payments_in_one_are_no_contribution() {
        BankLine back = line(entry(Set.of(12L), false));
        refused("spending.error.names-expense", () -> back.receiveBy(insurer.id(), BOOKED, HOLDER, DAY));
        assertThat(back.mayComeBy(insurer)).isFalse();
        assertThat(back.summary(null, null, Set.of()).receivable()).isFalse();

        BankLine together = line(entry(Set.of(), true));
        together.notOurs(HOLDER, DAY);
        together.putBack(null);
        refused("spending.error.together", () -> together.receiveBy(insurer.id(), BOOKED, HOLDER, DAY));
        assertThat(together.mayComeBy(insurer)).isFalse();
    }

    private static BankEntry entry(Set<Long> expenses, boolean together) {
        return new BankEntry(
                "a", 1, DAY, FIVE_HUNDRED, false, false, together, null, expenses, Set.of(), Set.of(), Set.of(3L));
    }

    private static void refused(String code, Runnable deed) {
        assertThatThrownBy(deed::run).isInstanceOf(Refusal.class).hasMessage(code);
    }

    private static BankLine line(Money amount, boolean out, Set<Long> plans, Set<Long> agreements) {
        return line(new BankEntry("a", 1, DAY, amount, out, false, false, null, Set.of(), plans, Set.of(), agreements));
    }

    private static BankLine line(BankEntry entry) {
        BankStatement statement = new BankStatement(
                new MunicipalityCode("GM9906"),
                new ReadStatement(1, "account", "identity", "content", List.of(), 0),
                HOLDER,
                DAY);
        Ids.give(statement, 1);
        BankLine line = new BankLine(new MunicipalityCode("GM9906"), statement, entry, Unmatched.CAME_IN);
        Ids.give(line, 1);
        return line;
    }

    private static PayerAgreement agreement(long id, long plan, String number, Money agreed) {
        return new PayerAgreement(
                new ContributionId(id),
                new InitiativeId(plan),
                new NeighbourhoodCode("BU99060101"),
                new NewContribution(
                        new FiscalYear(2026),
                        ContributorKind.HEALTH_INSURER,
                        "Zorgverzekeraar Voorbeeld",
                        number,
                        agreed,
                        DAY),
                agreed);
    }

    private static PayerAgreement after(PayerAgreement one, Money received) {
        return new PayerAgreement(
                one.id(),
                one.plan(),
                one.neighbourhood(),
                one.agreement(),
                one.outstanding().minus(received));
    }

    private static String statement(String entries) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
                <GrpHdr><MsgId>M</MsgId><CreDtTm>2026-01-01T05:00:00Z</CreDtTm></GrpHdr>
                <Stmt><Id>1</Id><CreDtTm>2026-01-01T05:00:00Z</CreDtTm>
                <Acct><Id><Othr><Id>account</Id></Othr></Id></Acct>
                %s</Stmt></BkToCstmrStmt></Document>
                """.formatted(entries);
    }

    private static String entry(String amount, String side, String said) {
        return """
                <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>2026-04-02</Dt></BookgDt><AcctSvcrRef>REF%s</AcctSvcrRef>
                <NtryDtls><TxDtls><RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
                """.formatted(amount, side, side + amount, said);
    }
}
