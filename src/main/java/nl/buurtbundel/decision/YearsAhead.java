package nl.buurtbundel.decision;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.buurtbundel.budget.MonthlyCover;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.suggestion.LikelyRelease;
import org.jspecify.annotations.Nullable;

/** The years that a decision reaches into: this one and the next three, or as many as it binds. */
final class YearsAhead {
    private static final int YEARS = 4;
    private static final int MONTHS = 12;

    private YearsAhead() {}

    static List<FiscalYear> of(LocalDate today, List<YearAmount> amounts) {
        FiscalYear first = FiscalYear.of(today);
        FiscalYear last = new FiscalYear(first.year() + YEARS - 1);
        for (YearAmount amount : amounts) {
            last = amount.year().compareTo(last) > 0 ? amount.year() : last;
        }
        List<FiscalYear> years = new ArrayList<>();
        for (FiscalYear year = first; year.compareTo(last) <= 0; year = year.next()) {
            years.add(year);
        }
        return years;
    }

    /** What running costs in a year, from the first month on; beginning costs once, in that month. */
    static Money goingOn(FiscalYear year, LocalDate firstDay, Money startUp, Money yearlyCost) {
        FiscalYear first = FiscalYear.of(firstDay);
        if (year.compareTo(first) < 0) {
            return Money.ZERO;
        }
        if (year.compareTo(first) > 0) {
            return yearlyCost;
        }
        return GrantYears.of(firstDay, startUp, yearlyCost).stream()
                .filter(amount -> amount.year().equals(year))
                .map(YearAmount::amount)
                .findFirst()
                .orElse(Money.ZERO);
    }

    /**
     * Forecast: what the months tell, as the reader may see them, and after them what the suggestion expects of a year.
     *
     * @return null where nothing is known of any month of the year
     */
    static @Nullable Money expectedRelease(FiscalYear year, FirstYear firstYear) {
        MonthlyCover cover = firstYear.months();
        if (cover.basis() == MonthlyCover.Basis.UNKNOWN || cover.basis() == MonthlyCover.Basis.NOT_SHOWN) {
            return null;
        }
        List<Money> known = new ArrayList<>();
        for (MonthlyCover.Month month : cover.months()) {
            if (FiscalYear.of(month.month().atDay(1)).equals(year)) {
                known.add(month.realisedRelease().plus(month.expectedRelease()));
            }
        }
        LikelyRelease likely = firstYear.likely();
        if (likely != null) {
            YearMonth after = cover.months().get(MONTHS - 1).month();
            long monthsAfter = year.firstDay().isAfter(after.atEndOfMonth())
                    ? MONTHS
                    : FiscalYear.of(after.atDay(1)).equals(year) ? MONTHS - after.getMonthValue() : 0;
            if (monthsAfter > 0) {
                known.add(likely.aYear().timesFraction(monthsAfter, MONTHS));
            }
        }
        return known.isEmpty() ? null : Money.sum(known);
    }

    /**
     * Of households it is known only within the twelve months what comes free, while the cost of a plan goes on.
     *
     * @return the last month of the year that the forecast knows of; null where it knows all of them
     */
    static @Nullable YearMonth expectedUntil(FiscalYear year, FirstYear firstYear) {
        YearMonth last = firstYear.months().months().get(MONTHS - 1).month();
        boolean cutOff = firstYear.likely() == null
                && FiscalYear.of(last.atDay(1)).equals(year)
                && last.getMonth() != Month.DECEMBER;
        return cutOff ? last : null;
    }

    /** @param fresh what comes with this decision, where the promises do not count it yet */
    static Money with(Map<FiscalYear, Money> promised, List<YearAmount> fresh, FiscalYear year) {
        return fresh.stream()
                .filter(amount -> amount.year().equals(year))
                .map(YearAmount::amount)
                .reduce(promised.getOrDefault(year, Money.ZERO), Money::plus);
    }
}
