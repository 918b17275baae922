package nl.buurtbundel.decision;

import java.util.Optional;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What only the council can change in the budget of a year, so that a plan can be paid (Gemeentewet 189 and 192).
 *
 * @param from the task field that the money comes from; null where the council must find it elsewhere
 * @param atMost what the plan asks in that year, of all sources of the municipality together: everybody knows that amount,
 *     while how much of it a task field bears tells what few households released, and moves with each of them
 */
public record Amendment(FiscalYear year, @Nullable AuthorisedUnit from, AuthorisedUnit to, Money atMost) {

    /** More money than the council appropriated, not other money. */
    public boolean isRaise() {
        return from == null;
    }

    public Optional<AuthorisedUnit> findFrom() {
        return Optional.ofNullable(from);
    }
}
