package nl.buurtbundel.initiative;

import nl.buurtbundel.foundation.Refusal;

/**
 * The promise to a household that wants its own help back. Nobody has to say why.
 *
 * @param workingDays the most working days until the own help is there again
 * @param bridge who helps in the days between
 * @param sameProvider whether the same provider is still there
 */
public record WayBack(int workingDays, String bridge, boolean sameProvider) {
    public static final int MOST_WORKING_DAYS = 60;

    public WayBack {
        if (workingDays < 1 || workingDays > MOST_WORKING_DAYS) {
            throw new Refusal("initiative.error.way-back-days", MOST_WORKING_DAYS);
        }
        bridge = Texts.required(bridge, 300, "initiative.error.way-back-bridge");
    }

    boolean promisesTheSameAs(WayBack other) {
        return workingDays == other.workingDays
                && sameProvider == other.sameProvider
                && Texts.wordsOnly(bridge).equals(Texts.wordsOnly(other.bridge));
    }
}
