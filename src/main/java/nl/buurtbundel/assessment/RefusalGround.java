package nl.buurtbundel.assessment;

import nl.buurtbundel.foundation.Messages;

/**
 * On what a plan may be refused. The list follows article 8 of the VNG model ordinance on participation (2024) and the law;
 * “too few neighbours support it” is not on it, as the law does not ask for proof of support.
 */
public enum RefusalGround {
    TASK_NOT_TRANSFERABLE,
    AGAINST_POLICY,
    INCOMPLETE_AFTER_REPAIR,
    TENDER_NEEDED,
    NO_LEGAL_GROUND,
    NOT_SAFE,
    NOT_BETTER_AND_DEARER,
    NO_MONEY;

    /** How plans and public pages refer to it. */
    public String code() {
        return Messages.word(this);
    }
}
