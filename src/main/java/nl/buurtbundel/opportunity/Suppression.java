package nl.buurtbundel.opportunity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A table of needs by neighbourhoods with its totals, of which everything is hidden that is about too few households, and
 * everything else that would give a hidden number away. Pure: the same table gives the same answer.
 *
 * <p>Cells and totals are seen as flows in a network (cells from row to column, row totals from the source, column totals to
 * the sink, the grand total back), which balances at each node. What a reader can find out about a hidden number is then
 * exactly how far its flow can be changed along other hidden flows. When that is not far enough, the cheapest detour through
 * shown numbers is hidden too. In the worst case nothing is shown at all.
 */
public final class Suppression {
    /** A hidden amount must at least be able to be this much more, so that nobody can tell small from nothing. */
    private static final long LEAST_DOUBT_IN_CENTS = 1_000_000;

    private final SuppressionRule rule;
    private final List<List<Cell>> cells;
    private final int rows;
    private final int columns;
    private final Network counts;
    private final Network amounts;
    private final boolean safe;

    private Suppression(SuppressionRule rule, List<List<Cell>> cells, Before before) {
        this.rule = rule;
        this.cells = cells;
        this.rows = cells.size();
        this.columns = rows == 0 ? 0 : cells.get(0).size();
        this.counts = network(Cell::households);
        this.amounts = network(cell -> cell.amount().cents());
        this.safe = protect(before);
    }

    /**
     * What was published before of a number that is still the same. What was hidden stays hidden, or the numbers of then and now
     * together would tell; and what was shown is known.
     */
    interface Before {
        Before NOTHING = new Before() {
            @Override
            public @Nullable PublishedCell cell(int row, int column) {
                return null;
            }

            @Override
            public @Nullable PublishedCell rowTotal(int row) {
                return null;
            }

            @Override
            public @Nullable PublishedCell columnTotal(int column) {
                return null;
            }

            @Override
            public @Nullable PublishedCell grandTotal() {
                return null;
            }
        };

        /** Null when it is another number now, or was not in the table. */
        @Nullable
        PublishedCell cell(int row, int column);

        @Nullable
        PublishedCell rowTotal(int row);

        @Nullable
        PublishedCell columnTotal(int column);

        @Nullable
        PublishedCell grandTotal();
    }

    /** @param cells rows of equal length */
    static Suppression of(SuppressionRule rule, List<List<Cell>> cells) {
        return of(rule, cells, Before.NOTHING);
    }

    /** @param cells rows of equal length */
    static Suppression of(SuppressionRule rule, List<List<Cell>> cells, Before before) {
        if (cells.stream().map(List::size).distinct().count() > 1) {
            throw new IllegalArgumentException("rows of unequal length");
        }
        return new Suppression(rule, cells, before);
    }

    /** False when nothing helps beside what was published before: then this table is not to be published. */
    boolean isSafe() {
        return safe;
    }

    PublishedCell cell(int row, int column) {
        return published(cells.get(row).get(column), arc(row, column));
    }

    PublishedCell rowTotal(int row) {
        return published(rowSum(row), rowArc(row));
    }

    PublishedCell columnTotal(int column) {
        return published(columnSum(column), columnArc(column));
    }

    PublishedCell grandTotal() {
        return published(grandSum(), grandArc());
    }

    private PublishedCell published(Cell cell, int arc) {
        return rule.publish(cell, counts.isHidden(arc), amounts.isHidden(arc));
    }

    private boolean protect(Before before) {
        for (int arc = 0; arc <= grandArc(); arc++) {
            PublishedCell last = beforeOf(arc, before);
            if (last != null) {
                keep(counts, arc, last.households() != null);
                keep(amounts, arc, last.amount() != null);
            }
        }
        List<Integer> fewHouseholds = new ArrayList<>();
        List<Integer> sensitiveAmounts = new ArrayList<>();
        for (int arc = 0; arc <= grandArc(); arc++) {
            Cell cell = cellOf(arc);
            if (rule.hidesCount(cell)) {
                fewHouseholds.add(arc);
                counts.hide(arc);
            }
            if (rule.hidesAmount(cell)) {
                sensitiveAmounts.add(arc);
            }
        }
        boolean countsSafe = counts.protect(fewHouseholds, households -> rule.threshold());
        for (int arc = 0; arc <= grandArc(); arc++) {
            // an amount beside a hidden count would give the count away
            if (counts.isHidden(arc) || rule.hidesAmount(cellOf(arc))) {
                amounts.hide(arc);
            }
        }
        return amounts.protect(sensitiveAmounts, cents -> Math.max(cents, LEAST_DOUBT_IN_CENTS)) && countsSafe;
    }

    private static void keep(Network network, int arc, boolean shown) {
        if (shown) {
            network.know(arc);
        } else {
            network.hide(arc);
        }
    }

    private @Nullable PublishedCell beforeOf(int arc, Before before) {
        if (arc < rows * columns) {
            return before.cell(arc / columns, arc % columns);
        }
        if (arc < rows * columns + rows) {
            return before.rowTotal(arc - rows * columns);
        }
        return arc < grandArc() ? before.columnTotal(arc - rows * columns - rows) : before.grandTotal();
    }

    private Network network(ToLongFunction<Cell> value) {
        int source = rows + columns;
        Network network = new Network(rows + columns + 2);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                network.add(row, rows + column, value.applyAsLong(cells.get(row).get(column)), false);
            }
        }
        for (int row = 0; row < rows; row++) {
            network.add(source, row, value.applyAsLong(rowSum(row)), true);
        }
        for (int column = 0; column < columns; column++) {
            network.add(rows + column, source + 1, value.applyAsLong(columnSum(column)), true);
        }
        network.add(source + 1, source, value.applyAsLong(grandSum()), true);
        return network;
    }

    private int arc(int row, int column) {
        return row * columns + column;
    }

    private int rowArc(int row) {
        return rows * columns + row;
    }

    private int columnArc(int column) {
        return rows * columns + rows + column;
    }

    private int grandArc() {
        return rows * columns + rows + columns;
    }

    private Cell cellOf(int arc) {
        if (arc < rows * columns) {
            return cells.get(arc / columns).get(arc % columns);
        }
        if (arc < rows * columns + rows) {
            return rowSum(arc - rows * columns);
        }
        return arc < grandArc() ? columnSum(arc - rows * columns - rows) : grandSum();
    }

    /** Over neighbourhoods: a household lives in one of them, so the largest is the largest of all. */
    private Cell rowSum(int row) {
        return cells.get(row).stream().reduce(Cell.NONE, Suppression::overNeighbourhoods);
    }

    /** Over needs: one household may have them all, so the largest may be as large as all largest together. */
    private Cell columnSum(int column) {
        Cell sum = Cell.NONE;
        for (int row = 0; row < rows; row++) {
            Cell cell = cells.get(row).get(column);
            sum = new Cell(
                    sum.households() + cell.households(),
                    sum.amount().plus(cell.amount()),
                    sum.largestHousehold().plus(cell.largestHousehold()));
        }
        return sum;
    }

    private Cell grandSum() {
        Cell sum = Cell.NONE;
        for (int column = 0; column < columns; column++) {
            sum = overNeighbourhoods(sum, columnSum(column));
        }
        return sum;
    }

    private static Cell overNeighbourhoods(Cell one, Cell other) {
        Money largest = one.largestHousehold().max(other.largestHousehold());
        return new Cell(one.households() + other.households(), one.amount().plus(other.amount()), largest);
    }
}
