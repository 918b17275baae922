package nl.buurtbundel.spending;

import nl.buurtbundel.foundation.Messages;

/** Why an expense is not paid any more. */
public enum LapseReason {
    PLAN_ENDED,
    WAITED_TOO_LONG;

    /** The message key of its words. */
    public String key() {
        return "spending.lapsed." + Messages.word(this);
    }
}
