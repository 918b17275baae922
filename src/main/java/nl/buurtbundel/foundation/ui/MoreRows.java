package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Consumer;

/**
 * A table of some rows, and the next ones for who asks for more.
 *
 * @param <T> what stands in a row
 */
public final class MoreRows<T> extends Div {
    private static final int AT_ONCE = 50;

    /** Gives some of all rows. */
    @FunctionalInterface
    public interface Rows<T> {
        /**
         * The rows from a place on.
         *
         * @param from how many to pass over
         * @param most how many to give at most
         */
        List<T> list(int from, int most);
    }

    private final transient Rows<T> rows;
    private final transient Consumer<T> add;
    private final Button more;
    private int shown;
    private boolean empty;

    /** @param add puts a row into the table */
    public MoreRows(DataTable table, String moreText, Rows<T> rows, Consumer<T> add) {
        this.rows = rows;
        this.add = add;
        this.more = new Button(moreText, click -> next());
        add(table, more);
        next();
    }

    /** There is nothing to show at all. */
    public boolean isEmpty() {
        return empty;
    }

    private void next() {
        List<T> found = rows.list(shown, AT_ONCE + 1);
        empty = shown == 0 && found.isEmpty();
        found.stream().limit(AT_ONCE).forEach(add);
        shown += AT_ONCE;
        more.setVisible(found.size() > AT_ONCE);
    }
}
