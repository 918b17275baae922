package nl.buurtbundel.foundation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A small table that somebody hands in: CSV in UTF-8 with semicolons, whose first line names the columns. */
public final class TableFile {
    private static final int MOST_LINES = 10_000;
    private static final int MOST_CHARACTERS = 1_000_000;

    private TableFile() {}

    /** One line under the names: its number in the file, and its fields without the spaces around them. */
    public record Row(long number, List<String> fields) {
        public Row {
            fields = List.copyOf(fields);
        }
    }

    /** @throws Refusal that names the line, and what was expected there */
    public static List<Row> read(byte[] file, List<String> columns) {
        String text = decoded(file);
        if (text.length() > MOST_CHARACTERS) {
            throw new Refusal("foundation.error.table-too-long", MOST_LINES);
        }
        List<Row> rows = new ArrayList<>();
        boolean head = true;
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(';').ofCsvRecord(text)) {
            for (CsvRecord line : reader) {
                List<String> fields =
                        line.getFields().stream().map(String::strip).toList();
                if (head) {
                    requireColumns(fields, columns);
                    head = false;
                } else if (fields.size() == columns.size()) {
                    rows.add(new Row(line.getStartingLineNumber(), fields));
                } else {
                    throw new Refusal("foundation.error.table-no-table", line.getStartingLineNumber(), columns.size());
                }
                if (rows.size() > MOST_LINES) {
                    throw new Refusal("foundation.error.table-too-long", MOST_LINES);
                }
            }
        } catch (CsvParseException | IOException e) {
            throw new Refusal("foundation.error.table-no-table", rows.size() + 2L, columns.size());
        }
        if (rows.isEmpty()) {
            throw new Refusal("foundation.error.table-empty");
        }
        return rows;
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
            throw new Refusal("foundation.error.table-encoding");
        }
    }

    private static void requireColumns(List<String> names, List<String> columns) {
        if (!names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList().equals(columns)) {
            throw new Refusal("foundation.error.table-columns", String.join(";", columns));
        }
    }
}
