package nl.buurtbundel.decision;

import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;

/** What a decision grants in one fiscal year. */
public record YearAmount(FiscalYear year, Money amount) {
    public YearAmount {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("nothing granted in " + year);
        }
    }
}
