package nl.buurtbundel.spending.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.RangeBars;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.spending.LineFigures;

/** Plan against actual, line by line: a picture, and a table beside it. */
final class LinesPart extends Div {
    private final Formats formats = Formats.of(getLocale());

    /** @param beside what the reader can do with a line, or its reason */
    LinesPart(List<LineFigures> lines, Function<LineFigures, Component> beside) {
        addClassName("bb-stack");
        add(picture(lines), table(lines, beside));
    }

    static String name(LineFigures line) {
        Locale locale = UI.getCurrent().getLocale();
        String key = line.titleKey();
        return key == null ? line.title() : Messages.text(locale, key);
    }

    /** Why it came out differently, for who can only read it. */
    static Component reason(LineFigures line) {
        String why = line.whyDifferent();
        return new Span(why == null ? "–" : why);
    }

    static Money sum(List<LineFigures> lines, Function<LineFigures, Money> figure) {
        return Money.sum(lines.stream().map(figure).toList());
    }

    private RangeBars picture(List<LineFigures> lines) {
        return new RangeBars(
                getTranslation("spending.lines.picture"),
                getTranslation(
                        "spending.lines.summary",
                        formats.wholeEuros(sum(lines, LineFigures::granted)),
                        formats.wholeEuros(sum(lines, LineFigures::paid)),
                        formats.wholeEuros(sum(lines, LineFigures::left))),
                getTranslation("spending.lines.granted"),
                getTranslation("spending.lines.paid"),
                lines.stream()
                        .map(line -> new RangeBars.Comparison(
                                name(line),
                                RangeBars.Range.exactly(line.granted()),
                                RangeBars.Range.exactly(line.paid())))
                        .toList());
    }

    private DataTable table(List<LineFigures> lines, Function<LineFigures, Component> beside) {
        boolean shifted = lines.stream().anyMatch(line -> !line.limit().equals(line.granted()));
        List<DataTable.Column> columns = new ArrayList<>();
        columns.add(DataTable.Column.text(getTranslation("spending.lines.line")));
        columns.add(DataTable.Column.number(getTranslation("spending.lines.granted")));
        if (shifted) {
            columns.add(DataTable.Column.number(getTranslation("spending.lines.limit")));
        }
        columns.add(DataTable.Column.number(getTranslation("spending.lines.committed")));
        columns.add(DataTable.Column.number(getTranslation("spending.lines.in-process")));
        columns.add(DataTable.Column.number(getTranslation("spending.lines.paid")));
        columns.add(DataTable.Column.number(getTranslation("spending.lines.left")));
        boolean explained = lines.stream().anyMatch(line -> line.asksWhy() || line.whyDifferent() != null);
        if (explained) {
            columns.add(DataTable.Column.text(getTranslation("spending.lines.why")));
        }
        DataTable table = new DataTable(getTranslation("spending.lines.table"), columns);
        for (LineFigures line : lines) {
            List<Component> cells = new ArrayList<>();
            cells.add(new Span(name(line)));
            figures(shifted).forEach(figure -> cells.add(new Span(formats.euros(figure.apply(line)))));
            if (explained) {
                cells.add(beside.apply(line));
            }
            table.rowOf(cells.toArray(Component[]::new));
        }
        List<String> total = new ArrayList<>();
        total.add(getTranslation("spending.lines.total"));
        figures(shifted).forEach(figure -> total.add(formats.euros(sum(lines, figure))));
        if (explained) {
            total.add("");
        }
        return table.total(total.toArray(String[]::new));
    }

    private static List<Function<LineFigures, Money>> figures(boolean shifted) {
        List<Function<LineFigures, Money>> figures = new ArrayList<>();
        figures.add(LineFigures::granted);
        if (shifted) {
            figures.add(LineFigures::limit);
        }
        figures.add(LineFigures::committed);
        figures.add(LineFigures::inProcess);
        figures.add(LineFigures::paid);
        figures.add(LineFigures::left);
        return figures;
    }
}
