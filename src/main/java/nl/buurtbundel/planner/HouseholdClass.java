package nl.buurtbundel.planner;

import nl.buurtbundel.money.Money;
import nl.buurtbundel.planner.InvalidProblem.Reason;

/**
 * Households with a like need: the unit the planner sees. Spend is given for the class as a whole, because its mean is
 * seldom a whole number of cents.
 *
 * @param eligible households that may take part
 * @param yearlySpend what these households together cost today in a year
 * @param uptake households that would join
 * @param placesPerHouseholdThousandths places one household takes, times 1000
 */
public record HouseholdClass(
        String id, int eligible, Money yearlySpend, Estimate uptake, int placesPerHouseholdThousandths) {

    public HouseholdClass {
        Limits.requireId(id, "classes.id");
        String self = "classes[" + id + "].";
        Limits.requirePositive(eligible, Limits.MOST_HOUSEHOLDS, self + "eligible");
        Limits.requireAmount(yearlySpend, self + "yearlySpend");
        if (uptake.high() > eligible) {
            throw new InvalidProblem(self + "uptake", Reason.ABOVE_ELIGIBLE);
        }
        Limits.requirePositive(
                placesPerHouseholdThousandths,
                Limits.MOST_PLACES_PER_HOUSEHOLD_THOUSANDTHS,
                self + "placesPerHousehold");
    }

    /** A class whose households take one place each. */
    public HouseholdClass(String id, int eligible, Money yearlySpend, Estimate uptake) {
        this(id, eligible, yearlySpend, uptake, 1000);
    }

    /** A class known by the mean spend of a household, in whole cents; each household takes one place. */
    public static HouseholdClass ofMean(String id, int eligible, Money meanYearlySpend, Estimate uptake) {
        Limits.requireAmount(meanYearlySpend, "classes[" + id + "].yearlySpend");
        return new HouseholdClass(id, eligible, meanYearlySpend.times(eligible), uptake);
    }
}
