package nl.buurtbundel.budget;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Split;

/**
 * The first twelve months of an initiative: what it costs, what release bears by then, and what pre-financing must bear in
 * between. A forecast that never covers a posting; it shows what the decider takes on.
 *
 * @param withoutRelease release is left out of every column: so few households stand behind it that one could be read from
 *     month to month
 */
public record MonthlyCover(List<Month> months, boolean withoutRelease) {
    private static final int MONTHS = 12;

    public MonthlyCover {
        months = List.copyOf(months);
        if (months.size() != MONTHS) {
            throw new IllegalArgumentException("twelve months, not " + months.size());
        }
    }

    /**
     * Release that goes on from a month.
     *
     * @param realised certain; otherwise planned
     */
    public record Release(YearMonth from, Money aYear, boolean realised) {}

    /** Money that can bear up to an amount, through a last day: pre-financing, or what is held or granted for the plan. */
    public record Bearer(String taskField, Money amount, LocalDate endsOn) {}

    /**
     * One month.
     *
     * @param result all release so far, planned included, less all cost so far; below zero it must be borne
     * @param resultRealised the same with realised release only: what must be borne if nothing that is planned comes true
     * @param borne what pre-financing and the cover of the plan's own decisions bear of a result below zero
     * @param notBorne what nothing bears: past the limit or the end date
     */
    public record Month(
            YearMonth month,
            Money cost,
            Money realisedRelease,
            Money plannedRelease,
            Money result,
            Money resultRealised,
            Money borne,
            Money notBorne) {}

    /**
     * @param startUp paid at once, in the first month
     * @param runningAYear paid in twelve equal parts
     */
    public static MonthlyCover of(
            YearMonth first, Money startUp, Money runningAYear, List<Release> releases, List<Bearer> bearers) {
        List<Money> running = Split.byLargestRemainder(runningAYear, Collections.nCopies(MONTHS, 1L));
        List<Money> realised =
                perMonth(first, releases.stream().filter(Release::realised).toList());
        List<Money> planned =
                perMonth(first, releases.stream().filter(r -> !r.realised()).toList());
        List<Month> months = new ArrayList<>();
        Money result = Money.ZERO;
        Money resultRealised = Money.ZERO;
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = first.plusMonths(i);
            Money cost = i == 0 ? startUp.plus(running.get(i)) : running.get(i);
            resultRealised = resultRealised.plus(realised.get(i)).minus(cost);
            result = result.plus(realised.get(i)).plus(planned.get(i)).minus(cost);
            Money shortage = result.negated().max(Money.ZERO);
            Money borne = shortage.min(bearable(bearers, month.atEndOfMonth()));
            months.add(new Month(
                    month,
                    cost,
                    realised.get(i),
                    planned.get(i),
                    result,
                    resultRealised,
                    borne,
                    shortage.minus(borne)));
        }
        return new MonthlyCover(months, false);
    }

    /**
     * The same for eyes that may not see single households. A column that changes in one month by fewer households than the
     * threshold gives their amount away, and so does the result next to it: then no release counts at all.
     *
     * @param bearers what bears beside the releases that count
     */
    static MonthlyCover withoutSmallGroups(
            YearMonth first,
            Money startUp,
            Money runningAYear,
            List<Release> releases,
            Function<List<Release>, List<Bearer>> bearers,
            int threshold) {
        boolean small = releases.stream()
                .collect(Collectors.groupingBy(
                        release -> List.of(release.realised(), startOf(first, release)), Collectors.counting()))
                .values()
                .stream()
                .anyMatch(households -> households < threshold);
        return small
                ? new MonthlyCover(
                        of(first, startUp, runningAYear, List.of(), bearers.apply(List.of()))
                                .months(),
                        true)
                : of(first, startUp, runningAYear, releases, bearers.apply(releases));
    }

    public Money cost() {
        return Money.sum(months.stream().map(Month::cost).toList());
    }

    /** Release less cost after twelve months. */
    public Money resultAtEnd() {
        return months.get(MONTHS - 1).result();
    }

    /** The most that pre-financing must bear at any time, which may be more than at the end. */
    public Money highestShortage() {
        return months.stream().map(month -> month.result().negated()).reduce(Money.ZERO, Money::max);
    }

    /** Every month is borne in full. */
    public boolean isBorne() {
        return months.stream().allMatch(month -> month.notBorne().isZero());
    }

    private static Money bearable(List<Bearer> bearers, LocalDate day) {
        return Money.sum(bearers.stream()
                .filter(bearer -> !day.isAfter(bearer.endsOn()))
                .map(Bearer::amount)
                .toList());
    }

    private static int startOf(YearMonth first, Release release) {
        return Math.max(0, Math.toIntExact(ChronoUnit.MONTHS.between(first, release.from())));
    }

    /** Rounded once for all releases that begin in the same month, not once for each household. */
    private static List<Money> perMonth(YearMonth first, List<Release> releases) {
        Map<Integer, Money> aYearByStart = new TreeMap<>();
        for (Release release : releases) {
            aYearByStart.merge(startOf(first, release), release.aYear(), Money::plus);
        }
        List<Money> perMonth = new ArrayList<>(Collections.nCopies(MONTHS, Money.ZERO));
        aYearByStart.forEach((start, aYear) -> {
            int left = MONTHS - start;
            if (left > 0) {
                List<Money> parts =
                        Split.byLargestRemainder(aYear.timesFraction(left, MONTHS), Collections.nCopies(left, 1L));
                for (int i = 0; i < left; i++) {
                    perMonth.set(start + i, perMonth.get(start + i).plus(parts.get(i)));
                }
            }
        });
        return perMonth;
    }
}
