package nl.buurtbundel.suggestion;

import java.math.BigDecimal;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.money.Money;

/**
 * Households with a like need, as the sum sees them: never one household.
 *
 * @param declared what was declared for them in a year, where that is known
 * @param allocated what was allocated in a year to those of whom no declaration is known
 * @param allocatedHouseholds how many those are
 * @param unsplit what is expected to be spent on all of them, in one amount, where the two would tell about few; the two are
 *     zero then
 */
public record BasisClass(
        String id, Text name, int households, Money declared, int allocatedHouseholds, Money allocated, Money unsplit) {

    public BasisClass {
        if (households < 1 || allocatedHouseholds < 0 || allocatedHouseholds > households) {
            throw new IllegalArgumentException("no class of households: " + households);
        }
        if (declared.isNegative() || allocated.isNegative() || unsplit.isNegative()) {
            throw new IllegalArgumentException("spend below zero");
        }
        if (unsplit.isPositive() && (declared.isPositive() || allocated.isPositive())) {
            throw new IllegalArgumentException("counted twice");
        }
    }

    /** What it is expected to cost today: what was declared, else what was allocated times the part that is used. */
    public Money expected(int usage) {
        return declared.plus(allocated.times(BigDecimal.valueOf(usage).movePointLeft(4)))
                .plus(unsplit);
    }
}
