package nl.buurtbundel.ledger;

import java.util.List;
import nl.buurtbundel.money.Money;

/**
 * A booking with its way back and its way forward.
 *
 * @param from the account that gave
 * @param to the account that took
 * @param origins where its money came from, to the council
 * @param destinations where its money is now; together what it moved, unless it was undone
 */
public record TransferTrace(
        TransferSummary transfer, AccountId from, AccountId to, List<Origin> origins, List<Destination> destinations) {

    public TransferTrace {
        origins = List.copyOf(origins);
        destinations = List.copyOf(destinations);
    }

    /** How much of it is on an account now. */
    public record Destination(AccountSummary account, Money amount) {}
}
