package nl.buurtbundel.opportunity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntToLongFunction;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/** Numbers as flows that balance at each node; see {@link Suppression}. Flows may grow without limit and shrink to zero. */
final class Network {
    private static final long WITHOUT_LIMIT = Long.MAX_VALUE / 4;
    /** Totals are what people look at first: rather hide many cells than one total. */
    private static final long PRICE_OF_A_TOTAL = 1L << 40;

    private final List<List<Integer>> arcsAt = new ArrayList<>();
    private final List<Integer> from = new ArrayList<>();
    private final List<Integer> to = new ArrayList<>();
    private final List<Long> values = new ArrayList<>();
    private final BitSet totals = new BitSet();
    private final BitSet hidden = new BitSet();
    private final BitSet known = new BitSet();

    Network(int nodes) {
        for (int node = 0; node < nodes; node++) {
            arcsAt.add(new ArrayList<>());
        }
    }

    void add(int fromNode, int toNode, long value, boolean isTotal) {
        int arc = from.size();
        from.add(fromNode);
        to.add(toNode);
        values.add(value);
        totals.set(arc, isTotal);
        arcsAt.get(fromNode).add(arc);
        arcsAt.get(toNode).add(arc);
    }

    void hide(int arc) {
        hidden.set(arc);
    }

    /** Readers know this number whatever is done with it now: hiding it helps nothing. */
    void know(int arc) {
        known.set(arc);
    }

    boolean isHidden(int arc) {
        return hidden.get(arc);
    }

    /**
     * Hides more until each of these flows could be larger than it is by the doubt that its value needs, or until nothing is
     * shown any more, as in a table without columns.
     */
    void protect(List<Integer> sensitive, LongUnaryOperator doubt) {
        for (int arc : sensitive) {
            long needed = doubt.applyAsLong(values.get(arc));
            while (canHideMore() && !canGrow(arc, needed, helping(), values::get)) {
                hideMore(arc, needed);
            }
        }
    }

    /** Hidden, and not known all the same. */
    private BitSet helping() {
        BitSet helping = (BitSet) hidden.clone();
        helping.andNot(known);
        return helping;
    }

    /** Whether this could be larger by the doubt that its value needs along some flows, itself among them. */
    boolean canGrow(int arc, BitSet along, IntToLongFunction least, LongUnaryOperator doubt) {
        return along.get(arc) && canGrow(arc, doubt.applyAsLong(values.get(arc)), along, least);
    }

    long value(int arc) {
        return values.get(arc);
    }

    private boolean canHideMore() {
        return IntStream.range(0, from.size()).anyMatch(arc -> !hidden.get(arc) && !known.get(arc));
    }

    /**
     * Whether these flows leave room for this one to be larger by so much: a flow from its head back to its tail.
     *
     * @param least by how much each of them can shrink
     */
    private boolean canGrow(int arc, long needed, BitSet along, IntToLongFunction least) {
        long[] pushed = new long[from.size()];
        long found = 0;
        while (found < needed) {
            long more = push(arc, pushed, needed - found, along, least);
            if (more == 0) {
                return false;
            }
            found += more;
        }
        return true;
    }

    private long push(int arc, long[] pushed, long wanted, BitSet along, IntToLongFunction least) {
        int start = to.get(arc);
        int goal = from.get(arc);
        int[] reachedBy = new int[arcsAt.size()];
        Arrays.fill(reachedBy, -1);
        boolean[] reached = new boolean[arcsAt.size()];
        reached[start] = true;
        Deque<Integer> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty() && !reached[goal]) {
            int node = queue.remove();
            for (int next : arcsAt.get(node)) {
                int other = otherEnd(next, node);
                if (next != arc && along.get(next) && !reached[other] && room(next, node, pushed, least) > 0) {
                    reached[other] = true;
                    reachedBy[other] = next;
                    queue.add(other);
                }
            }
        }
        if (!reached[goal]) {
            return 0;
        }
        long amount = wanted;
        for (int node = goal; node != start; node = otherEnd(reachedBy[node], node)) {
            amount = Math.min(amount, room(reachedBy[node], otherEnd(reachedBy[node], node), pushed, least));
        }
        for (int node = goal; node != start; node = otherEnd(reachedBy[node], node)) {
            int step = reachedBy[node];
            pushed[step] += to.get(step) == node ? amount : -amount;
        }
        return amount;
    }

    private long room(int arc, int fromNode, long[] pushed, IntToLongFunction least) {
        return from.get(arc) == fromNode ? WITHOUT_LIMIT - pushed[arc] : least.applyAsLong(arc) + pushed[arc];
    }

    /** Hides the cheapest detour along which the flow could grow; if there is none, the cheapest number still shown. */
    private void hideMore(int arc, long needed) {
        int start = to.get(arc);
        int goal = from.get(arc);
        long[] cost = new long[arcsAt.size()];
        int[] reachedBy = new int[arcsAt.size()];
        Arrays.fill(cost, WITHOUT_LIMIT);
        cost[start] = 0;
        record Stop(int node, long cost) {}
        PriorityQueue<Stop> queue =
                new PriorityQueue<>(Comparator.comparingLong(Stop::cost).thenComparingInt(Stop::node));
        queue.add(new Stop(start, 0));
        while (!queue.isEmpty()) {
            Stop stop = queue.remove();
            if (stop.cost() > cost[stop.node()]) {
                continue;
            }
            for (int next : arcsAt.get(stop.node())) {
                boolean roomy = from.get(next) == stop.node() || values.get(next) >= needed;
                int other = otherEnd(next, stop.node());
                long total = stop.cost() + price(next);
                if (next != arc && !known.get(next) && roomy && total < cost[other]) {
                    cost[other] = total;
                    reachedBy[other] = next;
                    queue.add(new Stop(other, total));
                }
            }
        }
        if (cost[goal] < WITHOUT_LIMIT && cost[goal] > 0) {
            for (int node = goal; node != start; node = otherEnd(reachedBy[node], node)) {
                hidden.set(reachedBy[node]);
            }
        } else {
            IntStream.range(0, from.size())
                    .filter(other -> !hidden.get(other) && !known.get(other))
                    .boxed()
                    .min(Comparator.comparingLong(this::price))
                    .ifPresent(hidden::set);
        }
    }

    private long price(int arc) {
        if (hidden.get(arc)) {
            return 0;
        }
        return 1 + values.get(arc) + (totals.get(arc) ? PRICE_OF_A_TOTAL : 0);
    }

    private int otherEnd(int arc, int node) {
        return from.get(arc) == node ? to.get(arc) : from.get(arc);
    }
}
