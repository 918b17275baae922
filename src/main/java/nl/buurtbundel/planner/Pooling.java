package nl.buurtbundel.planner;

import java.util.Arrays;

/**
 * Who goes where once the groups are fixed: a transportation problem with minima and maxima, solved exactly by augmenting
 * along best paths. The graph is contracted to the alternatives, since a class only links two of them by moving a
 * household. All in whole scores.
 */
final class Pooling {

    private static final long NONE = Instance.IMPOSSIBLE;

    private final Instance instance;
    private final int alternatives;
    private final int classes;
    /** What one household costs extra in each alternative: the price of the ceiling. */
    private final long[] charge;

    private final int[] least;
    private final int[] most;
    private final int[] groups;

    final int[][] pooled;
    final int[] households;
    private final int[] left;

    /** Best gain of moving one household from one alternative to another, and its class. */
    private final long[][] move;

    private final int[][] moved;
    private final long[] reach;
    private final int[] entered;
    private final int[] cameFrom;

    Pooling(Instance instance, Box box, int[] groups, long[] charge) {
        this.instance = instance;
        this.charge = charge;
        this.groups = groups;
        alternatives = instance.alternatives;
        classes = instance.classes;
        least = new int[alternatives];
        most = new int[alternatives];
        for (int a = 0; a < alternatives; a++) {
            least[a] = box.least(instance, a, groups[a]);
            most[a] = box.most(instance, a, groups[a]);
        }
        pooled = new int[alternatives][classes];
        households = new int[alternatives];
        left = instance.uptake.clone();
        move = new long[alternatives][alternatives];
        moved = new int[alternatives][alternatives];
        reach = new long[alternatives];
        entered = new int[alternatives];
        cameFrom = new int[alternatives];
        for (long[] row : move) {
            Arrays.fill(row, NONE);
        }
    }

    /** Fills minima first and then every place that gains; false if the minima cannot be filled. */
    boolean solve() {
        for (int a = 0; a < alternatives; a++) {
            if (least[a] > most[a]) {
                return false;
            }
        }
        while (missing() > 0) {
            if (!augment(least, NONE + 1)) {
                return false;
            }
        }
        while (augment(most, 1)) {
            // each round fills a class, an alternative or a cell, so it ends
        }
        return true;
    }

    /** Score of the pooling, opening included, without the charges. */
    long score() {
        long score = 0;
        for (int a = 0; a < alternatives; a++) {
            score -= instance.openingScore[a] * groups[a];
            for (int c = 0; c < classes; c++) {
                score += instance.profit[a][c] * pooled[a][c];
            }
        }
        return score;
    }

    long spend() {
        return instance.spend(groups, households);
    }

    private int missing() {
        int missing = 0;
        for (int a = 0; a < alternatives; a++) {
            missing += Math.max(0, least[a] - households[a]);
        }
        return missing;
    }

    private boolean augment(int[] target, long leastGain) {
        Arrays.fill(reach, NONE);
        Arrays.fill(cameFrom, -1);
        for (int a = 0; a < alternatives; a++) {
            if (most[a] == 0) {
                continue;
            }
            for (int c = 0; c < classes; c++) {
                if (left[c] > 0 && instance.served[a][c]) {
                    long gain = instance.profit[a][c] - charge[a];
                    if (gain > reach[a]) {
                        reach[a] = gain;
                        entered[a] = c;
                    }
                }
            }
        }
        spread(reach, cameFrom);
        int last = -1;
        for (int a = 0; a < alternatives; a++) {
            if (households[a] < target[a]
                    && reach[a] != NONE
                    && reach[a] >= leastGain
                    && (last < 0 || reach[a] > reach[last])) {
                last = a;
            }
        }
        if (last < 0) {
            return false;
        }
        push(last, target[last] - households[last]);
        return true;
    }

    private void push(int last, int room) {
        int amount = room;
        int at = last;
        while (cameFrom[at] >= 0) {
            int before = cameFrom[at];
            amount = Math.min(amount, pooled[before][moved[before][at]]);
            at = before;
        }
        amount = Math.min(amount, left[entered[at]]);
        at = last;
        households[last] += amount;
        while (cameFrom[at] >= 0) {
            int before = cameFrom[at];
            int householdClass = moved[before][at];
            pooled[before][householdClass] -= amount;
            pooled[at][householdClass] += amount;
            at = before;
        }
        pooled[at][entered[at]] += amount;
        left[entered[at]] -= amount;
        at = last;
        while (at >= 0) {
            refreshMoves(at);
            at = cameFrom[at];
        }
    }

    private void refreshMoves(int from) {
        Arrays.fill(move[from], NONE);
        for (int c = 0; c < classes; c++) {
            if (pooled[from][c] == 0) {
                continue;
            }
            for (int to = 0; to < alternatives; to++) {
                if (to != from && most[to] > 0 && instance.served[to][c]) {
                    long gain = instance.profit[to][c] - charge[to] - instance.profit[from][c] + charge[from];
                    if (gain > move[from][to]) {
                        move[from][to] = gain;
                        moved[from][to] = c;
                    }
                }
            }
        }
    }

    /** Longest paths by Bellman and Ford; there is no cycle that gains, since every pooling on the way is the best of its size. */
    private void spread(long[] best, int[] before) {
        boolean changed = true;
        for (int round = 0; changed && round < alternatives; round++) {
            changed = false;
            for (int from = 0; from < alternatives; from++) {
                if (best[from] == NONE) {
                    continue;
                }
                for (int to = 0; to < alternatives; to++) {
                    if (move[from][to] != NONE && best[from] + move[from][to] > best[to]) {
                        best[to] = best[from] + move[from][to];
                        before[to] = from;
                        changed = true;
                    }
                }
            }
        }
    }

    /** Score of one more household of each class, the groups being as they are. */
    long[] worthOfHousehold() {
        long[] absorb = new long[alternatives];
        for (int a = 0; a < alternatives; a++) {
            absorb[a] = households[a] < most[a] ? 0 : NONE;
            for (int c = 0; c < classes; c++) {
                if (pooled[a][c] > 0) {
                    absorb[a] = Math.max(absorb[a], charge[a] - instance.profit[a][c]);
                }
            }
        }
        for (int round = 0; round < alternatives; round++) {
            for (int from = 0; from < alternatives; from++) {
                for (int to = 0; to < alternatives; to++) {
                    if (move[from][to] != NONE && absorb[to] != NONE) {
                        absorb[from] = Math.max(absorb[from], move[from][to] + absorb[to]);
                    }
                }
            }
        }
        long[] worth = new long[classes];
        for (int c = 0; c < classes; c++) {
            for (int a = 0; a < alternatives; a++) {
                if (instance.served[a][c] && absorb[a] != NONE) {
                    worth[c] = Math.max(worth[c], instance.profit[a][c] - charge[a] + absorb[a]);
                }
            }
        }
        return worth;
    }

    /** Score of one more place in each alternative that has groups, the groups being as they are. */
    long[] worthOfPlace() {
        long[] best = new long[alternatives];
        for (int a = 0; a < alternatives; a++) {
            best[a] = households[a] > least[a] ? 0 : NONE;
            for (int c = 0; c < classes; c++) {
                if (groups[a] > 0 && left[c] > 0 && instance.served[a][c]) {
                    best[a] = Math.max(best[a], instance.profit[a][c] - charge[a]);
                }
            }
        }
        spread(best, new int[alternatives]);
        for (int a = 0; a < alternatives; a++) {
            best[a] = Math.max(0, best[a]);
        }
        return best;
    }
}
