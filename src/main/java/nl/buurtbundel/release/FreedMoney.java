package nl.buurtbundel.release;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a provision that stopped early leaves unspent, per fiscal year: its expected cost over the days from the day after its
 * last through the day until which it was allocated, less what help that takes over costs from the day on which it begins. A
 * whole year frees exactly a year’s cost, be it of 365 days or 366.
 */
record FreedMoney(SortedMap<FiscalYear, Money> byYear) {
    static final FreedMoney NOTHING = new FreedMoney(new TreeMap<>());

    FreedMoney {
        byYear = Collections.unmodifiableSortedMap(new TreeMap<>(byYear));
    }

    /**
     * Help that takes over.
     *
     * @param lastDay null where it was allocated without an end
     * @param aYear null while its cost is unknown: then nothing is free beside it
     */
    record TakenOver(
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable Money aYear) {
        /**
         * The days over which it takes its part. It ends only where other help follows: when it stops early, what it leaves
         * unspent is its own and not that of the help before it.
         */
        private Optional<Period> within(Period freed, List<TakenOver> all) {
            boolean followed = lastDay != null && all.stream().anyMatch(other -> other.firstDay.isAfter(lastDay));
            return new Period(firstDay, followed ? lastDay : null).intersection(freed);
        }
    }

    /**
     * @param expectedAYear null where the contract has no price per household: it frees nothing until it is changed
     * @param takenOver empty when no individual help follows
     */
    static FreedMoney of(
            @Nullable Money expectedAYear, LocalDate lastDay, LocalDate allocatedUntil, List<TakenOver> takenOver) {
        if (expectedAYear == null || !allocatedUntil.isAfter(lastDay)) {
            return NOTHING;
        }
        Period freed = new Period(lastDay.plusDays(1), allocatedUntil);
        SortedMap<FiscalYear, Money> byYear = new TreeMap<>();
        FiscalYear last = FiscalYear.of(allocatedUntil);
        for (FiscalYear year = FiscalYear.of(freed.firstDay()); year.compareTo(last) <= 0; year = year.next()) {
            Period days = freed.intersection(year.period()).orElseThrow();
            Money amount = share(expectedAYear, days, year);
            for (TakenOver successor : takenOver) {
                Money aYear = successor.aYear() == null ? expectedAYear : successor.aYear();
                Optional<Period> taken = successor.within(days, takenOver);
                amount = amount.minus(taken.isPresent() ? share(aYear, taken.get(), year) : Money.ZERO);
            }
            // dearer help frees nothing; it takes nothing from the neighbours either
            if (amount.isPositive()) {
                byYear.put(year, amount);
            }
        }
        return new FreedMoney(byYear);
    }

    Money of(FiscalYear year) {
        return byYear.getOrDefault(year, Money.ZERO);
    }

    Money total() {
        return Money.sum(byYear.values());
    }

    private static Money share(Money aYear, Period days, FiscalYear year) {
        return aYear.timesFraction(days.days(), year.period().days());
    }
}
