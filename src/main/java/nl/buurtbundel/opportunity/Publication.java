package nl.buurtbundel.opportunity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is published in a month, so that nobody who kept what was published before learns of a single household. A number is
 * that of the last time until enough households came or went since any time it was published anew.
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
        Suppression next = Suppression.of(rule, cells, new Unchanged(needs, neighbourhoods, last, renewed.keySet()));
        return next.isSafe()
                ? new Publication(PublishedTable.of(needs, neighbourhoods, next), renewed)
                : new Publication(last, Map.of());
    }

    /** What the last table has of the numbers that are the same still. */
    private record Unchanged(
            List<String> needs, List<String> neighbourhoods, PublishedTable last, Set<CellName> renewed)
            implements Suppression.Before {

        @Override
        public @Nullable PublishedCell cell(int row, int column) {
            int lastRow = last.needs().indexOf(needs.get(row));
            int lastColumn = last.neighbourhoods().indexOf(neighbourhoods.get(column));
            return lastRow < 0 || lastColumn < 0 || isRenewed(row, column)
                    ? null
                    : last.cells().get(lastRow).cells().get(lastColumn);
        }

        @Override
        public @Nullable PublishedCell rowTotal(int row) {
            int lastRow = last.needs().indexOf(needs.get(row));
            return lastRow < 0 || columns().anyMatch(column -> isRenewed(row, column))
                    ? null
                    : last.needTotals().get(lastRow);
        }

        @Override
        public @Nullable PublishedCell columnTotal(int column) {
            int lastColumn = last.neighbourhoods().indexOf(neighbourhoods.get(column));
            return lastColumn < 0 || rows().anyMatch(row -> isRenewed(row, column))
                    ? null
                    : last.neighbourhoodTotals().get(lastColumn);
        }

        @Override
        public @Nullable PublishedCell grandTotal() {
            return renewed.isEmpty() ? last.total() : null;
        }

        private boolean isRenewed(int row, int column) {
            return renewed.contains(new CellName(needs.get(row), neighbourhoods.get(column)));
        }

        private Stream<Integer> rows() {
            return IntStream.range(0, needs.size()).boxed();
        }

        private Stream<Integer> columns() {
            return IntStream.range(0, neighbourhoods.size()).boxed();
        }
    }
}
