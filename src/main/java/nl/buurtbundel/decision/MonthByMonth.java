package nl.buurtbundel.decision;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Split;
import org.jspecify.annotations.Nullable;

/**
 * The cost of a plan in the months of one year, and what bears it: first what has really come free, then other money that
 * the council appropriated, then pre-financing as long as it runs. Start-up falls in the first month, the yearly cost evenly
 * over the twelve months from the start, to the cent.
 */
public record MonthByMonth(List<MonthLine> lines) {
    /** A household’s own help ends some months after the plan starts, never at once. */
    private static final int MONTHS_UNTIL_RELEASE = 3;

    public MonthByMonth {
        lines = List.copyOf(lines);
    }

    /**
     * @param realised what has come free by now
     * @param forecastAYear what is expected to come free in a full year; null when nobody has made a forecast
     */
    public static MonthByMonth of(
            LocalDate start,
            Money startUp,
            Money yearlyCost,
            Money realised,
            @Nullable Money forecastAYear,
            Money appropriation,
            PreFinancingSource preFinancing) {
        List<Money> costs = overMonths(yearlyCost);
        Money expected = forecastAYear == null ? Money.ZERO : forecastAYear;
        List<MonthLine> lines = new ArrayList<>();
        Money cost = startUp;
        for (int i = 0; i < costs.size(); i++) {
            YearMonth month = YearMonth.from(start).plusMonths(i);
            cost = cost.plus(costs.get(i));
            Money forecast = realised.plus(expected.timesFraction(Math.max(0, i + 1 - MONTHS_UNTIL_RELEASE), 12));
            lines.add(line(month, cost, realised, forecast, appropriation, preFinancing));
        }
        return new MonthByMonth(lines);
    }

    private static MonthLine line(
            YearMonth month,
            Money cost,
            Money realised,
            Money forecast,
            Money appropriation,
            PreFinancingSource preFinancing) {
        Money uncovered = cost.minus(realised).max(Money.ZERO);
        Money fromAppropriation = uncovered.min(appropriation);
        Money fromPreFinancing =
                preFinancing.runsIn(month) ? uncovered.minus(fromAppropriation).min(preFinancing.amount()) : Money.ZERO;
        Money open = uncovered.minus(fromAppropriation).minus(fromPreFinancing);
        return new MonthLine(month, cost, realised, forecast, uncovered, fromAppropriation, fromPreFinancing, open);
    }

    private static List<Money> overMonths(Money amount) {
        return Split.byLargestRemainder(amount, Collections.nCopies(12, 1L));
    }

    /** Pre-financing set aside for a plan, and until when it may be used. */
    public record PreFinancingSource(Money amount, @Nullable LocalDate until) {
        public static final PreFinancingSource NONE = new PreFinancingSource(Money.ZERO, null);

        boolean runsIn(YearMonth month) {
            return until == null || !YearMonth.from(until).isBefore(month);
        }
    }
}
