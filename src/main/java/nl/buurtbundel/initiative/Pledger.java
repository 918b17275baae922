package nl.buurtbundel.initiative;

import org.jspecify.annotations.Nullable;

/**
 * Who says yes.
 *
 * @param subject the person in the files, or the account of who is not in them
 * @param household the household in the files, null for who is not in them
 */
record Pledger(String subject, @Nullable String household) {

    /** Household and need: a need of a household takes part once. */
    @Nullable
    String householdKey(String need) {
        return household == null ? null : household + "|" + need;
    }
}
