package nl.buurtbundel.initiative;

import nl.buurtbundel.foundation.Messages;

/** Why a plan stops. A short list, because everybody can read it: no words about anybody. */
public enum StopReason {
    TOO_FEW_HOUSEHOLDS,
    NOBODY_TO_RUN_IT,
    NO_PLACE,
    COSTS_MORE_THAN_PLANNED,
    DOES_NOT_HELP_ENOUGH,
    RULES_STAND_IN_THE_WAY;

    public String code() {
        return Messages.word(this);
    }

    /** The message key of its words. */
    public String key() {
        return "initiative.stop-reason." + code();
    }
}
