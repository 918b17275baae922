package nl.buurtbundel.budget;

import java.time.Instant;
import java.time.LocalDate;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/** A transfer as the ledger tells of it, where the task field and what it is held for make no difference. */
final class Booked {
    private Booked() {}

    static TransferSummary transfer(
            long number,
            AccountKey from,
            AccountKey to,
            Money amount,
            Reason reason,
            String reference,
            @Nullable TransferId counters,
            boolean countered) {
        return transfer(number, from, to, amount, reason, reference, counters, countered, LocalDate.EPOCH);
    }

    static TransferSummary transfer(
            long number,
            AccountKey from,
            AccountKey to,
            Money amount,
            Reason reason,
            String reference,
            @Nullable TransferId counters,
            boolean countered,
            LocalDate on) {
        return new TransferSummary(
                new TransferId(number),
                number,
                on,
                Instant.EPOCH,
                from,
                to,
                amount,
                "6.1",
                reason,
                reference,
                "",
                null,
                counters,
                countered,
                true);
    }
}
