package nl.buurtbundel.provision;

import nl.buurtbundel.foundation.Messages;

/** Why the cost or the place of a provision is unknown. Unknown is never counted as nothing. */
public enum UnknownReason {
    NO_TARIFF,
    /** There is a tariff, but in a unit that does not fit the volume. */
    OTHER_UNIT,
    /** Without an end date a total cannot be spread over years. */
    NO_END_DATE,
    /** The allocation names neither a volume nor a budget. */
    NO_VOLUME,
    /** The contract has no price per household. Nothing to repair: it is how the contract is. */
    LUMP_SUM,
    NO_ADDRESS,
    ADDRESS_WITHOUT_NEIGHBOURHOOD;

    public boolean isAboutPlace() {
        return this == NO_ADDRESS || this == ADDRESS_WITHOUT_NEIGHBOURHOOD;
    }

    /** Whether a worker can do something about it. */
    public boolean canBeRepaired() {
        return this != LUMP_SUM;
    }

    public String key() {
        return "provision.unknown." + Messages.word(this);
    }
}
