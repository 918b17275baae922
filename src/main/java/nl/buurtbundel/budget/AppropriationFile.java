package nl.buurtbundel.budget;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import nl.buurtbundel.foundation.EuroText;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.TableFile;
import nl.buurtbundel.money.Money;

/**
 * One decision of the council as a table: {@code taakveld;bedrag;buurtplannen}, where the last says {@code ja} for what is meant
 * for initiatives themselves and {@code nee} for what bears individual help.
 */
final class AppropriationFile {
    static final List<String> COLUMNS = List.of("taakveld", "bedrag", "buurtplannen");

    private AppropriationFile() {}

    /**
     * @param exists whether there is a task field of this code in the year
     * @throws Refusal that names the line, and what was expected there
     */
    static List<AppropriationLine> read(byte[] file, Predicate<String> exists) {
        List<AppropriationLine> lines = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (TableFile.Row row : TableFile.read(file, COLUMNS)) {
            AppropriationLine line = line(row);
            if (!exists.test(line.taskField())) {
                throw new Refusal("budget.error.adopted-task-field", row.number(), line.taskField());
            }
            if (!seen.add(List.of(line.taskField(), line.forInitiatives()))) {
                throw new Refusal("budget.error.adopted-twice", row.number(), line.taskField());
            }
            lines.add(line);
        }
        return List.copyOf(lines);
    }

    private static AppropriationLine line(TableFile.Row row) {
        Money amount = EuroText.find(row.fields().get(1), Messages.DUTCH)
                .filter(Money::isPositive)
                .orElseThrow(() -> new Refusal("budget.error.adopted-amount", row.number()));
        boolean forInitiatives = switch (row.fields().get(2).toLowerCase(Locale.ROOT)) {
            case "ja" -> true;
            case "nee" -> false;
            default -> throw new Refusal("budget.error.adopted-for", row.number());
        };
        return new AppropriationLine(row.fields().get(0), amount, forInitiatives);
    }
}
