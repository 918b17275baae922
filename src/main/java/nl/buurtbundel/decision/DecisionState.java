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
    /** Taken back by the proposer, or not signed by the budget holder. The plan keeps its advice. */
    VOIDED,
    /** Beyond what the council appropriated: it waits for the council, without a reservation. */
    COUNCIL_PROPOSAL;

    public boolean isOpen() {
        return this == PROPOSED || this == DECIDED;
    }
}
