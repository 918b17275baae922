package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.io.Serializable;
import java.util.List;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/** Bars that set what something costs today against what it costs together, each with its low, likely and high value. */
@Tag("figure")
@NpmPackage(value = "echarts", version = Picture.ECHARTS)
@JsModule("./foundation/range-bars.ts")
public final class RangeBars extends Picture {

    /** An amount that is certain, or one that lies between a low and a high value. */
    public record Range(Money low, Money likely, Money high) implements Serializable {

        public Range {
            if (low.compareTo(likely) > 0 || likely.compareTo(high) > 0) {
                throw new IllegalArgumentException("not in order: " + low + ", " + likely + ", " + high);
            }
        }

        public static Range exactly(Money amount) {
            return new Range(amount, amount, amount);
        }

        public boolean isExact() {
            return low.equals(high);
        }
    }

    public record Comparison(String label, Range today, Range together) implements Serializable {}

    private record Bar(double low, double likely, double high, String text) implements Serializable {}

    private record Row(String label, Bar today, Bar together) implements Serializable {}

    /** With the usual names for the two bars: today, and together. */
    public RangeBars(String title, String summary, List<Comparison> comparisons) {
        this(title, summary, null, null, comparisons);
    }

    public RangeBars(
            String title,
            String summary,
            @Nullable String todayName,
            @Nullable String togetherName,
            List<Comparison> comparisons) {
        super(title, summary, "bb-range-bars");
        String today = todayName == null ? getTranslation("foundation.range.today") : todayName;
        String together = togetherName == null ? getTranslation("foundation.range.together") : togetherName;
        Formats formats = formats();
        drawing()
                .setProperty("todayName", today)
                .setProperty("togetherName", together)
                .setProperty("locale", formats.locale().toLanguageTag())
                .setPropertyList(
                        "rows",
                        comparisons.stream()
                                .map(one ->
                                        new Row(one.label(), bar(one.today(), formats), bar(one.together(), formats)))
                                .toList());
        boolean exact = comparisons.stream()
                .allMatch(one -> one.today().isExact() && one.together().isExact());
        DataTable table = exact ? exactTable(title, today, together) : rangeTable(title);
        for (Comparison one : comparisons) {
            if (exact) {
                table.row(
                        one.label(),
                        formats.euros(one.today().likely()),
                        formats.euros(one.together().likely()));
            } else {
                addRow(table, one.label(), today, one.today(), formats);
                addRow(table, one.label(), together, one.together(), formats);
            }
        }
        addTable(table);
    }

    private DataTable exactTable(String title, String today, String together) {
        return new DataTable(
                title,
                DataTable.Column.text(getTranslation("foundation.range.what")),
                DataTable.Column.number(today),
                DataTable.Column.number(together));
    }

    private DataTable rangeTable(String title) {
        return new DataTable(
                title,
                DataTable.Column.text(getTranslation("foundation.range.what")),
                DataTable.Column.text(getTranslation("foundation.range.how")),
                DataTable.Column.number(getTranslation("foundation.range.low")),
                DataTable.Column.number(getTranslation("foundation.range.likely")),
                DataTable.Column.number(getTranslation("foundation.range.high")));
    }

    private void addRow(DataTable table, String label, String how, Range range, Formats formats) {
        String none = getTranslation("foundation.range.exact");
        table.row(
                label,
                how,
                range.isExact() ? none : formats.euros(range.low()),
                formats.euros(range.likely()),
                range.isExact() ? none : formats.euros(range.high()));
    }

    private Bar bar(Range range, Formats formats) {
        String likely = formats.wholeEuros(range.likely());
        String text = range.isExact()
                ? likely
                : likely + "\n"
                        + getTranslation("foundation.range.between", formats.wholeEuros(range.low(), range.high()));
        return new Bar(euros(range.low()), euros(range.likely()), euros(range.high()), text);
    }

    private static double euros(Money amount) {
        return amount.inEuros().doubleValue();
    }
}
