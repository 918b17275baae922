package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/** Month by month: the money needed, what has really come free, what is planned to, and what is there to bear the rest. */
@Tag("figure")
@NpmPackage(value = "echarts", version = Picture.ECHARTS)
@JsModule("./foundation/month-lines.ts")
public final class MonthLines extends Picture {

    /** One month; what is not known (yet), such as realised release in a month to come, is null and not zero. */
    public record Month(
            YearMonth month,
            @Nullable Money needed,
            @Nullable Money realised,
            @Nullable Money planned,
            @Nullable Money bearable)
            implements Serializable {}

    private record Line(String kind, String name, List<@Nullable Double> values) implements Serializable {}

    /**
     * @param realised in words: what has really come free
     * @param planned in words: whether that is all that may come free, or what is likely to
     */
    public MonthLines(String title, String summary, String realised, String planned, List<Month> months) {
        super(title, summary, "bb-month-lines");
        Formats formats = formats();
        List<String> names = List.of(
                getTranslation("foundation.months.needed"),
                realised,
                planned,
                getTranslation("foundation.months.limit"));
        drawing()
                .setProperty("locale", formats.locale().toLanguageTag())
                .setPropertyList(
                        "months",
                        months.stream()
                                .map(month -> formats.shortMonth(month.month()))
                                .toList())
                .setPropertyList(
                        "lines",
                        List.of(
                                line("needed", names.get(0), months, Month::needed),
                                line("realised", names.get(1), months, Month::realised),
                                line("planned", names.get(2), months, Month::planned),
                                line("limit", names.get(3), months, Month::bearable)));
        List<DataTable.Column> columns = new ArrayList<>();
        columns.add(DataTable.Column.text(getTranslation("foundation.months.month")));
        names.forEach(name -> columns.add(DataTable.Column.number(name)));
        DataTable table = new DataTable(title, columns);
        for (Month month : months) {
            table.row(
                    formats.month(month.month()),
                    euros(month.needed(), formats),
                    euros(month.realised(), formats),
                    euros(month.planned(), formats),
                    euros(month.bearable(), formats));
        }
        addTable(table);
    }

    private String euros(@Nullable Money amount, Formats formats) {
        return amount == null ? getTranslation("foundation.months.unknown") : formats.euros(amount);
    }

    private static Line line(String kind, String name, List<Month> months, Function<Month, @Nullable Money> value) {
        List<@Nullable Double> values = new ArrayList<>();
        for (Month month : months) {
            Money amount = value.apply(month);
            values.add(amount == null ? null : amount.inEuros().doubleValue());
        }
        return new Line(kind, name, values);
    }
}
