package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.List;

/**
 * A real HTML table: caption, column heads, and the first cell of each row as its head. On a phone each
 * row becomes a small list; the roles are spelled out because browsers forget them then. For hundreds of rows use a grid.
 */
@Tag("div")
public final class DataTable extends Component implements HasStyle {

    /** Where the cells of a column stand. */
    public enum Align {
        TEXT,
        NUMBER
    }

    public record Column(String name, Align align) {

        public static Column text(String name) {
            return new Column(name, Align.TEXT);
        }

        public static Column number(String name) {
            return new Column(name, Align.NUMBER);
        }
    }

    private final List<Column> columns;
    private final Element body = new Element("tbody").setAttribute("role", "rowgroup");
    private final Element foot = new Element("tfoot").setAttribute("role", "rowgroup");
    private final Element caption = new Element("caption");
    private final Element table = new Element("table").setAttribute("role", "table");

    public DataTable(String caption, Column... columns) {
        this(caption, List.of(columns));
    }

    public DataTable(String caption, List<Column> columns) {
        this.columns = List.copyOf(columns);
        Element head = row();
        for (Column column : columns) {
            head.appendChild(cell("th", "columnheader", column)
                    .setAttribute("scope", "col")
                    .setText(column.name()));
        }
        table.getClassList().addAll(List.of("bb-table", "bb-table-stack"));
        table.appendChild(
                this.caption.setText(caption),
                new Element("thead").setAttribute("role", "rowgroup").appendChild(head),
                body);
        addClassName("bb-table-scroll");
        getElement()
                .setAttribute("role", "region")
                .setAttribute("aria-label", caption)
                .setAttribute("tabindex", "0")
                .appendChild(table);
    }

    public DataTable row(String... cells) {
        return row(List.of(cells));
    }

    public DataTable row(List<String> cells) {
        body.appendChild(line(
                cells.stream().map(text -> new Element("span").setText(text)).toList()));
        return this;
    }

    /** A row with something to press or follow in its cells. */
    public DataTable rowOf(Component... cells) {
        body.appendChild(line(List.of(cells).stream().map(Component::getElement).toList()));
        return this;
    }

    /** Right below a heading that says the same: the caption is for who listens only. */
    public DataTable belowItsHeading() {
        caption.getClassList().add("bb-hidden");
        return this;
    }

    /** A line below the others, such as a total. */
    public DataTable total(String... cells) {
        List<Element> texts = List.of(cells).stream()
                .map(text -> new Element("span").setText(text))
                .toList();
        if (foot.getParent() == null) {
            table.appendChild(foot);
        }
        Element line = line(texts);
        for (int i = 1; i < cells.length; i++) {
            if (cells[i].isEmpty()) {
                line.getChild(i).getClassList().add("bb-nothing"); // on a phone its label would stand alone
            }
        }
        foot.appendChild(line);
        return this;
    }

    private Element line(List<Element> contents) {
        if (contents.size() != columns.size()) {
            throw new IllegalArgumentException(contents.size() + " cells in a table of " + columns.size() + " columns");
        }
        Element line = row();
        for (int i = 0; i < contents.size(); i++) {
            Column column = columns.get(i);
            Element cell = i == 0
                    ? cell("th", "rowheader", column).setAttribute("scope", "row")
                    : cell("td", "cell", column).setAttribute("data-label", column.name());
            line.appendChild(cell.appendChild(contents.get(i)));
        }
        return line;
    }

    private static Element row() {
        return new Element("tr").setAttribute("role", "row");
    }

    private static Element cell(String tag, String role, Column column) {
        Element cell = new Element(tag).setAttribute("role", role);
        if (column.align() == Align.NUMBER) {
            cell.getClassList().add("bb-number");
        }
        return cell;
    }
}
