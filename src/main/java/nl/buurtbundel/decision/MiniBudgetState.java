package nl.buurtbundel.decision;

import nl.buurtbundel.foundation.Messages;

/** How far a small amount for a household is. */
public enum MiniBudgetState {
    /** Colleagues are asked. */
    PROPOSED,
    /** Enough of them agreed: the money is held. */
    AGREED,
    /** The bank paid it; what was left of it is free again. */
    SPENT,
    /** Nothing was paid in time: all of it is free again. */
    LAPSED,
    /** The proposer took it back. */
    WITHDRAWN,
    /** It took no money in the end. */
    SOLVED;

    public String key() {
        return "decision.mini.state." + Messages.word(this);
    }
}
