package nl.buurtbundel.signal;

/** Who has the say over what is to change. */
public enum ChangeDecider {
    TEAM,
    MANAGER,
    ALDERMAN,
    COLLEGE,
    COUNCIL,
    OTHER_PAYER,
    STATE
}
