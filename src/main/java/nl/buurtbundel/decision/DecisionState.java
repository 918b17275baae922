package nl.buurtbundel.decision;

/** How far a decision has come. */
public enum DecisionState {
    /** The money is reserved; nobody has decided. */
    PROPOSED,
    /** The first has signed; the budget holder has not. */
    DECIDED,
    /** Signed twice, and the money is posted. Changed only by a new decision. */
    FINAL,
    REFUSED,
    /** Taken back, not signed by the budget holder, or lapsed: held too long, or the plan began or ended. */
    VOIDED,
    /** Beyond what the council appropriated or authorised: it waits for the council, without a reservation. */
    COUNCIL_PROPOSAL,
    /** The council changed its budget: the team proposes the plan anew. */
    COUNCIL_ADOPTED;

    public boolean isOpen() {
        return this == PROPOSED || this == DECIDED;
    }

    /** A yes or a no that stands. */
    public boolean isDecided() {
        return this == FINAL || this == REFUSED;
    }

    /** It waits for a decision, here or by the council. */
    public boolean isUndecided() {
        return isOpen() || this == COUNCIL_PROPOSAL;
    }
}
