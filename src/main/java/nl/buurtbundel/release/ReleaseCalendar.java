package nl.buurtbundel.release;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import nl.buurtbundel.budget.MonthlyCover;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Split;
import nl.buurtbundel.provision.ContractForm;
import nl.buurtbundel.provision.Need;
import org.jspecify.annotations.Nullable;

/**
 * When individual money is expected to come free, by need, month and contract form, and what is not covered until then. All of
 * it is added up from parts that the reader may see by themselves; it names no household and counts none.
 *
 * @param months the first year of each plan, added up
 * @param exact the reader may see single households: nothing is left out, and the steps of each count
 */
public record ReleaseCalendar(List<Line> lines, List<Month> months, boolean exact) {
    public ReleaseCalendar {
        lines = List.copyOf(lines);
        months = List.copyOf(months);
    }

    /**
     * What comes free from a month on.
     *
     * @param form none where contract forms are mixed or unknown: apart they would be too few to show
     * @param certain the help has stopped
     * @param aYear what it comes to in a whole year
     */
    public record Line(
            YearMonth month,
            Need need,
            @Nullable ContractForm form,
            boolean certain,
            Money aYear,
            Money low,
            Money likely,
            Money high) {
        static Line of(Expected part) {
            return new Line(
                    part.from(),
                    part.need(),
                    part.form(),
                    part.certain(),
                    part.aYear(),
                    part.likelihood().low(part.aYear()),
                    part.likelihood().likely(part.aYear()),
                    part.likelihood().high(part.aYear()));
        }

        private Line plus(Line other) {
            return new Line(
                    month,
                    need,
                    form,
                    certain,
                    aYear.plus(other.aYear),
                    low.plus(other.low),
                    likely.plus(other.likely),
                    high.plus(other.high));
        }

        private boolean isWith(Line other) {
            return month.equals(other.month)
                    && need == other.need
                    && Objects.equals(form, other.form)
                    && certain == other.certain;
        }
    }

    /**
     * One month of all plans, each amount added up since its plan began.
     *
     * @param cost what the plans cost so far
     * @param certain what has come free so far and is certain
     * @param likely what is likely to have come free besides
     * @param bearable what was set aside or advanced to bear the rest
     * @param uncovered cost that no certain release covers yet
     * @param notBorne what of that nothing bears
     */
    public record Month(
            YearMonth month, Money cost, Money certain, Money likely, Money bearable, Money uncovered, Money notBorne) {
        private Month plus(Month other) {
            return new Month(
                    month,
                    cost.plus(other.cost),
                    certain.plus(other.certain),
                    likely.plus(other.likely),
                    bearable.plus(other.bearable),
                    uncovered.plus(other.uncovered),
                    notBorne.plus(other.notBorne));
        }
    }

    /** A part that may be shown by itself. */
    record Expected(
            YearMonth from,
            Need need,
            @Nullable ContractForm form,
            boolean certain,
            Money aYear,
            ReleaseLikelihood likelihood) {}

    /**
     * What a plan costs in its first year: no more than what was granted of it, of beginning and of running alike, as its budget
     * lines have it.
     */
    record Cost(Money startUp, Money yearly) {
        Cost granted(Money granted) {
            if (granted.compareTo(startUp.plus(yearly)) >= 0) {
                return this;
            }
            List<Money> parts = Split.byLargestRemainder(granted, List.of(startUp.cents(), yearly.cents()));
            return new Cost(parts.get(0), parts.get(1));
        }
    }

    /** The first year of a plan, and how sure what it expects is. */
    record FirstYear(MonthlyCover cover, ReleaseLikelihood likelihood) {}

    static ReleaseCalendar of(List<Expected> parts, List<FirstYear> plans, boolean exact) {
        List<Line> lines = new ArrayList<>();
        for (Expected part : parts) {
            add(lines, Line.of(part));
        }
        lines.sort(Comparator.comparing(Line::month)
                .thenComparing(Line::need)
                .thenComparing(Line::form, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Line::certain));
        return new ReleaseCalendar(lines, addUp(plans), exact);
    }

    private static void add(List<Line> lines, Line line) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isWith(line)) {
                lines.set(i, lines.get(i).plus(line));
                return;
            }
        }
        lines.add(line);
    }

    /** A plan counts in the months of its own first year; after that its sums stand as they were. */
    private static List<Month> addUp(List<FirstYear> plans) {
        Map<YearMonth, Month> months = new TreeMap<>();
        List<List<Month>> each = plans.stream().map(ReleaseCalendar::monthsOf).toList();
        each.forEach(plan -> plan.forEach(month -> months.putIfAbsent(month.month(), nothing(month.month()))));
        for (List<Month> plan : each) {
            Month last = plan.get(plan.size() - 1);
            for (YearMonth month : months.keySet()) {
                plan.stream()
                        .filter(one -> one.month().equals(month))
                        .findFirst()
                        .or(() -> month.isAfter(last.month())
                                ? Optional.of(new Month(
                                        month,
                                        last.cost(),
                                        last.certain(),
                                        last.likely(),
                                        last.bearable(),
                                        last.uncovered(),
                                        last.notBorne()))
                                : Optional.empty())
                        .ifPresent(one -> months.merge(month, one, Month::plus));
            }
        }
        return List.copyOf(months.values());
    }

    private static List<Month> monthsOf(FirstYear plan) {
        List<Month> months = new ArrayList<>();
        Money cost = Money.ZERO;
        Money certain = Money.ZERO;
        Money expected = Money.ZERO;
        for (MonthlyCover.Month month : plan.cover().months()) {
            cost = cost.plus(month.cost());
            certain = certain.plus(month.realisedRelease());
            expected = expected.plus(month.expectedRelease());
            months.add(new Month(
                    month.month(),
                    cost,
                    certain,
                    plan.likelihood().likely(expected),
                    month.bearable(),
                    month.uncovered(),
                    month.notBorne()));
        }
        return months;
    }

    private static Month nothing(YearMonth month) {
        return new Month(month, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
    }
}
