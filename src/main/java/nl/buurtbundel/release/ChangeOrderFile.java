package nl.buurtbundel.release;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A change order as a file that a Dutch spreadsheet opens clean: semicolons, UTF-8 with its mark, days as yyyy-mm-dd, and
 * nothing that it would take for a formula or lose a zero of. Only what still stands is in it.
 */
public record ChangeOrderFile(String name, byte[] content) {
    private static final char MARK = '\uFEFF';

    /** In words beside the code, so that no spreadsheet takes the zero away. */
    private static final String REASON = ChangeOrderView.REASON + " Herbeoordeling: verkorting toewijzing";

    static ChangeOrderFile of(ChangeOrderView order) {
        StringWriter text = new StringWriter();
        text.write(MARK);
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord("wet", "toewijzingsnummer", "product", "huidige einddatum", "nieuwe einddatum", "reden");
            for (ChangeOrderView.Line line : order.lines()) {
                if (line.stands()) {
                    csv.writeRecord(
                            line.number().law().lawName(),
                            clean(line.number().value()),
                            clean(product(line)),
                            day(line.currentEnd()),
                            line.newEnd().toString(),
                            REASON);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new ChangeOrderFile(
                "wijzigingsopdracht-" + order.id().value() + ".csv",
                text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String product(ChangeOrderView.Line line) {
        return line.productCode() == null && line.category() != null ? "categorie " + line.category() : line.product();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** An apostrophe keeps what begins as a formula from being one. */
    private static String clean(String value) {
        return value.isEmpty() || "=+-@\t\r".indexOf(value.charAt(0)) < 0 ? value : "'" + value;
    }
}
