package nl.buurtbundel.provision;

import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says a product costs.
 *
 * @param unit the unit of the amount; null for a trajectory and for a lump sum
 * @param amount null for a lump sum, which has no price per household
 */
public record Price(
        ContractForm form, @Nullable Unit unit, @Nullable Money amount) {

    public Price {
        if (!form.isWithProvider()) {
            throw new IllegalArgumentException("no contract with a provider: " + form);
        }
        if ((amount == null) != (form == ContractForm.LUMP_SUM)) {
            throw new IllegalArgumentException("a price is needed for everything but a lump sum");
        }
        if (form == ContractForm.PER_UNIT && unit == null) {
            throw new IllegalArgumentException("a price per unit needs a unit");
        }
        if (amount != null && !amount.isPositive()) {
            throw new Refusal("provision.error.amount-not-positive");
        }
    }

    /** Whether this says what so much costs: a price per unit needs a unit into which the other can be converted. */
    boolean suits(@Nullable Extent extent) {
        if (unit == null || extent == null || extent.unit() == Unit.EURO) {
            return true;
        }
        return form == ContractForm.PER_TRAJECTORY && !extent.unit().isPiece()
                || extent.unit().canBePricedIn(unit);
    }

    public static Price perUnit(Unit unit, Money amount) {
        return new Price(ContractForm.PER_UNIT, unit, amount);
    }
}
