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
 */
public record IntensityClass(
        String need, Law law, Band band, int households, Money declared, int allocatedHouseholds, Money allocated) {

    public String id() {
        return need + "/" + law.lawName() + "/" + band.code();
    }
}
