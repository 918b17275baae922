package nl.buurtbundel.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.MunicipalEntry;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.opportunity.SuppressionRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinesOfManyTest {
    private static final SuppressionRule RULE = new SuppressionRule(10, 5);
    private static final YearMonth MARCH = YearMonth.of(2027, 3);
    private static final AccountKey RELEASED = account(AccountKind.RELEASED, "6.712");
    private static final AccountKey ARRANGEMENT = account(AccountKind.PRE_FINANCING, "6.1");

    private final List<TransferSummary> moved = new ArrayList<>();
    private final Map<TransferId, Map<String, Money>> behind = new HashMap<>();

    @Test
    void what_nine_households_repaid_waits_and_is_told_with_that_of_the_tenth() {
        for (int household = 1; household <= 9; household++) {
            repay(MARCH.atDay(household), "household:" + household, 100, null);
        }
        assertThat(lines(MARCH)).isEmpty();
        repay(MARCH.plusMonths(1).atDay(1), "household:10", 100, null);
        assertThat(lines(MARCH)).isEmpty();
        assertThat(lines(MARCH.plusMonths(1)))
                .extracting(MunicipalEntry::amount)
                .containsExactlyInAnyOrder(Money.ofEuros(-1_000), Money.ofEuros(1_000));
        assertThat(lines(MARCH.plusMonths(2))).as("told once").isEmpty();
    }

    @Test
    void one_household_with_most_of_the_money_is_not_told_though_there_are_ten() {
        for (int household = 1; household <= 9; household++) {
            repay(MARCH.atDay(household), "household:" + household, 100, null);
        }
        repay(MARCH.atDay(10), "household:10", 1_000, null);
        assertThat(lines(MARCH)).isEmpty();
    }

    @Test
    void what_was_undone_before_it_was_told_is_never_told() {
        TransferId wrong = repay(MARCH.atDay(1), "household:1", 100, null);
        repay(MARCH.plusMonths(1).atDay(1), "household:1", 100, wrong);
        for (int month = 1; month <= 12; month++) {
            assertThat(lines(YearMonth.of(2027, month))).isEmpty();
        }
    }

    @Test
    void what_nobody_freed_is_told_in_its_own_month() {
        TransferId council = repay(MARCH.atDay(1), "household:1", 100, null);
        behind.remove(council);
        assertThat(lines(MARCH)).hasSize(2);
    }

    /** Whatever was moved: the lines of each month are zero together, and those of a year are all that was moved. */
    @Test
    void a_year_tells_all_of_it_and_each_month_is_zero() {
        Random random = new Random(20261123);
        for (int round = 0; round < 300; round++) {
            moved.clear();
            behind.clear();
            Money total = Money.ZERO;
            for (int i = 0; i < 60; i++) {
                long euros = 1 + random.nextInt(500);
                LocalDate on = LocalDate.of(2027, 1 + i / 5, 1 + random.nextInt(28));
                repay(on, "household:" + random.nextInt(25), euros, null);
                total = total.plus(Money.ofEuros(euros));
            }
            Money told = Money.ZERO;
            for (int month = 1; month <= 12; month++) {
                List<MunicipalEntry> lines = lines(YearMonth.of(2027, month));
                assertThat(Money.sum(lines.stream().map(MunicipalEntry::amount).toList()))
                        .isEqualTo(Money.ZERO);
                told = told.plus(Money.sum(lines.stream()
                        .map(MunicipalEntry::amount)
                        .filter(Money::isPositive)
                        .toList()));
            }
            assertThat(told).isEqualTo(total);
        }
    }

    private List<MunicipalEntry> lines(YearMonth month) {
        return new LinesOfMany(moved, behind, RULE).of(month);
    }

    private TransferId repay(LocalDate on, String household, long euros, @Nullable TransferId counters) {
        long number = moved.size() + 1L;
        Money amount = Money.ofEuros(euros);
        TransferSummary transfer = Booked.transfer(
                number,
                counters == null ? RELEASED : ARRANGEMENT,
                counters == null ? ARRANGEMENT : RELEASED,
                amount,
                Reason.PRE_FINANCING_REPAID,
                "initiative:1",
                counters,
                false,
                on);
        moved.add(transfer);
        if (counters == null) {
            behind.put(transfer.id(), Map.of(household, amount));
        }
        return transfer.id();
    }

    private static AccountKey account(AccountKind kind, String taskField) {
        return AccountKey.of(new MunicipalityCode("GM9901"), new FiscalYear(2027), kind)
                .withTaskField(taskField);
    }
}
