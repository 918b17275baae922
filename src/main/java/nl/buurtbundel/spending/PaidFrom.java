package nl.buurtbundel.spending;

/**
 * The account from which is paid.
 *
 * @param holder in whose name it is
 * @param account an IBAN, as it was typed
 */
public record PaidFrom(String holder, String account) {
    @Override
    public String toString() {
        return "an account";
    }
}
