package nl.buurtbundel.opportunity;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/**
 * The same table in month after month, for readers who have kept them all. Some of its numbers are the same in several months: what
 * they find out in one month holds in the others.
 *
 * @param months networks of one shape
 * @param versions by month, then by arc: equal where it is the same number
 */
record NetworksInTime(List<Network> months, int[][] versions) {
    private record Period(int first, int last) {}

    /** A number in one of its months: the same number is asked about once. */
    private record Secret(int arc, int version) {}

    /**
     * Whether each sensitive flow could still be larger. What some month showed is known, and no other can protect it: not asked
     * about. It can when it grows by the same in some months on end, along flows that
     * are hidden in all of them and are no number of another month: then all equations of all months still hold.
     *
     * @param sensitive by month
     */
    boolean leaveDoubt(List<List<Integer>> sensitive, LongUnaryOperator doubt) {
        Map<Period, BitSet> usable = new HashMap<>();
        Set<Secret> asked = shown();
        for (int month = 0; month < months.size(); month++) {
            for (int arc : sensitive.get(month)) {
                if (asked.add(new Secret(arc, versions[month][arc])) && !canGrow(arc, month, doubt, usable)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Set<Secret> shown() {
        Set<Secret> shown = new HashSet<>();
        for (int month = 0; month < months.size(); month++) {
            for (int arc = 0; arc < versions[month].length; arc++) {
                if (!months.get(month).isHidden(arc)) {
                    shown.add(new Secret(arc, versions[month][arc]));
                }
            }
        }
        return shown;
    }

    private boolean canGrow(int arc, int month, LongUnaryOperator doubt, Map<Period, BitSet> usable) {
        for (int first = 0; first <= month; first++) {
            for (int last = months.size() - 1; last >= month; last--) {
                Period period = new Period(first, last);
                BitSet along = usable.computeIfAbsent(period, this::usable);
                if (months.get(month).canGrow(arc, along, other -> least(other, period), doubt)) {
                    return true;
                }
            }
        }
        return false;
    }

    private long least(int arc, Period period) {
        return IntStream.rangeClosed(period.first(), period.last())
                .mapToLong(month -> months.get(month).value(arc))
                .min()
                .orElseThrow();
    }

    private BitSet usable(Period period) {
        BitSet usable = new BitSet();
        for (int arc = 0; arc < versions[0].length; arc++) {
            int one = arc;
            Set<Integer> inside = new HashSet<>();
            IntStream.rangeClosed(period.first(), period.last()).forEach(month -> inside.add(versions[month][one]));
            boolean hidden = IntStream.rangeClosed(period.first(), period.last())
                    .allMatch(month -> months.get(month).isHidden(one));
            boolean own = IntStream.range(0, months.size())
                    .filter(month -> month < period.first() || month > period.last())
                    .noneMatch(month -> inside.contains(versions[month][one]));
            usable.set(arc, hidden && own);
        }
        return usable;
    }
}
