package nl.buurtbundel.ledger;

/** Where money can be, in the order in which it walks. */
public enum AccountKind {
    /** Where the money of the municipality comes from: its debt is what the council adopted. */
    COUNCIL,
    /** Another payer, by one agreement: its debt is what it gave. Beside the council the only one that may go below zero. */
    CONTRIBUTOR,
    /** Received by one agreement for one plan: it bears nothing else, and goes back to who gave it. */
    CONTRIBUTED,
    /** Adopted for a task field and year. */
    APPROPRIATED,
    /** Came free from individual provisions, for certain. */
    RELEASED,
    /** Set apart to bear what is not yet released. */
    PRE_FINANCING,
    /** Set apart to pay while it is argued who pays, or paid so and not settled yet. No grant takes it. */
    BRIDGING,
    /** Promised to one reference by a decision. */
    GRANTED,
    /** Left the municipality. */
    PAID,
    /** Added to the reserves at the end of a year by decision of the council (Iv3 0.10), to be used in the next. */
    CARRIED_OVER;

    public boolean isGuarded() {
        return this != COUNCIL && this != CONTRIBUTOR;
    }

    /** Where money of others may be: it never becomes the municipality’s. */
    boolean mayHoldOthers() {
        return isOfOthers() || this == GRANTED || this == PAID;
    }

    /** Where money of others is that bears nothing yet, or comes from. */
    boolean isOfOthers() {
        return this == CONTRIBUTOR || this == CONTRIBUTED;
    }
}
