package nl.buurtbundel.budget;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Split;
import org.jspecify.annotations.Nullable;

/**
 * The first twelve months of an initiative: what it costs, what release has really covered by then, and what bears the rest
 * until when. What is expected to come free stands apart: it covers nothing. Money of a fiscal year bears the cost of that year
 * alone: what it bore on the last day is settled, what it did not bear stays open until release covers it, and what is left of
 * it bears nothing unless it is carried over.
 *
 * @param basis where the expectation comes from
 */
public record MonthlyCover(List<Month> months, Basis basis) {
    private static final int MONTHS = 12;

    public MonthlyCover {
        months = List.copyOf(months);
        if (months.size() != MONTHS) {
            throw new IllegalArgumentException("twelve months, not " + months.size());
        }
    }

    /** Where the expected release comes from. */
    public enum Basis {
        /** From the provisions of the households that take part. */
        HOUSEHOLDS,
        /** The same for eyes that may not see single households: what so few stand behind that it would tell of them is left out. */
        MANY_HOUSEHOLDS,
        /** From the suggestion that the plan began with, as long as no household’s release is on record. */
        SUGGESTION,
        /** Nobody has estimated what comes free: unknown, which is not zero. */
        UNKNOWN,
        /** For eyes that may not see single households: nothing is known, or too few stand behind it. Which of the two is not told. */
        NOT_SHOWN
    }

    /**
     * Release that goes on from a month.
     *
     * @param realised certain; otherwise expected
     */
    public record Release(YearMonth from, Money aYear, boolean realised) {}

    /**
     * What came free for one year, as it was reported: in equal parts over the months that are left of the year.
     *
     * @param from from when it can be used
     */
    public record Freed(YearMonth from, FiscalYear year, Money amount) {}

    /**
     * Money that can bear up to an amount, from a first day on.
     *
     * @param kind none: money of several kinds, shown as one
     * @param from in the fiscal year whose cost it bears
     * @param endsOn the last day; none when it bears until its year ends
     */
    public record Bearer(
            @Nullable CoverKind kind,
            String taskField,
            Money amount,
            LocalDate from,
            @Nullable LocalDate endsOn) {
        boolean bearsOn(LocalDate day) {
            return FiscalYear.of(from).equals(FiscalYear.of(day))
                    && !day.isBefore(from)
                    && (endsOn == null || !day.isAfter(endsOn));
        }
    }

    /** What bears each year, as one that ends when the first of them ends. */
    static List<Bearer> together(List<Bearer> bearers) {
        Map<FiscalYear, Bearer> byYear = new TreeMap<>();
        bearers.forEach(bearer -> byYear.merge(
                FiscalYear.of(bearer.from()),
                new Bearer(null, "", bearer.amount(), bearer.from(), bearer.endsOn()),
                (one, other) -> new Bearer(
                        null,
                        "",
                        one.amount().plus(other.amount()),
                        one.from().isBefore(other.from()) ? one.from() : other.from(),
                        earliest(one.endsOn(), other.endsOn()))));
        return List.copyOf(byYear.values());
    }

    private static @Nullable LocalDate earliest(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** What one of them bears in a month; without an end what bears for good, or bore a year that is over. */
    public record Borne(
            @Nullable CoverKind kind,
            String taskField,
            Money amount,
            @Nullable LocalDate endsOn) {}

    /**
     * One month.
     *
     * @param uncovered all cost so far less all realised release so far, never below zero
     * @param borne what bears it
     * @param notBorne what nothing bears: past the limit or the end date
     * @param bearable how much could be borne in this month
     * @param forecast all release so far less all cost so far, if what is expected comes true
     */
    public record Month(
            YearMonth month,
            Money cost,
            Money realisedRelease,
            Money expectedRelease,
            Money uncovered,
            List<Borne> borne,
            Money notBorne,
            Money bearable,
            Money forecast) {
        public Month {
            borne = List.copyOf(borne);
            if (!Money.sum(borne.stream().map(Borne::amount).toList())
                    .plus(notBorne)
                    .equals(uncovered)) {
                throw new IllegalArgumentException(month + ": what is borne and not borne is not " + uncovered);
            }
        }
    }

    /**
     * @param startUp paid at once, in the first month
     * @param runningAYear paid in twelve equal parts
     * @param freed what really came free, where that is known
     * @param bearers in the order in which they bear
     */
    public static MonthlyCover of(
            YearMonth first,
            Money startUp,
            Money runningAYear,
            List<Release> releases,
            List<Freed> freed,
            List<Bearer> bearers,
            Basis basis) {
        List<Money> running = Split.byLargestRemainder(runningAYear, Collections.nCopies(MONTHS, 1L));
        List<Money> realised =
                perMonth(first, releases.stream().filter(Release::realised).toList());
        addFreed(realised, first, freed);
        List<Money> expected =
                perMonth(first, releases.stream().filter(r -> !r.realised()).toList());
        List<Month> months = new ArrayList<>();
        Money covered = Money.ZERO;
        Money forecast = Money.ZERO;
        Money ofYearsOver = Money.ZERO;
        List<Borne> settled = List.of();
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = first.plusMonths(i);
            if (i > 0 && month.getMonth() == java.time.Month.JANUARY) {
                Month december = months.get(i - 1);
                ofYearsOver = december.uncovered();
                settled = december.borne();
            }
            Money cost = i == 0 ? startUp.plus(running.get(i)) : running.get(i);
            covered = covered.plus(realised.get(i)).minus(cost);
            forecast = forecast.plus(realised.get(i)).plus(expected.get(i)).minus(cost);
            Money uncovered = covered.negated().max(Money.ZERO);
            // what comes free covers the cost of its own year first, and then what is open of the year before
            ofYearsOver = ofYearsOver.min(uncovered);
            settled = settled(settled, ofYearsOver);
            List<Borne> borne = new ArrayList<>(settled);
            borne.addAll(borne(uncovered.minus(ofYearsOver), bearers, month.atEndOfMonth()));
            Money notBorne = uncovered.minus(sum(borne));
            Money bearable = sum(settled)
                    .plus(Money.sum(bearers.stream()
                            .filter(bearer -> bearer.bearsOn(month.atEndOfMonth()))
                            .map(Bearer::amount)
                            .toList()));
            months.add(new Month(
                    month, cost, realised.get(i), expected.get(i), uncovered, borne, notBorne, bearable, forecast));
        }
        return new MonthlyCover(months, basis);
    }

    public Money cost() {
        return Money.sum(months.stream().map(Month::cost).toList());
    }

    /** Release less cost after twelve months, if what is expected comes true. */
    public Money forecastAtEnd() {
        return months.get(MONTHS - 1).forecast();
    }

    /** The most that is not covered at any time; which may be more than at the end. */
    public Money highestUncovered() {
        return months.stream().map(Month::uncovered).reduce(Money.ZERO, Money::max);
    }

    /** The first month in which part of what is not covered is borne by nothing, as when an arrangement has ended. */
    public Optional<Month> findFirstNotBorne() {
        return months.stream().filter(month -> month.notBorne().isPositive()).findFirst();
    }

    /** What is left at its end of the money for the first year, where the twelve months reach into the next. */
    public Money leftOfFirstYear() {
        return months.stream()
                .limit(MONTHS - 1)
                .filter(month -> month.month().getMonth() == java.time.Month.DECEMBER)
                .map(december -> december.bearable().minus(sum(december.borne())))
                .findFirst()
                .orElse(Money.ZERO);
    }

    /** The most that is lacking at any time even if what is expected comes true. */
    public Money highestShortage() {
        return months.stream().map(month -> month.forecast().negated()).reduce(Money.ZERO, Money::max);
    }

    /** Every month is borne in full. */
    public boolean isBorne() {
        return months.stream().allMatch(month -> month.notBorne().isZero());
    }

    private static Money sum(List<Borne> borne) {
        return Money.sum(borne.stream().map(Borne::amount).toList());
    }

    /** What bore a year that is over has no end any more: it is spent. */
    private static List<Borne> settled(List<Borne> before, Money stillOpen) {
        List<Borne> borne = new ArrayList<>();
        Money left = stillOpen;
        for (Borne one : before) {
            Money part = left.min(one.amount());
            if (part.isPositive()) {
                borne.add(new Borne(one.kind(), one.taskField(), part, null));
                left = left.minus(part);
            }
        }
        return borne;
    }

    private static List<Borne> borne(Money uncovered, List<Bearer> bearers, LocalDate day) {
        List<Borne> borne = new ArrayList<>();
        Money left = uncovered;
        for (Bearer bearer : bearers) {
            Money part = bearer.bearsOn(day) ? left.min(bearer.amount()) : Money.ZERO;
            if (part.isPositive()) {
                borne.add(new Borne(bearer.kind(), bearer.taskField(), part, bearer.endsOn()));
                left = left.minus(part);
            }
        }
        return borne;
    }

    private static int startOf(YearMonth first, Release release) {
        return Math.max(0, Math.toIntExact(ChronoUnit.MONTHS.between(first, release.from())));
    }

    /** What came free before the first month, in its year, can be used from that month on. Rounded once, as below. */
    private static void addFreed(List<Money> perMonth, YearMonth first, List<Freed> freed) {
        Map<YearMonth, Map<FiscalYear, Money>> byStart = new TreeMap<>();
        for (Freed one : freed) {
            byStart.computeIfAbsent(one.from().isBefore(first) ? first : one.from(), from -> new TreeMap<>())
                    .merge(one.year(), one.amount(), Money::plus);
        }
        byStart.forEach((from, byYear) -> byYear.forEach((year, amount) -> {
            YearMonth last = YearMonth.from(year.lastDay());
            if (last.isBefore(first)) {
                return;
            }
            int start = Math.toIntExact(ChronoUnit.MONTHS.between(first, from));
            // what is booked after its year has ended is there at once
            int months = Math.max(1, Math.toIntExact(ChronoUnit.MONTHS.between(from, last)) + 1);
            List<Money> parts = Split.byLargestRemainder(amount, Collections.nCopies(months, 1L));
            for (int i = start; i < Math.min(MONTHS, start + months); i++) {
                perMonth.set(i, perMonth.get(i).plus(parts.get(i - start)));
            }
        }));
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
