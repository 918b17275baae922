package nl.buurtbundel.budget;

/** How far a payment has come. */
public enum PaymentState {
    /** Made ready by the team: the money is held, and waits for the budget holder. */
    PREPARED,
    PAID,
    /** The budget holder did not pay; the money is there again. */
    DECLINED,
    /** The plan ended first, or it waited too long; the money is there again. */
    LAPSED
}
