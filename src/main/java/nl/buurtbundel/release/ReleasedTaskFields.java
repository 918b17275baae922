package nl.buurtbundel.release;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.foundation.ProductTable;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.provision.ContractForm;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.Need;
import org.jspecify.annotations.Nullable;

/**
 * Which task field (Iv3) a provision is paid from, from {@code release/task-fields.csv}: by law, form and need, in the
 * numbering of the year. A line without a need or a form holds for all others of that law; the newest numbering counts first,
 * then the form, then the need. Since 2025 personal budgets have fields of their own.
 */
final class ReleasedTaskFields {
    private static final Comparator<Line> CLOSEST = Comparator.comparing(Line::firstYear)
            .thenComparing(line -> !line.form.isEmpty())
            .thenComparing(line -> !line.need.isEmpty());
    private static final List<Line> LINES = ProductTable.read("release/task-fields.csv", ReleasedTaskFields::line);

    private ReleasedTaskFields() {}

    static Optional<String> find(Law law, @Nullable ContractForm form, Need need, FiscalYear year) {
        return LINES.stream()
                .filter(line -> line.law == law && line.firstYear <= year.year())
                .filter(line -> line.form.isEmpty() || form != null && line.form.equals(form.code()))
                .filter(line -> line.need.isEmpty() || line.need.equals(need.code()))
                .max(CLOSEST)
                .map(Line::taskField);
    }

    private record Line(Law law, String form, String need, int firstYear, String taskField) {}

    private static Line line(NamedCsvRecord line) {
        return new Line(
                Law.valueOf(line.getField("law")),
                line.getField("form"),
                line.getField("need"),
                Integer.parseInt(line.getField("first_year")),
                line.getField("task_field"));
    }
}
