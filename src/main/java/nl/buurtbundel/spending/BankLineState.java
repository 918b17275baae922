package nl.buurtbundel.spending;

/** What became of a payment on a bank statement. */
enum BankLineState {
    /** On the list: nobody knows yet where it belongs. */
    OPEN,
    /** It belongs to an expense. */
    LINKED,
    /** The card of a team paid it from a mini-budget. */
    TEAM_POT,
    /** It came in by agreement with another payer, and is booked. */
    RECEIVED,
    /** A payment that came back: it pays nothing any more. */
    CAME_BACK,
    /** It has nothing to do with the plans. */
    NOT_OURS
}
