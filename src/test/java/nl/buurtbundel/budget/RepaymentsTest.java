package nl.buurtbundel.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.buurtbundel.ledger.AccountId;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Origin;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.opportunity.SuppressionRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepaymentsTest {
    private static final SuppressionRule RULE = new SuppressionRule(10, 5);
    private static final LocalDate ON = LocalDate.of(2027, 3, 1);
    private static final LocalDate LATER = LocalDate.of(2027, 9, 1);
    private static final AccountKey FIRST = arrangement(2027);
    private static final AccountKey SECOND = arrangement(2028);
    private static final Money EACH = Money.ofEuros(100);

    private final List<TransferSummary> repayments = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();
    private final Map<String, String> helped = new HashMap<>();

    @Test
    void to_the_cent_each_arrangement_has_what_came_back_to_it() {
        repaid(FIRST, 3);
        repaid(SECOND, 2);
        counter(SECOND);
        Repayments exact = Repayments.exact(repayments);
        assertThat(exact.total()).isEqualTo(EACH.times(4));
        assertThat(exact.to(bothBore(1_000))).containsOnly(Map.entry(FIRST, EACH.times(3)), Map.entry(SECOND, EACH));
    }

    @Test
    void where_many_stand_behind_each_arrangement_others_see_the_same() {
        repaid(FIRST, 12);
        repaid(SECOND, 15);
        assertThat(shown().to(bothBore(5_000)))
                .isEqualTo(Repayments.exact(repayments).byArrangement());
    }

    @Test
    void where_few_stand_behind_one_arrangement_others_see_only_what_came_back_at_all() {
        repaid(FIRST, 4);
        repaid(SECOND, 12);
        Repayments shown = shown();
        assertThat(shown.total()).isEqualTo(EACH.times(16));
        assertThat(shown.byArrangement()).isEmpty();
        assertThat(shown.to(bothBore(1_000)))
                .containsOnly(Map.entry(FIRST, Money.ofEuros(1_000)), Map.entry(SECOND, Money.ofEuros(600)));
    }

    @Test
    void of_few_altogether_others_see_nothing() {
        repaid(FIRST, 4);
        assertThat(shown().total()).isEqualTo(Money.ZERO);
        assertThat(shown().to(bothBore(1_000)).values()).containsOnly(Money.ZERO);
    }

    private static Map<AccountKey, Money> bothBore(long euros) {
        Map<AccountKey, Money> advanced = new LinkedHashMap<>();
        advanced.put(FIRST, Money.ofEuros(euros));
        advanced.put(SECOND, Money.ofEuros(euros));
        return advanced;
    }

    private Repayments shown() {
        return Repayments.shown(repayments, origins, helped, LATER, RULE);
    }

    private void repaid(AccountKey arrangement, int households) {
        for (int i = 0; i < households; i++) {
            long id = repayments.size() + 1L;
            repayments.add(transfer(id, released(), arrangement, null));
            origins.add(new Origin(
                    EACH,
                    EACH,
                    List.of(
                            step(id, Reason.PRE_FINANCING_REPAID, "initiative:1", released(), arrangement),
                            step(1_000 + id, Reason.RELEASE_REALISED, "provision:" + id, council(), released()))));
            helped.put("provision:" + id, "household:" + id);
        }
    }

    private void counter(AccountKey arrangement) {
        TransferSummary last = repayments.get(repayments.size() - 1);
        repayments.add(transfer(repayments.size() + 1L, arrangement, released(), last.id()));
    }

    private static TransferSummary transfer(long id, AccountKey from, AccountKey to, @Nullable TransferId counters) {
        return Booked.transfer(id, from, to, EACH, Reason.PRE_FINANCING_REPAID, "initiative:1", counters, false);
    }

    private static Origin.Step step(long id, Reason reason, String reference, AccountKey from, AccountKey to) {
        return new Origin.Step(new TransferId(id), id, ON, reason, reference, from, new AccountId(id), to);
    }

    private static AccountKey arrangement(int year) {
        return account(year, AccountKind.PRE_FINANCING).withReference("pre-financing:" + year);
    }

    private static AccountKey released() {
        return account(2027, AccountKind.RELEASED);
    }

    private static AccountKey council() {
        return account(2027, AccountKind.COUNCIL);
    }

    private static AccountKey account(int year, AccountKind kind) {
        return AccountKey.of(new MunicipalityCode("GM9901"), new FiscalYear(year), kind);
    }
}
