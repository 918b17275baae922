package nl.buurtbundel.budget;

import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * The council lets in what came free of a task field after its year was closed. The room of releases books what of it a plan may
 * have by now, in the same transaction.
 *
 * @see PooledBudgets#carryOverRelease
 */
public final class LateReleaseDue {
    private final MunicipalityCode municipality;
    private final FiscalYear year;
    private final String taskField;
    private final FiscalYear into;
    private final CouncilNumber councilDecision;
    private Money booked = Money.ZERO;

    LateReleaseDue(
            MunicipalityCode municipality,
            FiscalYear year,
            String taskField,
            FiscalYear into,
            CouncilNumber councilDecision) {
        this.municipality = municipality;
        this.year = year;
        this.taskField = taskField;
        this.into = into;
        this.councilDecision = councilDecision;
    }

    public MunicipalityCode municipality() {
        return municipality;
    }

    /** The closed year that it came free for. */
    public FiscalYear year() {
        return year;
    }

    public String taskField() {
        return taskField;
    }

    /** The year in which it is booked. */
    public FiscalYear into() {
        return into;
    }

    public CouncilNumber councilDecision() {
        return councilDecision;
    }

    public void book(Money amount) {
        booked = booked.plus(amount);
    }

    Money booked() {
        return booked;
    }
}
