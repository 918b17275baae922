package nl.buurtbundel.opportunity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import nl.buurtbundel.money.Money;

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
    /** Nothing was told then of a place that came later, and it is not the nobody of today. */
    private static final Object NOT_THERE = new Object();

    private final SuppressionRule rule;
    private final List<List<Cell>> cells;
    private final int rows;
    private final int columns;
    private final Network counts;
    private final Network amounts;

    private Suppression(SuppressionRule rule, List<List<Cell>> cells) {
        if (cells.stream().map(List::size).distinct().count() > 1) {
            throw new IllegalArgumentException("rows of unequal length");
        }
        this.rule = rule;
        this.cells = cells;
        this.rows = cells.size();
        this.columns = rows == 0 ? 0 : cells.get(0).size();
        this.counts = network(Cell::households);
        this.amounts = network(cell -> cell.amount().cents());
    }

    /** A table of the same rows and columns as it was published before, for readers who have kept it. */
    interface Before {
        /** Whether there was such a row and column. */
        boolean isThere(int row, int column);

        /** What was published; zero where there was no such row or column. */
        PublishedCell cell(int row, int column);

        PublishedCell rowTotal(int row);

        PublishedCell columnTotal(int column);

        PublishedCell grandTotal();

        /** Who stood behind it. */
        Behind behind(int row, int column);
    }

    /** @param cells rows of equal length */
    static Suppression of(SuppressionRule rule, List<List<Cell>> cells) {
        Suppression table = new Suppression(rule, cells);
        table.protect(new BitSet());
        return table;
    }

    /**
     * For readers who have kept the tables before: what was hidden last and is the same number stays hidden, and what was shown is
     * known. If this is not enough, all that was hidden stays so. Empty if not even then all of them together keep what each must
     * hide.
     *
     * @param behind rows of equal length
     * @param months at least one, the oldest first
     */
    static Optional<Suppression> of(SuppressionRule rule, List<List<Behind>> behind, List<Before> months) {
        List<List<Cell>> cells = cells(behind);
        List<Suppression> tables = new ArrayList<>();
        months.forEach(month -> tables.add(asPublished(rule, cells, month)));
        Suppression last = tables.get(tables.size() - 1);
        int[][] versions = last.versions(months, behind);
        for (boolean staysHidden : new boolean[] {false, true}) {
            Suppression table = new Suppression(rule, cells);
            BitSet asBefore = new BitSet();
            for (int arc = 0; arc <= table.grandArc(); arc++) {
                boolean same = versions[months.size()][arc] == versions[months.size() - 1][arc];
                keep(table.counts, last.counts, arc, same, staysHidden);
                keep(table.amounts, last.amounts, arc, same, staysHidden);
                asBefore.set(arc, same && staysHidden);
            }
            table.protect(asBefore);
            tables.add(table);
            if (leaveDoubt(tables, versions)) {
                return Optional.of(table);
            }
            tables.remove(table);
        }
        return Optional.empty();
    }

    /** As it was published last, and hidden too what is about too few by now. */
    static Suppression asBefore(SuppressionRule rule, List<List<Behind>> behind, List<Before> months) {
        Suppression table = asPublished(rule, cells(behind), months.get(months.size() - 1));
        table.fewHouseholds().forEach(table.counts::hide);
        table.sensitiveAmounts().forEach(table.amounts::hide);
        return table;
    }

    static List<List<Cell>> cells(List<List<Behind>> behind) {
        return behind.stream()
                .map(row -> row.stream().map(Behind::cell).toList())
                .toList();
    }

    private static boolean leaveDoubt(List<Suppression> tables, int[][] versions) {
        NetworksInTime counts =
                new NetworksInTime(tables.stream().map(table -> table.counts).toList(), versions);
        NetworksInTime amounts =
                new NetworksInTime(tables.stream().map(table -> table.amounts).toList(), versions);
        Suppression any = tables.get(0);
        return counts.leaveDoubt(tables.stream().map(Suppression::fewHouseholds).toList(), any::doubtOfCount)
                && amounts.leaveDoubt(
                        tables.stream().map(Suppression::sensitiveAmounts).toList(), Suppression::doubtOfAmount);
    }

    private static Suppression asPublished(SuppressionRule rule, List<List<Cell>> shape, Before before) {
        List<List<Cell>> was = new ArrayList<>();
        for (int row = 0; row < shape.size(); row++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < shape.get(row).size(); column++) {
                cells.add(before.behind(row, column).cell());
            }
            was.add(cells);
        }
        Suppression last = new Suppression(rule, was);
        for (int arc = 0; arc <= last.grandArc(); arc++) {
            PublishedCell published = last.beforeOf(arc, before);
            if (published.households() == null) {
                last.counts.hide(arc);
            }
            if (published.amount() == null) {
                last.amounts.hide(arc);
            }
        }
        return last;
    }

    /** By month and now, for each arc: the same when it is the same number. A total is another when one of its cells is. */
    private int[][] versions(List<Before> months, List<List<Behind>> now) {
        int[][] versions = new int[months.size() + 1][grandArc() + 1];
        List<Map<Object, Integer>> known = new ArrayList<>();
        for (int arc = 0; arc <= grandArc(); arc++) {
            known.add(new HashMap<>());
        }
        for (int month = 0; month <= months.size(); month++) {
            Before before = month < months.size() ? months.get(month) : null;
            List<List<Integer>> byArc = new ArrayList<>();
            for (int arc = 0; arc <= grandArc(); arc++) {
                byArc.add(new ArrayList<>());
            }
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    Object number;
                    if (before == null) {
                        number = now.get(row).get(column);
                    } else {
                        number = before.isThere(row, column) ? before.behind(row, column) : NOT_THERE;
                    }
                    int version = version(known.get(arc(row, column)), number);
                    versions[month][arc(row, column)] = version;
                    byArc.get(rowArc(row)).add(version);
                    byArc.get(columnArc(column)).add(version);
                    byArc.get(grandArc()).add(version);
                }
            }
            for (int arc = rows * columns; arc <= grandArc(); arc++) {
                versions[month][arc] = version(known.get(arc), byArc.get(arc));
            }
        }
        return versions;
    }

    private static int version(Map<Object, Integer> known, Object number) {
        return known.computeIfAbsent(number, none -> known.size());
    }

    private static void keep(Network now, Network last, int arc, boolean same, boolean staysHidden) {
        if (last.isHidden(arc) && (same || staysHidden)) {
            now.hide(arc);
        }
        if (same && (staysHidden || !last.isHidden(arc))) {
            now.know(arc);
        }
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

    /** @param asBefore what is protected by what protected it before */
    private void protect(BitSet asBefore) {
        fewHouseholds().forEach(counts::hide);
        counts.protect(without(asBefore, fewHouseholds()), this::doubtOfCount);
        for (int arc = 0; arc <= grandArc(); arc++) {
            // an amount beside a hidden count would give the count away
            if (counts.isHidden(arc) || rule.hidesAmount(cellOf(arc))) {
                amounts.hide(arc);
            }
        }
        amounts.protect(without(asBefore, sensitiveAmounts()), Suppression::doubtOfAmount);
    }

    private static List<Integer> without(BitSet asBefore, List<Integer> arcs) {
        return arcs.stream().filter(arc -> !asBefore.get(arc)).toList();
    }

    private List<Integer> fewHouseholds() {
        return arcs(rule::hidesCount);
    }

    private List<Integer> sensitiveAmounts() {
        return arcs(rule::hidesAmount);
    }

    private List<Integer> arcs(Predicate<Cell> which) {
        return IntStream.rangeClosed(0, grandArc())
                .filter(arc -> which.test(cellOf(arc)))
                .boxed()
                .toList();
    }

    private long doubtOfCount(long households) {
        return rule.threshold();
    }

    private static long doubtOfAmount(long cents) {
        return Math.max(cents, LEAST_DOUBT_IN_CENTS);
    }

    private PublishedCell beforeOf(int arc, Before before) {
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
