package nl.buurtbundel.spending;

/**
 * An expense that the bank is to pay.
 *
 * @param place by which it is named when something about it is not right
 * @param version of the expense, as it was seen
 * @param payee in whose name the account is
 * @param account an IBAN, as it was typed; kept nowhere but in the file for the bank
 */
public record OrderedPayment(int place, ExpenseId expense, int version, String payee, String account) {
    /** Names nobody: it may come to stand in a log. */
    @Override
    public String toString() {
        return "payment of " + expense;
    }
}
