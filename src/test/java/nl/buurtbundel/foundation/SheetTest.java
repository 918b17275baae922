package nl.buurtbundel.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.money.Money;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
    private static final Money REFUND = Money.ofCents(-123_456);

    @Test
    void amounts_are_numbers_with_a_decimal_comma_also_below_zero() {
        Sheet sheet = new Sheet("Boekingen", List.of("Dag", "Waarvoor", "Bedrag", "Nummer"))
                .row(LocalDate.of(2026, 3, 1), "Huur; „zaal”", REFUND, 7);

        assertThat(text(sheet))
                .isEqualTo("\uFEFFDag;Waarvoor;Bedrag;Nummer\r\n2026-03-01;\"Huur; „zaal”\";-1234,56;7\r\n");
    }

    @Test
    void a_spreadsheet_reads_amounts_and_days_as_such() throws IOException {
        List<Row> rows = read(new Sheet("Boekingen", List.of("Dag", "Bedrag")).row(LocalDate.of(2026, 3, 1), REFUND));

        assertThat(rows.get(1).getCell(1).getType()).isEqualTo(CellType.NUMBER);
        assertThat(rows.get(1).getCell(1).asNumber()).isEqualByComparingTo(new BigDecimal("-1234.56"));
        assertThat(rows.get(1).getCell(0).asDate().toLocalDate()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+31", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0"})
    void no_text_is_a_formula(String hostile) throws IOException {
        Sheet sheet = new Sheet("=naam", List.of(hostile)).row(hostile);

        String csv = text(sheet).substring(1);
        assertThat(csv.charAt(csv.charAt(0) == '"' ? 1 : 0)).isEqualTo('\'');
        assertThat(read(sheet)).allSatisfy(row -> {
            assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).getFormula()).isNull();
        });
    }

    @Test
    void what_xml_does_not_know_and_what_a_tab_may_not_be_called_break_no_file() throws IOException {
        Sheet sheet =
                new Sheet("Stand 2026/[alle]: een heel lange naam van een blad", List.of("a")).row("x\u0000\u0008y");

        assertThat(read(sheet).get(1).getCellText(0)).isEqualTo("x  y");
    }

    @Test
    void a_row_has_a_cell_for_each_column() {
        Sheet sheet = new Sheet("a", List.of("a", "b"));
        assertThatThrownBy(() -> sheet.row("1")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(Sheet sheet) {
        return new String(sheet.toCsv(), StandardCharsets.UTF_8);
    }

    private static List<Row> read(Sheet sheet) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(sheet.toXlsx()))) {
            return workbook.getFirstSheet().read();
        }
    }
}
