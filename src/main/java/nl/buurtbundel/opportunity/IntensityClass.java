package nl.buurtbundel.opportunity;

import nl.buurtbundel.money.Money;
import nl.buurtbundel.provision.Law;

/**
 * At least as many households as may be shown, with a like amount of the same support under one law. This is what the
 * planner sees; it never sees a household.
 *
 * @param declared what was declared for them in a year, where that is known
 * @param allocated what was allocated in a year where no declaration is known
 * @param allocatedHouseholds how many households that is about
 * @param unsplit what is expected to be spent on all of them, in one amount, when one of the two is about too few of them or
 *     about one: the two are zero then
 */
public record IntensityClass(
        String need,
        Law law,
        Band band,
        int households,
        Money declared,
        int allocatedHouseholds,
        Money allocated,
        Money unsplit) {

    public IntensityClass {
        if (unsplit.isPositive() && (declared.isPositive() || allocated.isPositive())) {
            throw new IllegalArgumentException("counted twice");
        }
    }

    Money expected(Usage usage) {
        return declared.plus(usage.of(allocated)).plus(unsplit);
    }

    boolean isSplit() {
        return unsplit.isZero();
    }

    public String id() {
        return need + "/" + law.lawName() + "/" + band.code();
    }
}
