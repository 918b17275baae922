package nl.buurtbundel.ledger;

import nl.buurtbundel.money.Money;

/**
 * Money to be moved.
 *
 * @param key of the command: the same again changes nothing
 * @param reference what it is moved for, opaque to the ledger
 * @param purpose in a few words or a code, never about a person; may be empty
 */
public record NewTransfer(
        String key, AccountKey from, AccountKey to, Money amount, Reason reason, String reference, String purpose) {

    String canonical() {
        return String.join(
                "|",
                "transfer",
                from.canonical(),
                to.canonical(),
                Long.toString(amount.cents()),
                reason.name(),
                reference,
                purpose);
    }
}
