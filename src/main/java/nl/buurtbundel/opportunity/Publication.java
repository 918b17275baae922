package nl.buurtbundel.opportunity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is published in a month, so that nobody who kept what was published before learns of a single household. A number is
 * that of the last time until enough households came or went since any time it was published anew; and what is hidden stays so
 * where this month and the last together would tell it.
 *
 * @param renewed who stands behind the numbers that are published anew
 */
record Publication(PublishedTable table, Map<CellName, Behind> renewed) {
    Publication {
        renewed = Map.copyOf(renewed);
    }

    /**
     * What was published before.
     *
     * @param last null when nothing ever was
     * @param behind who stood behind each number whenever it was published anew, the newest first
     */
    record History(@Nullable PublishedTable last, Map<CellName, List<Behind>> behind) {
        static final History NONE = new History(null, Map.of());

        /** A number that was never published anew has been that of nobody. */
        List<Behind> of(CellName name) {
            return behind.getOrDefault(name, last == null ? List.of() : List.of(Behind.NOBODY));
        }
    }

    static Publication of(
            SuppressionRule rule,
            List<String> needs,
            List<String> neighbourhoods,
            Map<CellName, Behind> today,
            History history) {
        Map<CellName, Behind> renewed = new HashMap<>();
        List<List<Cell>> cells = new ArrayList<>();
        for (String need : needs) {
            List<Cell> row = new ArrayList<>();
            for (String neighbourhood : neighbourhoods) {
                CellName name = new CellName(need, neighbourhood);
                Behind now = today.getOrDefault(name, Behind.NOBODY);
                List<Behind> earlier = history.of(name);
                Behind published = earlier.stream().allMatch(one -> now.mayFollow(one, rule)) ? now : earlier.get(0);
                if (earlier.isEmpty() || !published.equals(earlier.get(0))) {
                    renewed.put(name, published);
                }
                row.add(published.cell());
            }
            cells.add(row);
        }
        PublishedTable last = history.last();
        if (last == null) {
            return new Publication(PublishedTable.of(needs, neighbourhoods, Suppression.of(rule, cells)), renewed);
        }
        return Suppression.of(rule, cells, new Last(needs, neighbourhoods, last, history, renewed.keySet()))
                .map(next -> new Publication(PublishedTable.of(needs, neighbourhoods, next), renewed))
                .orElseGet(() -> new Publication(last, Map.of()));
    }

    private record Last(
            List<String> needs,
            List<String> neighbourhoods,
            PublishedTable last,
            History history,
            Set<CellName> renewed)
            implements Suppression.Before {
        private static final PublishedCell NOT_THERE = new PublishedCell(0, Money.ZERO);

        @Override
        public PublishedCell cell(int row, int column) {
            int lastRow = lastRow(row);
            int lastColumn = lastColumn(column);
            return lastRow < 0 || lastColumn < 0
                    ? NOT_THERE
                    : last.cells().get(lastRow).cells().get(lastColumn);
        }

        @Override
        public PublishedCell rowTotal(int row) {
            int lastRow = lastRow(row);
            return lastRow < 0 ? NOT_THERE : last.needTotals().get(lastRow);
        }

        @Override
        public PublishedCell columnTotal(int column) {
            int lastColumn = lastColumn(column);
            return lastColumn < 0 ? NOT_THERE : last.neighbourhoodTotals().get(lastColumn);
        }

        @Override
        public PublishedCell grandTotal() {
            return last.total();
        }

        @Override
        public Cell was(int row, int column) {
            return history.of(name(row, column)).get(0).cell();
        }

        @Override
        public boolean isRenewed(int row, int column) {
            return renewed.contains(name(row, column));
        }

        private CellName name(int row, int column) {
            return new CellName(needs.get(row), neighbourhoods.get(column));
        }

        private int lastRow(int row) {
            return last.needs().indexOf(needs.get(row));
        }

        private int lastColumn(int column) {
            return last.neighbourhoods().indexOf(neighbourhoods.get(column));
        }
    }
}
