package nl.buurtbundel.spending;

import nl.buurtbundel.foundation.Messages;

/** Why a payment on a bank statement belongs nowhere yet. */
public enum Unmatched {
    /** It names no expense and no plan. */
    NO_REFERENCE,
    /** It names an expense that is not there, or that was not approved. */
    UNKNOWN_REFERENCE,
    /** It names an expense of another amount. */
    OTHER_AMOUNT,
    /** It names a plan that has no expense of this amount around this day. */
    NO_SUCH_EXPENSE,
    /** More than one expense could be meant, or more than one payment names the same. */
    AMBIGUOUS,
    /** The expense that it names was seen at the bank before. */
    SEEN_BEFORE,
    /** Several payments in one, which the bank did not tell apart. */
    TOGETHER,
    /** The money came back. */
    CAME_BACK,
    /** Money came in that another payer may have given by agreement. */
    CAME_IN,
    /** Somebody took it from the expense that it stood with. */
    PUT_BACK,
    /** It was booked as received, and that booking was corrected in the book. */
    UNDONE,
    /** It belongs to an expense, and its payment is not recorded here yet. */
    NOT_RECORDED,
    /** It belongs to an expense that lapsed before its payment was recorded. */
    LAPSED;

    public String key() {
        return "spending.unmatched." + Messages.word(this);
    }
}
