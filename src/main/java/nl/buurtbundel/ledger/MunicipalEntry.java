package nl.buurtbundel.ledger;

import java.time.LocalDate;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line for the municipality’s own ledger, which stays the book of record. The lines of a month are zero together.
 *
 * @param number of the transfer in this book; null for one line that stands for all of a month
 * @param neighbourhood empty for none
 * @param reference what the money is for; empty where a single household stands behind it
 * @param amount what comes in on the task field and the kind (above zero) or goes out
 */
public record MunicipalEntry(
        @Nullable Long number,
        LocalDate bookedOn,
        AccountKind kind,
        String taskField,
        String neighbourhood,
        Reason reason,
        String reference,
        Money amount) {}
