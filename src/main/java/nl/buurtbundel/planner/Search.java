package nl.buurtbundel.planner;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Branch and bound over the groups to open, best bound first. With the groups fixed and no ceiling in the way, pooling is
 * exact and a box is closed; a ceiling in the way is priced, and what the price leaves open is closed by branching on
 * households per alternative.
 *
 * <p>A box is left alone only if its bound is below what is found, or equals it and holds no plan with more groups of the
 * earliest alternatives. So among plans of equal score the one that comes first by id is found, whatever the order of work.
 */
final class Search {

    private static final int ROUNDS_AT_FIRST = 250;
    private static final int ROUNDS_LATER = 40;
    private static final int ROUNDS_OF_CEILING = 60;

    /** A box with what is known of it. */
    private record Node(Box box, long[] household, double ceiling, long bound, long number) {}

    /** What pricing the ceiling came to: a bound, the alternative to cut in two and where, and the price with its pooling. */
    private record Priced(long bound, int alternative, int cut, double price) {}

    private final Instance instance;
    private final long maximumNodes;
    private final Box whole;
    private final Prices prices;
    private final Set<String> tried = new HashSet<>();
    private final PriorityQueue<Node> open = new PriorityQueue<>(
            Comparator.comparingLong(Node::bound).reversed().thenComparing(Node::number, Comparator.reverseOrder()));

    private long numbers;
    private long nodes;
    private long score = Instance.IMPOSSIBLE;
    private int[] groups;
    private int[][] pooled;
    private long bound;
    private double firstPriceOfCeiling;

    Search(Instance instance, long maximumNodes, int[] fewestGroups, int[] mostGroups) {
        this.instance = instance;
        this.maximumNodes = maximumNodes;
        whole = new Box(fewestGroups, mostGroups);
        prices = new Prices(instance);
        groups = new int[instance.alternatives];
        pooled = new int[instance.alternatives][instance.classes];
    }

    static Search of(Instance instance, long maximumNodes) {
        return new Search(instance, maximumNodes, new int[instance.alternatives], instance.mostGroups);
    }

    boolean found() {
        return score != Instance.IMPOSSIBLE;
    }

    boolean proved() {
        return bound <= score;
    }

    long score() {
        return score;
    }

    long bound() {
        return bound;
    }

    long nodes() {
        return nodes;
    }

    int[] groups() {
        return groups.clone();
    }

    int[][] pooled() {
        return pooled;
    }

    void run() {
        bound = prices.trivialBound();
        tryGroups(whole.fewestGroups);
        open.add(new Node(whole, prices.household, 0, bound, numbers++));
        while (!open.isEmpty()) {
            Node node = open.peek();
            bound = Math.max(node.bound, score);
            if (node.bound < score || nodes >= maximumNodes) {
                break;
            }
            open.remove();
            if (isWorthWhile(node.box, node.bound)) {
                nodes++;
                visit(node);
            }
        }
        if (open.isEmpty()) {
            bound = score;
        }
    }

    /** The price of the ceiling while every group was still free to open: score for a thousandth of a cent. */
    double firstPriceOfCeiling() {
        return firstPriceOfCeiling;
    }

    /** The price of the ceiling at the groups found: score for a thousandth of a cent; 0 if it does not bind. */
    double priceOfCeiling() {
        Box box = Box.around(whole, groups);
        Pooling free = pool(box, groups, 0);
        if (free == null || free.spend() <= instance.ceiling) {
            return 0;
        }
        Priced priced = priceCeiling(box, groups, free);
        return priced == null ? 0 : priced.price;
    }

    /** The pooling of the plan found at a price of the ceiling, for what one more household or place is worth. */
    Pooling poolingAt(double price) {
        Pooling pooling = pool(Box.around(whole, groups), groups, price);
        if (pooling == null) {
            throw new IllegalStateException("the groups found cannot be filled");
        }
        return pooling;
    }

    private boolean isWorthWhile(Box box, long boundOfBox) {
        return boundOfBox > score || (boundOfBox == score && found() && Arrays.compare(box.mostGroups, groups) >= 0);
    }

    private void visit(Node node) {
        Box box = node.box;
        prices.household = node.household.clone();
        prices.ceiling = node.ceiling;
        if (box.groupsAreFixed()) {
            close(node);
            return;
        }
        boolean first = nodes == 1;
        long lower = Math.min(node.bound, prices.ascend(box, score, first ? ROUNDS_AT_FIRST : ROUNDS_LATER));
        if (lower == Instance.IMPOSSIBLE || !isWorthWhile(box, lower)) {
            return;
        }
        int[] chosen = prices.groups.clone();
        double[] mean = prices.meanGroups.clone();
        Pooling pooling = tryGroups(chosen);
        if (first) {
            firstPriceOfCeiling = prices.ceiling;
            improve(chosen);
            improve(groups);
        }
        lower = Math.min(lower, withPricesOf(pooling, box));
        if (!tighten(box) || !isWorthWhile(box, lower)) {
            return;
        }
        long[] household = prices.household.clone();
        if (box.groupsAreFixed()) {
            close(new Node(box, household, prices.ceiling, lower, numbers++));
            return;
        }
        int at = mostUndecided(box, mean);
        int cut = Math.min(box.mostGroups[at] - 1, Math.max(box.fewestGroups[at], (int) Math.floor(mean[at])));
        Box fewer = new Box(box);
        fewer.mostGroups[at] = cut;
        Box more = new Box(box);
        more.fewestGroups[at] = cut + 1;
        open.add(new Node(fewer, household, prices.ceiling, lower, numbers++));
        open.add(new Node(more, household, prices.ceiling, lower, numbers++));
    }

    /** The exact prices of a pooling bound the box too, and often close it at once. Keeps the better prices. */
    private long withPricesOf(@Nullable Pooling pooling, Box box) {
        long before = prices.evaluate(box);
        if (pooling == null) {
            return before;
        }
        long[] household = prices.household;
        prices.household = pooling.worthOfHousehold();
        long after = prices.evaluate(box);
        if (after < before) {
            return after;
        }
        prices.household = household;
        return prices.evaluate(box);
    }

    /** Drops group counts that cannot be in a better plan; false if nothing is left. Uses the prices last evaluated. */
    private boolean tighten(Box box) {
        long evaluated = prices.evaluate(box);
        if (evaluated == Instance.IMPOSSIBLE) {
            return false;
        }
        if (evaluated == Long.MAX_VALUE) {
            return true;
        }
        for (int a = 0; a < instance.alternatives; a++) {
            long rest = evaluated - prices.value[a][prices.groups[a]];
            while (box.fewestGroups[a] <= box.mostGroups[a] && isHopeless(rest, a, box.fewestGroups[a])) {
                box.fewestGroups[a]++;
            }
            while (box.fewestGroups[a] <= box.mostGroups[a] && isHopeless(rest, a, box.mostGroups[a])) {
                box.mostGroups[a]--;
            }
            if (box.fewestGroups[a] > box.mostGroups[a]) {
                return false;
            }
        }
        return true;
    }

    private boolean isHopeless(long rest, int a, int count) {
        long value = prices.value[a][count];
        return value == Instance.IMPOSSIBLE || rest + value < score;
    }

    private int mostUndecided(Box box, double[] mean) {
        int at = -1;
        double most = -1;
        for (int a = 0; a < instance.alternatives; a++) {
            if (box.fewestGroups[a] < box.mostGroups[a]) {
                double fraction = mean[a] - Math.floor(mean[a]);
                double undecided = Math.min(fraction, 1 - fraction);
                if (undecided > most) {
                    most = undecided;
                    at = a;
                }
            }
        }
        return at;
    }

    private void improve(int[] from) {
        int[] current = from.clone();
        boolean better = true;
        while (better) {
            better = false;
            for (int a = 0; a < current.length; a++) {
                for (int change = -1; change <= 1; change += 2) {
                    int[] changed = current.clone();
                    changed[a] += change;
                    long before = score;
                    if (changed[a] >= whole.fewestGroups[a] && changed[a] <= whole.mostGroups[a]) {
                        tryGroups(changed);
                    }
                    if (score > before) {
                        current = groups.clone();
                        better = true;
                    }
                }
            }
        }
    }

    /** Pools with these groups once; the pooling is null if it was tried before or cannot be filled. */
    private @Nullable Pooling tryGroups(int[] candidate) {
        if (!whole.contains(candidate) || !tried.add(Arrays.toString(candidate))) {
            return null;
        }
        Box box = Box.around(whole, candidate);
        Pooling pooling = pool(box, candidate, 0);
        if (pooling != null && pooling.spend() > instance.ceiling) {
            priceCeiling(box, candidate, pooling);
        }
        return pooling;
    }

    private @Nullable Pooling pool(Box box, int[] candidate, double price) {
        Pooling pooling = new Pooling(instance, box, candidate, Prices.charges(instance, price));
        if (!pooling.solve()) {
            return null;
        }
        if (pooling.spend() <= instance.ceiling) {
            offer(candidate, pooling);
        }
        return pooling;
    }

    private void offer(int[] candidate, Pooling pooling) {
        long value = pooling.score();
        if (value > score || (value == score && Arrays.compare(candidate, groups) > 0)) {
            score = value;
            groups = candidate.clone();
            pooled = new int[instance.alternatives][];
            for (int a = 0; a < instance.alternatives; a++) {
                pooled[a] = pooling.pooled[a].clone();
            }
        }
    }

    private void close(Node node) {
        Box box = node.box;
        Pooling free = pool(box, box.fewestGroups, 0);
        if (free == null || free.spend() <= instance.ceiling) {
            return;
        }
        Priced priced = priceCeiling(box, box.fewestGroups, free);
        if (priced == null) {
            return;
        }
        long lower = Math.min(node.bound, priced.bound);
        if (!isWorthWhile(box, lower)) {
            return;
        }
        Box fewer = new Box(box);
        fewer.mostHouseholds[priced.alternative] = priced.cut;
        Box more = new Box(box);
        more.fewestHouseholds[priced.alternative] = priced.cut + 1;
        open.add(new Node(fewer, node.household, 0, lower, numbers++));
        open.add(new Node(more, node.household, 0, lower, numbers++));
    }

    /**
     * Looks for the price at which the pooling just fits under the ceiling, by supporting lines between one that spends too
     * much and one that does not. The pooling at each price is offered; the lowest bound is kept. Null if even the minima
     * do not fit.
     */
    private @Nullable Priced priceCeiling(Box box, int[] fixedGroups, Pooling free) {
        Pooling above = free;
        Pooling below = pool(minima(box, fixedGroups), fixedGroups, 0);
        if (below == null || below.spend() > instance.ceiling) {
            return null;
        }
        long lowest = free.score();
        double price = 0;
        for (int round = 0; round < ROUNDS_OF_CEILING; round++) {
            price = Math.max(0, (above.score() - (double) below.score()) / (above.spend() - (double) below.spend()));
            Pooling between = pool(box, fixedGroups, price);
            if (between == null) {
                throw new IllegalStateException("minima that could be filled can no longer be filled");
            }
            lowest = Math.min(lowest, boundAt(price, fixedGroups, between));
            boolean fits = between.spend() <= instance.ceiling;
            if (between.spend() == (fits ? below : above).spend()) {
                break;
            }
            if (fits) {
                below = between;
            } else {
                above = between;
            }
        }
        int at = -1;
        int widest = 0;
        for (int a = 0; a < instance.alternatives; a++) {
            int distance = Math.abs(above.households[a] - below.households[a]);
            if (instance.placeSpend[a] > 0 && distance > widest) {
                at = a;
                widest = distance;
            }
        }
        if (at < 0) {
            throw new IllegalStateException("two poolings with other spend have the same households");
        }
        int low = Math.min(above.households[at], below.households[at]);
        return new Priced(lowest, at, low + (widest - 1) / 2, price);
    }

    private Box minima(Box box, int[] fixedGroups) {
        Box minima = new Box(box);
        for (int a = 0; a < instance.alternatives; a++) {
            if (instance.placeSpend[a] > 0) {
                minima.mostHouseholds[a] = Math.max(0, box.least(instance, a, fixedGroups[a]));
            }
        }
        return minima;
    }

    private long boundAt(double price, int[] fixedGroups, Pooling pooling) {
        long[] charge = Prices.charges(instance, price);
        long value = pooling.score();
        double rough = value;
        for (int a = 0; a < instance.alternatives; a++) {
            value -= charge[a] * pooling.households[a];
            rough -= (double) charge[a] * pooling.households[a];
        }
        long left = instance.ceiling - instance.spend(fixedGroups, new int[instance.alternatives]);
        boolean holds = Math.abs(rough) < 0x1p61 && price * left < 0x1p61;
        return holds ? value + Prices.roundedUp(price, left) : Long.MAX_VALUE;
    }
}
