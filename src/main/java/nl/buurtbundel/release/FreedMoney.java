package nl.buurtbundel.release;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a provision that stopped early leaves unspent, per fiscal year: its expected cost over the days from the day after its
 * last through the day until which it was allocated, less what its successor costs over the same days. A whole year frees
 * exactly a year’s cost, be it of 365 days or 366.
 */
record FreedMoney(SortedMap<FiscalYear, Money> byYear) {
    static final FreedMoney NOTHING = new FreedMoney(new TreeMap<>());

    FreedMoney {
        byYear = Collections.unmodifiableSortedMap(new TreeMap<>(byYear));
    }

    /**
     * @param expectedAYear null where the contract has no price per household: it frees nothing until it is changed
     * @param successorAYear null when no individual provision follows
     */
    static FreedMoney of(
            @Nullable Money expectedAYear,
            LocalDate lastDay,
            LocalDate allocatedUntil,
            @Nullable Money successorAYear) {
        if (expectedAYear == null || !allocatedUntil.isAfter(lastDay)) {
            return NOTHING;
        }
        Period freed = new Period(lastDay.plusDays(1), allocatedUntil);
        SortedMap<FiscalYear, Money> byYear = new TreeMap<>();
        FiscalYear last = FiscalYear.of(allocatedUntil);
        for (FiscalYear year = FiscalYear.of(freed.firstDay()); year.compareTo(last) <= 0; year = year.next()) {
            long days = freed.intersection(year.period()).orElseThrow().days();
            Money amount = share(expectedAYear, days, year);
            if (successorAYear != null) {
                amount = amount.minus(share(successorAYear, days, year));
            }
            // a dearer successor frees nothing; it takes nothing from the neighbours either
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

    private static Money share(Money aYear, long days, FiscalYear year) {
        return aYear.timesFraction(days, year.period().days());
    }
}
