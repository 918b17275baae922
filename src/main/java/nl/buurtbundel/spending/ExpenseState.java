package nl.buurtbundel.spending;

/** How far an expense has come. */
public enum ExpenseState {
    /** Booked; somebody else of the team looks at it. */
    BOOKED,
    /** The money is held; it waits for the budget holder. */
    APPROVED,
    PAID,
    /** Sent back with a reason; who booked it can book it anew. */
    SENT_BACK,
    /** Who booked it took it back before anybody approved it. */
    WITHDRAWN,
    /** It was paid, and the bank sent the money back; who booked it can book it anew. */
    CAME_BACK,
    /** The plan ended first, or it waited too long; the money is there again. */
    LAPSED
}
