package nl.buurtbundel.decision;

/** As what somebody has a hand in a decision. On every page the office stands, never the person. */
public enum Office {
    TEAM,
    MANAGER,
    ALDERMAN,
    COLLEGE,
    COUNCIL,
    BUDGET_HOLDER
}
