package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;
import nl.buurtbundel.foundation.Formats;
import org.jspecify.annotations.Nullable;

/** How often something was counted, month by month; before and after a change each in a look of their own. */
@Tag("figure")
@NpmPackage(value = "echarts", version = Picture.ECHARTS)
@JsModule("./foundation/month-bars.ts")
public final class MonthBars extends Picture {

    /** One month and its count. */
    public record Month(YearMonth month, int count) implements Serializable {}

    private record Bar(String month, int count, boolean after) implements Serializable {}

    /**
     * @param before in words: what was counted, before the change where there is one
     * @param after in words: what was counted since
     * @param change the first month that counts as since; null where nothing changed
     */
    public MonthBars(
            String title, String summary, String before, String after, @Nullable YearMonth change, List<Month> months) {
        super(title, summary, "bb-month-bars");
        Formats formats = formats();
        drawing()
                .setProperty("beforeName", before)
                .setProperty("afterName", change == null ? "" : after)
                .setPropertyList(
                        "bars",
                        months.stream()
                                .map(one -> new Bar(
                                        formats.shortMonth(one.month()), one.count(), isAfter(one.month(), change)))
                                .toList());
        DataTable table = change == null
                ? new DataTable(
                        title,
                        DataTable.Column.text(getTranslation("foundation.months.month")),
                        DataTable.Column.number(before))
                : new DataTable(
                        title,
                        DataTable.Column.text(getTranslation("foundation.months.month")),
                        DataTable.Column.number(before),
                        DataTable.Column.number(after));
        for (Month one : months) {
            String count = formats.count(one.count());
            if (change == null) {
                table.row(formats.month(one.month()), count);
            } else if (isAfter(one.month(), change)) {
                table.row(formats.month(one.month()), getTranslation("foundation.months.unknown"), count);
            } else {
                table.row(formats.month(one.month()), count, getTranslation("foundation.months.unknown"));
            }
        }
        addTable(table);
    }

    private static boolean isAfter(YearMonth month, @Nullable YearMonth change) {
        return change != null && !month.isBefore(change);
    }
}
