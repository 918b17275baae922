package nl.buurtbundel.initiative;

import org.jspecify.annotations.Nullable;

/**
 * Who says yes.
 *
 * @param subject the person in the files, or the account of who is not in them
 * @param household the household in the files, null for who is not in them
 * @param householdAnswered somebody else of that household said yes for this need before
 */
record Pledger(String subject, @Nullable String household, boolean householdAnswered) {

    Pledger(String subject, @Nullable String household) {
        this(subject, household, false);
    }

    /** Household and need: a need of a household takes part once. Null where this yes does not take it. */
    @Nullable
    String householdKey(String need) {
        return household == null || householdAnswered ? null : key(household, need);
    }

    static String key(String household, String need) {
        return household + "|" + need;
    }
}
