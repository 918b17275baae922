package nl.buurtbundel.money;

import java.time.LocalDate;

/** A calendar year for which the council adopts a budget (Gemeentewet 189). */
public record FiscalYear(int year) implements Comparable<FiscalYear> {

    public FiscalYear {
        if (year < 2015 || year > 2100) {
            throw new IllegalArgumentException("no fiscal year of the social domain: " + year);
        }
    }

    public static FiscalYear of(LocalDate date) {
        return new FiscalYear(date.getYear());
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, 1, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(year, 12, 31);
    }

    public Period period() {
        return new Period(firstDay(), lastDay());
    }

    public FiscalYear next() {
        return new FiscalYear(year + 1);
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return Integer.toString(year);
    }
}
