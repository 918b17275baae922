package nl.buurtbundel.budget;

import nl.buurtbundel.foundation.Messages;

/** Why a payment that was ready is not paid any more. */
public enum LapseReason {
    PLAN_ENDED,
    WAITED_TOO_LONG;

    /** The message key of its words. */
    public String key() {
        return "budget.lapsed." + Messages.word(this);
    }
}
