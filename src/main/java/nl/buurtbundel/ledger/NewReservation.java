package nl.buurtbundel.ledger;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * Money to be held.
 *
 * @param key of the command: the same again changes nothing
 * @param content what was asked, in the same words when it is asked again. Not the lines: which accounts bear a request may
 *     differ from one moment to the next
 * @param expiresOn the last day on which it can be posted
 */
public record NewReservation(
        String key,
        String content,
        MunicipalityCode municipality,
        Reason reason,
        String reference,
        LocalDate expiresOn,
        List<Line> lines) {

    public NewReservation {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a reservation of nothing");
        }
        for (Line line : lines) {
            if (!line.from().municipality().equals(municipality)
                    || !line.to().municipality().equals(municipality)
                    || !line.from().year().equals(line.to().year())) {
                throw new IllegalArgumentException("a reservation stays within a municipality and a year");
            }
        }
    }

    /** What goes from where to where once it is posted. */
    public record Line(AccountKey from, AccountKey to, Money amount) {}
}
