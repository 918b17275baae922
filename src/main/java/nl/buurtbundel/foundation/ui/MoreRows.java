package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

    /** Gives the rows that follow on one: what came above it meanwhile moves none of them. */
    @FunctionalInterface
    public interface RowsAfter<T> {
        /**
         * The rows after one.
         *
         * @param last the last row that was shown; null for the first rows
         * @param most how many to give at most
         */
        List<T> list(@Nullable T last, int most);
    }

    /** Both ways of asking in one. */
    @FunctionalInterface
    private interface Next<T> {
        List<T> list(@Nullable T last, int from, int most);
    }

    private final transient Next<T> rows;
    private final transient Consumer<T> add;
    private final Button more;
    private transient @Nullable T last;
    private int shown;
    private boolean empty;

    /** @param add puts a row into the table */
    public MoreRows(DataTable table, String moreText, Rows<T> rows, Consumer<T> add) {
        this(table, moreText, (last, from, most) -> rows.list(from, most), add);
    }

    private MoreRows(DataTable table, String moreText, Next<T> rows, Consumer<T> add) {
        this.rows = rows;
        this.add = add;
        this.more = new Button(moreText, click -> next());
        add(table, more);
        next();
    }

    /** Of rows that are found by the one before them. */
    public static <T> MoreRows<T> following(DataTable table, String moreText, RowsAfter<T> rows, Consumer<T> add) {
        Next<T> next = (last, from, most) -> rows.list(last, most);
        return new MoreRows<>(table, moreText, next, add);
    }

    /** There is nothing to show at all. */
    public boolean isEmpty() {
        return empty;
    }

    private void next() {
        List<T> found = rows.list(last, shown, AT_ONCE + 1);
        List<T> page = found.subList(0, Math.min(found.size(), AT_ONCE));
        empty = shown == 0 && found.isEmpty();
        page.forEach(add);
        if (!page.isEmpty()) {
            last = page.get(page.size() - 1);
        }
        shown += page.size();
        more.setVisible(found.size() > AT_ONCE);
    }
}
