package nl.buurtbundel.ledger;

import java.time.LocalDate;
import nl.buurtbundel.money.Money;

/**
 * What is held on one account for one thing that is still to be decided or paid.
 *
 * @param reference what it is held for
 * @param reason why it would be moved
 * @param until the last day on which it is held
 */
public record Held(ReservationId id, String reference, Reason reason, LocalDate until, Money amount) {}
