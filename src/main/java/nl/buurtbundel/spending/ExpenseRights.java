package nl.buurtbundel.spending;

/** What the reader may do with an expense now. */
public record ExpenseRights(boolean mayApprove, boolean mayPay, boolean mayBookAnew, boolean mayWithdraw) {
    static final ExpenseRights NONE = new ExpenseRights(false, false, false, false);

    /** Who has the next step can also send it back. */
    public boolean maySendBack() {
        return mayApprove || mayPay;
    }
}
