package nl.buurtbundel.foundation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.money.Money;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table that leaves the product, as CSV and as XLSX, and opens clean in a spreadsheet: amounts are numbers in both, also below
 * zero, and a text that a spreadsheet could take for a formula is text (OWASP, CSV injection).
 */
public final class Sheet {
    /** A spreadsheet that is told the encoding shows letters with an accent right. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";
    private static final int LONGEST_NAME = 31;

    private final String name;
    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    /** @param name of the table; on the tab of a spreadsheet it is cut to 31 characters */
    public Sheet(String name, List<String> columns) {
        this.name = name;
        this.columns = List.copyOf(columns);
    }

    /** @param cells texts, amounts, days and whole numbers, one for each column */
    public Sheet row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells in " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** In UTF-8 with semicolons and the decimal comma, as spreadsheets in Dutch expect it. */
    public byte[] toCsv() {
        StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            writer.writeRecord(columns.stream().map(Sheet::harmless).toList());
            rows.forEach(
                    row -> writer.writeRecord(row.stream().map(Sheet::inCsv).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    public byte[] toXlsx() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Buurtbundel", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(tab());
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(0, column, columns.get(column));
                sheet.style(0, column).bold().set();
            }
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < columns.size(); column++) {
                    write(sheet, row + 1, column, rows.get(row).get(column));
                }
            }
            sheet.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String tab() {
        String allowed = name.replaceAll("[\\\\/?*\\[\\]:]", " ").strip();
        return allowed.length() > LONGEST_NAME ? allowed.substring(0, LONGEST_NAME) : allowed;
    }

    private static void write(Worksheet sheet, int row, int column, Object cell) {
        if (cell instanceof Money amount) {
            sheet.value(row, column, amount.inEuros());
            sheet.style(row, column).format("#,##0.00").set();
        } else if (cell instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else {
            // a cell of text: no spreadsheet computes it
            sheet.value(row, column, printable(cell.toString()));
        }
    }

    private static String inCsv(Object cell) {
        if (cell instanceof Money amount) {
            return DecimalText.write(amount.inEuros(), Messages.DUTCH);
        }
        return cell instanceof LocalDate || cell instanceof Number ? cell.toString() : harmless(cell.toString());
    }

    private static String harmless(String text) {
        String safe = printable(text);
        return !safe.isEmpty() && BEGINS_A_FORMULA.indexOf(safe.charAt(0)) >= 0 ? "'" + safe : safe;
    }

    /** XML knows no other control characters, and nobody reads them. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\t\r\n]]", " ");
    }
}
