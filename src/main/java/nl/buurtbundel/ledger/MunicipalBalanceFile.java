package nl.buurtbundel.ledger;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.buurtbundel.foundation.EuroText;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;

/**
 * Reads the balances of the municipality’s own ledger: a CSV in UTF-8 with the columns {@code datum;taakveld;bedrag}, where the
 * amount is what was spent this year until the end of that day.
 */
final class MunicipalBalanceFile {
    private static final List<String> COLUMNS = List.of("datum", "taakveld", "bedrag");
    private static final int MOST_LINES = 10_000;
    private static final int MOST_CHARACTERS = 1_000_000;

    private MunicipalBalanceFile() {}

    /** One line of the file. */
    record Line(long number, LocalDate day, String taskField, Money amount) {}

    /** @throws Refusal that names the line, and what was expected there */
    static List<Line> read(byte[] file) {
        String text = decoded(file);
        if (text.length() > MOST_CHARACTERS) {
            throw new Refusal("ledger.error.balances-too-long", MOST_LINES);
        }
        List<Line> lines = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        boolean head = true;
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(';').ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                if (head) {
                    requireColumns(row);
                    head = false;
                    continue;
                }
                Line line = line(row);
                if (!seen.add(List.of(line.day(), line.taskField()))) {
                    throw new Refusal("ledger.error.balances-twice", line.number(), line.taskField());
                }
                lines.add(line);
                if (lines.size() > MOST_LINES) {
                    throw new Refusal("ledger.error.balances-too-long", MOST_LINES);
                }
            }
        } catch (CsvParseException | java.io.IOException e) {
            throw new Refusal("ledger.error.balances-no-table", lines.size() + 2L);
        }
        if (lines.isEmpty()) {
            throw new Refusal("ledger.error.balances-empty");
        }
        return lines;
    }

    private static String decoded(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refusal("ledger.error.balances-encoding");
        }
    }

    private static void requireColumns(CsvRecord row) {
        List<String> names = row.getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.equals(COLUMNS)) {
            throw new Refusal("ledger.error.balances-columns", String.join(";", COLUMNS));
        }
    }

    private static Line line(CsvRecord row) {
        long number = row.getStartingLineNumber();
        LocalDate day;
        try {
            day = LocalDate.parse(row.getField(0).strip());
        } catch (DateTimeParseException e) {
            throw new Refusal("ledger.error.balances-day", number);
        }
        Money amount = EuroText.find(row.getField(2), Messages.DUTCH)
                .orElseThrow(() -> new Refusal("ledger.error.balances-amount", number));
        return new Line(number, day, row.getField(1).strip(), amount);
    }
}
