package nl.buurtbundel.assessment;

import java.util.List;

/** What the article turned out to say. */
public enum ObjectionOutcome {
    ALLOWED,
    ALLOWED_ON_CONDITION,
    NOT_ALLOWED,
    /** It is not allowed, and who has the power to does not follow that here. */
    DEVIATED;

    /** What who reads the article can find. */
    public static List<ObjectionOutcome> answers() {
        return List.of(ALLOWED, ALLOWED_ON_CONDITION, NOT_ALLOWED);
    }
}
