package nl.buurtbundel.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.budget.ContributionId;
import nl.buurtbundel.budget.ContributorKind;
import nl.buurtbundel.budget.NewContribution;
import nl.buurtbundel.budget.PayerAgreement;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
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
    private static final Money FIVE_HUNDRED = Money.ofEuros(500);

    private final PayerAgreement insurer = agreement(3, 7, "ZK-2026-14", FIVE_HUNDRED);
    private final PayerAgreement housing = agreement(4, 8, "W 9/b", Money.ofEuros(80));
    private final AgreedReceipts agreed = AgreedReceipts.of(List.of(insurer, housing));

    @ParameterizedTest
    @ValueSource(
            strings = {"ZK-2026-14", "Bijdrage zk 2026 14 eerste termijn", "ZK202614", "kenmerk:ZK.2026.14/termijn 1"})
    void the_number_of_an_agreement_is_recognised_however_it_is_written(String said) {
        assertThat(agreed.list(List.of("iets anders", said), Money.ofEuros(1))).containsExactly(3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZK-2026-140", "AZK-2026-14", "ZK 2026 en 14", "W 9/b", ""})
    void another_number_and_one_that_is_too_short_are_not(String said) {
        assertThat(agreed.list(List.of(said), Money.ofEuros(1))).isEmpty();
    }

    @Test
    void without_a_number_the_amount_that_was_agreed_says_which_could_be_meant() {
        assertThat(agreed.list(List.of("bijdrage"), Money.ofEuros(80))).containsExactly(4L);
        assertThat(agreed.list(List.of("ZK-2026-14"), Money.ofEuros(80)))
                .as("who names one means that one")
                .containsExactly(3L);
        assertThat(AgreedReceipts.NONE.list(List.of("ZK-2026-14"), FIVE_HUNDRED))
                .isEmpty();
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
        assertThat(named.mayComeBy(insurer, FIVE_HUNDRED)).isTrue();
        assertThat(named.mayComeBy(insurer, Money.ofEuros(19)))
                .as("more than is to come")
                .isFalse();
        assertThat(named.mayComeBy(housing, Money.ofEuros(80))).isFalse();
        assertThat(named.mayComeBy(housing, Money.ofEuros(20)))
                .as("the last part of it")
                .isTrue();
        assertThat(line(Money.ofEuros(20), false, Set.of(8L), Set.of()).mayComeBy(housing, Money.ofEuros(80)))
                .as("names the plan")
                .isTrue();
        assertThat(line(FIVE_HUNDRED, true, Set.of(7L), Set.of()).mayComeBy(insurer, FIVE_HUNDRED))
                .as("left the account")
                .isFalse();
    }

    @Test
    void it_is_booked_once_and_does_not_go_back_on_the_list() {
        BankLine line = line(FIVE_HUNDRED, false, Set.of(), Set.of(3L));
        line.receiveBy(insurer.id(), HOLDER, DAY);

        assertThat(line.summary(null, insurer).receivedBy()).isEqualTo(insurer);
        assertThat(line.summary(null, insurer).why()).isNull();
        refused("spending.error.line-settled", () -> line.receiveBy(housing.id(), HOLDER, DAY));
        refused("spending.error.line-received", () -> line.putBack(null));
        BankLine out = line(FIVE_HUNDRED, true, Set.of(), Set.of());
        refused("spending.error.not-come-in", () -> out.receiveBy(insurer.id(), HOLDER, DAY));
    }

    private static void refused(String code, Runnable deed) {
        assertThatThrownBy(deed::run).isInstanceOf(Refusal.class).hasMessage(code);
    }

    private static BankLine line(Money amount, boolean out, Set<Long> plans, Set<Long> agreements) {
        BankStatement statement = new BankStatement(
                new MunicipalityCode("GM9906"),
                new ReadStatement(1, "account", "identity", "content", List.of(), 0),
                HOLDER,
                DAY);
        number(statement, 1);
        BankLine line = new BankLine(
                new MunicipalityCode("GM9906"),
                statement,
                new BankEntry("a", 1, DAY, amount, out, false, false, null, Set.of(), plans, agreements),
                Unmatched.CAME_IN);
        number(line, 1);
        return line;
    }

    private static void number(Object entity, long id) {
        try {
            Field field = entity.getClass().getDeclaredField("id");
            field.setAccessible(true);
            field.set(entity, id);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
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
                        DAY));
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
