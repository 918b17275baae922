package nl.buurtbundel.budget;

/** What can bear a grant, in the order in which it is used. Planned release is not among them: it is a forecast. */
public enum CoverKind {
    /** Given by another payer for this plan alone, and received. */
    CONTRIBUTION,
    REALISED_RELEASE,
    PRE_FINANCING,
    /** Adopted by the council for initiatives themselves. */
    APPROPRIATION
}
