package nl.buurtbundel.opportunity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is published in a month, so that nobody who kept what was published before learns of a single household. A number is
 * that of the last time until enough households came or went since any time it was published anew; and what is hidden stays so
 * where this month and those before together would tell it.
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
     * @param renewed who stands behind the numbers that were published anew
     */
    record Month(PublishedTable table, Map<CellName, Behind> renewed) {}

    /**
     * The months that are compared with.
     *
     * @param months the oldest first; of this one everybody is known who stood behind it
     * @param renamed households that go by another number now
     */
    record History(List<Month> months, Map<Long, Long> renamed) {
        static final History NONE = new History(List.of(), Map.of());

        History {
            months = List.copyOf(months);
            renamed = Map.copyOf(renamed);
        }

        /**
         * Without what readers are no longer taken to have kept. What was published then may be shown on: who stands behind it goes
         * along to the oldest month that is left.
         *
         * @param months all that is known, the oldest first
         * @param forgotten how many of them; at least one is left
         */
        static History of(List<Month> months, int forgotten, Map<Long, Long> renamed) {
            Map<CellName, Behind> shownOn = new HashMap<>();
            months.subList(0, forgotten).forEach(month -> shownOn.putAll(month.renewed()));
            List<Month> kept = new ArrayList<>(months.subList(forgotten, months.size()));
            if (forgotten > 0) {
                shownOn.putAll(kept.get(0).renewed());
                kept.set(0, new Month(kept.get(0).table(), shownOn));
            }
            return new History(kept, renamed);
        }

        /** Who stood behind a number whenever it was published anew, the newest first; nobody, if it never was. */
        List<Behind> of(CellName name) {
            List<Behind> all = new ArrayList<>();
            for (Month month : months) {
                Behind behind = month.renewed().get(name);
                if (behind != null) {
                    all.add(0, behind);
                }
            }
            return all.isEmpty() && !months.isEmpty() ? List.of(Behind.NOBODY) : all;
        }

        /** Who stood behind a number in a month. */
        Behind of(CellName name, int month) {
            for (int earlier = month; earlier >= 0; earlier--) {
                Behind behind = months.get(earlier).renewed().get(name);
                if (behind != null) {
                    return behind;
                }
            }
            return Behind.NOBODY;
        }
    }

    static Publication of(
            SuppressionRule rule,
            List<String> needs,
            List<String> neighbourhoods,
            Map<CellName, Behind> today,
            History history) {
        return new Maker(rule, needs, neighbourhoods, today, history).publication();
    }

    /** Publishes as much anew as goes together with what was published before; the rest waits for another month. */
    private static final class Maker {
        /** Each takes a second or two in a large municipality. */
        private static final int MOST_TRIES = 40;

        private final SuppressionRule rule;
        private final List<String> needs;
        private final List<String> neighbourhoods;
        private final Map<CellName, Behind> today;
        private final History history;
        private final List<Suppression.Before> before;
        private final Set<CellName> renewed = new HashSet<>();
        private @Nullable Suppression table;
        private int tries;

        Maker(
                SuppressionRule rule,
                List<String> needs,
                List<String> neighbourhoods,
                Map<CellName, Behind> today,
                History history) {
            this.rule = rule;
            this.needs = needs;
            this.today = today;
            this.history = history;
            this.neighbourhoods =
                    neighbourhoods.stream().filter(this::hasAPlace).toList();
            this.before = IntStream.range(0, history.months().size())
                    .<Suppression.Before>mapToObj(month -> new Kept(
                            needs,
                            this.neighbourhoods,
                            history.months().get(month).table(),
                            history,
                            month))
                    .toList();
        }

        Publication publication() {
            if (before.isEmpty()) {
                List<CellName> all = names().toList();
                return publication(Suppression.of(rule, Suppression.cells(behind(Set.copyOf(all)))), all);
            }
            renew(names().filter(this::mayBeRenewed).toList());
            return publication(table == null ? nothingAnew() : table, renewed);
        }

        /** All numbers stay as they are; a rule that has become stricter, or a place that came, may still ask for more to be hidden. */
        private Suppression nothingAnew() {
            Suppression asBefore = Suppression.asBefore(rule, behind(Set.of()), before);
            PublishedTable last = history.months().get(before.size() - 1).table();
            return PublishedTable.of(needs, neighbourhoods, asBefore).equals(last)
                    ? asBefore
                    : Suppression.of(rule, behind(Set.of()), before).orElse(asBefore);
        }

        private Publication publication(Suppression suppression, Collection<CellName> anew) {
            return new Publication(
                    PublishedTable.of(needs, neighbourhoods, suppression),
                    anew.stream().collect(Collectors.toMap(name -> name, this::now)));
        }

        /** All of them, or else one half and then the other. */
        private void renew(List<CellName> names) {
            if (tries >= MOST_TRIES || names.isEmpty()) {
                return;
            }
            tries++;
            Set<CellName> together = new HashSet<>(renewed);
            together.addAll(names);
            Optional<Suppression> next = Suppression.of(rule, behind(together), before);
            if (next.isPresent()) {
                table = next.get();
                renewed.addAll(names);
            } else if (names.size() > 1) {
                renew(names.subList(0, names.size() / 2));
                renew(names.subList(names.size() / 2, names.size()));
            }
        }

        /** One that comes later waits for the first number that it may show: until then its empty column would hide the totals. */
        private boolean hasAPlace(String neighbourhood) {
            List<Month> months = history.months();
            return months.isEmpty()
                    || months.get(months.size() - 1).table().neighbourhoods().contains(neighbourhood)
                    || needs.stream().anyMatch(need -> mayBeRenewed(new CellName(need, neighbourhood)));
        }

        private boolean mayBeRenewed(CellName name) {
            Behind now = now(name);
            List<Behind> earlier = history.of(name).stream()
                    .map(one -> one.renamed(history.renamed()))
                    .toList();
            return !now.equals(earlier.get(0)) && earlier.stream().allMatch(one -> now.mayFollow(one, rule));
        }

        private List<List<Behind>> behind(Set<CellName> anew) {
            return needs.stream()
                    .map(need -> neighbourhoods.stream()
                            .map(neighbourhood -> new CellName(need, neighbourhood))
                            .map(name -> anew.contains(name)
                                    ? now(name)
                                    : history.of(name).get(0))
                            .toList())
                    .toList();
        }

        private Behind now(CellName name) {
            return today.getOrDefault(name, Behind.NOBODY);
        }

        /** Neighbourhood by neighbourhood. */
        private Stream<CellName> names() {
            return neighbourhoods.stream()
                    .flatMap(neighbourhood -> needs.stream().map(need -> new CellName(need, neighbourhood)));
        }
    }

    private record Kept(
            List<String> needs, List<String> neighbourhoods, PublishedTable last, History history, int month)
            implements Suppression.Before {
        private static final PublishedCell NOT_THERE = new PublishedCell(0, Money.ZERO);

        @Override
        public boolean isThere(int row, int column) {
            return lastRow(row) >= 0 && lastColumn(column) >= 0;
        }

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
        public Behind behind(int row, int column) {
            return history.of(new CellName(needs.get(row), neighbourhoods.get(column)), month);
        }

        private int lastRow(int row) {
            return last.needs().indexOf(needs.get(row));
        }

        private int lastColumn(int column) {
            return last.neighbourhoods().indexOf(neighbourhoods.get(column));
        }
    }
}
