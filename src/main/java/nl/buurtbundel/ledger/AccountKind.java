package nl.buurtbundel.ledger;

/** Where money can be, in the order in which it walks. */
public enum AccountKind {
    /** Where all money comes from: its debt is what the council adopted. The only account that may go below zero. */
    COUNCIL,
    /** Adopted for a task field and year. */
    APPROPRIATED,
    /** Came free from individual provisions, for certain. */
    RELEASED,
    /** Set apart to bear what is not yet released. */
    PRE_FINANCING,
    /** Promised to one reference by a decision. */
    GRANTED,
    /** Left the municipality. */
    PAID,
    /** Added to the reserves at the end of a year by decision of the council (Iv3 0.10), to be used in the next. */
    CARRIED_OVER;

    public boolean isGuarded() {
        return this != COUNCIL;
    }
}
