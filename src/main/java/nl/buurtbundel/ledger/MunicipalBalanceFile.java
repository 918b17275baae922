package nl.buurtbundel.ledger;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.buurtbundel.foundation.EuroText;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.TableFile;
import nl.buurtbundel.money.Money;

/**
 * Reads the balances of the municipality’s own ledger: a CSV in UTF-8 with the columns {@code datum;taakveld;bedrag}, where the
 * amount is what was spent this year until the end of that day.
 */
final class MunicipalBalanceFile {
    private static final List<String> COLUMNS = List.of("datum", "taakveld", "bedrag");

    private MunicipalBalanceFile() {}

    /** One line of the file. */
    record Line(long number, LocalDate day, String taskField, Money amount) {}

    /** @throws Refusal that names the line, and what was expected there */
    static List<Line> read(byte[] file) {
        List<Line> lines = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (TableFile.Row row : TableFile.read(file, COLUMNS)) {
            Line line = line(row);
            if (!seen.add(List.of(line.day(), line.taskField()))) {
                throw new Refusal("ledger.error.balances-twice", line.number(), line.taskField());
            }
            lines.add(line);
        }
        return lines;
    }

    private static Line line(TableFile.Row row) {
        LocalDate day;
        try {
            day = LocalDate.parse(row.fields().get(0));
        } catch (DateTimeParseException e) {
            throw new Refusal("ledger.error.balances-day", row.number());
        }
        Money amount = EuroText.find(row.fields().get(2), Messages.DUTCH)
                .orElseThrow(() -> new Refusal("ledger.error.balances-amount", row.number()));
        return new Line(row.number(), day, row.fields().get(1), amount);
    }
}
