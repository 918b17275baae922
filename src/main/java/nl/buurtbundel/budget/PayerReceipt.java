package nl.buurtbundel.budget;

import java.time.LocalDate;
import nl.buurtbundel.ledger.TransferId;

/** What was booked as received of another payer, and stands. */
public record PayerReceipt(TransferId id, ContributionId by, LocalDate bookedOn) {}
