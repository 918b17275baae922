package nl.buurtbundel.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Split;

/**
 * In which fiscal years the first twelve months of a plan cost money: start-up at once, the rest by the same months as the
 * page shows, so that no cent of a month falls outside its year.
 */
final class GrantYears {
    private static final int MONTHS = 12;

    private GrantYears() {}

    static List<YearAmount> of(LocalDate start, Money startUp, Money yearlyCost) {
        int monthsThisYear = MONTHS + 1 - start.getMonthValue();
        Money running = Money.sum(Split.byLargestRemainder(yearlyCost, Collections.nCopies(MONTHS, 1L))
                .subList(0, monthsThisYear));
        FiscalYear first = FiscalYear.of(start);
        List<YearAmount> years = new ArrayList<>();
        add(years, first, startUp.plus(running));
        add(years, first.next(), yearlyCost.minus(running));
        return years;
    }

    private static void add(List<YearAmount> years, FiscalYear year, Money amount) {
        if (amount.isPositive()) {
            years.add(new YearAmount(year, amount));
        }
    }
}
