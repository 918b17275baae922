package nl.buurtbundel.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a table (CSV) row by row. Every row that is wrong is named with its line and column; one wrong row refuses the file.
 * The text is UTF-8, or UTF-16 with a byte order mark: a file in another encoding is refused where it shows, never guessed.
 */
final class TableReader {
    private static final int REPORTED_AT_MOST = 200;
    private static final char DAMAGED = '\uFFFD';

    private final IntakeLimits limits;

    TableReader(IntakeLimits limits) {
        this.limits = limits;
    }

    /**
     * @param columns that must be there; a name ending in * stands for any ending, such as a year
     * @param row what a row becomes; empty if the row is not ours
     * @return what the rows became, and the digest of the file
     */
    <T> Table<T> read(String file, InputStream in, List<String> columns, Function<TableRow, Optional<T>> row) {
        BoundedInput input = new BoundedInput(in, limits.tableBytes());
        List<T> rows = new ArrayList<>();
        List<RefusedItem> refused = new ArrayList<>();
        long[] line = {1};
        try {
            BufferedReader reader = decoded(input);
            CsvReader<CsvRecord> csv = CsvReader.builder()
                    .fieldSeparator(separator(reader))
                    .skipEmptyLines(true)
                    .allowExtraCharsAfterClosingQuote(false)
                    .allowUnclosedQuote(false)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .maxBufferSize(limits.recordCharacters())
                    .ofCsvRecord(reader);
            Iterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext()) {
                throw new Refused(file, 1, "", "table-without-header");
            }
            CsvRecord header = records.next();
            Map<String, Integer> places = places(file, header, columns);
            while (records.hasNext()) {
                CsvRecord record = records.next();
                line[0] = record.getStartingLineNumber();
                try {
                    checkRecord(record, header);
                    row.apply(new TableRow(record, places)).ifPresent(rows::add);
                } catch (TableRow.Wrong wrong) {
                    refused.add(new RefusedItem(file, line[0], wrong.field(), wrong.code(), wrong.parameters()));
                    if (refused.size() == REPORTED_AT_MOST) {
                        refused.add(new RefusedItem(file, line[0], "", "table-many-errors", List.of()));
                        throw new Refused(refused);
                    }
                }
            }
        } catch (IOException | UncheckedIOException e) {
            refused.add(new RefusedItem(file, line[0], "", unreadable(e), sizeLimit()));
        } catch (CsvParseException e) {
            if (BoundedInput.TooLarge.isBehind(e)) {
                refused.add(new RefusedItem(file, line[0], "", "too-large", sizeLimit()));
            } else {
                refused.add(new RefusedItem(file, line[0] + 1, "", parseCode(e), List.of()));
            }
        }
        if (!refused.isEmpty()) {
            throw new Refused(refused);
        }
        try {
            return new Table<>(rows, input.finish());
        } catch (IOException e) {
            throw new Refused(file, 0, "", "too-large", sizeLimit().get(0));
        }
    }

    private List<String> sizeLimit() {
        return List.of(Long.toString(limits.tableBytes() >> 20));
    }

    private static String unreadable(Exception e) {
        return BoundedInput.TooLarge.isBehind(e) ? "too-large" : "unreadable";
    }

    /** The parser has one kind of exception for both; only its words differ. */
    private static String parseCode(CsvParseException e) {
        String words = String.valueOf(e.getMessage())
                + (e.getCause() == null ? "" : e.getCause().getMessage());
        return words.contains("buffer") ? "table-line-too-long" : "table-quotes";
    }

    private static void checkRecord(CsvRecord record, CsvRecord header) {
        for (int i = 0; i < record.getFieldCount(); i++) {
            String name = i < header.getFieldCount() ? header.getField(i) : "";
            check(record.getField(i), name);
        }
        if (record.getFieldCount() != header.getFieldCount()) {
            throw new TableRow.Wrong(
                    "",
                    "table-columns",
                    Integer.toString(record.getFieldCount()),
                    Integer.toString(header.getFieldCount()));
        }
    }

    private static void check(String value, String field) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == DAMAGED) {
                throw new TableRow.Wrong(field, "table-encoding");
            }
            if (c == 0) {
                throw new TableRow.Wrong(field, "table-nul");
            }
        }
    }

    private static Map<String, Integer> places(String file, CsvRecord header, List<String> columns) {
        Map<String, Integer> places = new HashMap<>();
        try {
            for (int i = 0; i < header.getFieldCount(); i++) {
                check(header.getField(i), "");
                String name = header.getField(i).strip().toLowerCase(Locale.ROOT);
                if (places.putIfAbsent(name, i) != null && columns.contains(name)) {
                    throw new TableRow.Wrong(name, "table-column-twice", name);
                }
            }
        } catch (TableRow.Wrong wrong) {
            throw new Refused(List.of(new RefusedItem(file, 1, wrong.field(), wrong.code(), wrong.parameters())));
        }
        List<RefusedItem> missing = new ArrayList<>();
        for (String column : columns) {
            Optional<String> found = column.endsWith("*")
                    ? places.keySet().stream()
                            .filter(name -> name.startsWith(column.substring(0, column.length() - 1)))
                            .sorted()
                            .reduce((first, last) -> last)
                    : Optional.of(column).filter(places::containsKey);
            found.ifPresentOrElse(
                    name -> places.put(column, places.getOrDefault(name, 0)),
                    () -> missing.add(new RefusedItem(file, 1, column, "table-column-missing", List.of(column))));
        }
        if (!missing.isEmpty()) {
            throw new Refused(missing);
        }
        return places;
    }

    private BufferedReader decoded(InputStream in) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(in, 3);
        byte[] start = bytes.readNBytes(3);
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            mark = 3;
        } else if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        }
        bytes.unread(start, mark, start.length - mark);
        // damage becomes a mark of its own, which is then found and named with its line and column
        Reader reader = new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
        return new BufferedReader(reader, limits.recordCharacters());
    }

    private char separator(BufferedReader reader) throws IOException {
        int most = limits.recordCharacters() - 1;
        reader.mark(most);
        int semicolons = 0;
        int commas = 0;
        for (int read = 0; read < most; read++) {
            int c = reader.read();
            if (c < 0 || c == '\n' || c == '\r') {
                break;
            }
            if (c == ';') {
                semicolons++;
            } else if (c == ',') {
                commas++;
            }
        }
        reader.reset();
        return commas > semicolons ? ',' : ';';
    }

    /** What the rows of a file became. */
    record Table<T>(List<T> rows, String digest) {}
}
