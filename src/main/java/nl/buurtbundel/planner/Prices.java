package nl.buurtbundel.planner;

import java.util.Arrays;

/**
 * The bound. Each household gets a price and so does each thousandth of a cent under the ceiling; at given prices every
 * alternative chooses for itself, which is a sort, and the sum can only be too high. Doubles steer the prices, but every
 * bound is summed in whole scores at whole prices, so that it holds to the last unit.
 */
final class Prices {

    private static final long NO_BOUND = Long.MAX_VALUE;
    /** Larger than any error of the few double operations it guards. */
    private static final double OUTWARDS = 1e-12;

    private final Instance instance;
    private final int[][] order;
    private final long[] reduced;

    /** Prices above these would no longer add up in whole numbers; lower ones only weaken a bound. */
    private final long dearestHousehold;

    private final double dearestCeiling;

    long[] household;
    double ceiling;

    /** Choices at the prices last evaluated. */
    final int[] groups;

    final long[][] value;
    private final int[] taken;
    private long spend;
    private int filled;

    /** Mean choice over the ascent: how undecided each alternative is. */
    final double[] meanGroups;

    Prices(Instance instance) {
        this.instance = instance;
        order = new int[instance.alternatives][];
        reduced = new long[instance.classes];
        household = new long[instance.classes];
        groups = new int[instance.alternatives];
        value = new long[instance.alternatives][];
        taken = new int[instance.classes];
        meanGroups = new double[instance.alternatives];
        dearestHousehold =
                (1L << 59) / (Arrays.stream(instance.uptake).asLongStream().sum() + 1);
        dearestCeiling = 0x1p59 / (instance.ceiling + 1.0);
        for (int a = 0; a < instance.alternatives; a++) {
            value[a] = new long[instance.mostGroups[a] + 1];
            int served = 0;
            order[a] = new int[instance.classes];
            for (int c = 0; c < instance.classes; c++) {
                if (instance.served[a][c]) {
                    order[a][served++] = c;
                    household[c] = Math.min(dearestHousehold, Math.max(household[c], instance.profit[a][c] / 2));
                }
            }
            order[a] = Arrays.copyOf(order[a], served);
        }
    }

    /** No plan can be worth more: every household in its best alternative and nothing to pay for opening. */
    long trivialBound() {
        long bound = 0;
        for (int c = 0; c < instance.classes; c++) {
            long best = 0;
            for (int a = 0; a < instance.alternatives; a++) {
                if (instance.served[a][c]) {
                    best = Math.max(best, instance.profit[a][c]);
                }
            }
            bound += best * instance.uptake[c];
        }
        return bound;
    }

    /** What the ceiling charges in each alternative per household. */
    static long[] charges(Instance instance, double price) {
        long[] charge = new long[instance.alternatives];
        for (int a = 0; a < charge.length; a++) {
            charge[a] = Math.min(instance.prohibitiveCharge, roundedDown(price, instance.placeSpend[a]));
        }
        return charge;
    }

    static long roundedDown(double price, long amount) {
        return (long) Math.floor(price * amount * (1 - OUTWARDS));
    }

    static long roundedUp(double price, long amount) {
        return (long) Math.ceil(price * amount * (1 + OUTWARDS));
    }

    /**
     * The bound for a box at the current prices. {@link Instance#IMPOSSIBLE} if the box is empty.
     */
    long evaluate(Box box) {
        Arrays.fill(taken, 0);
        spend = 0;
        long[] charge = charges(instance, ceiling);
        long sum = ceiling == 0 ? 0 : roundedUp(ceiling, instance.ceiling);
        boolean holds = true;
        for (int a = 0; a < instance.alternatives; a++) {
            long best = choose(box, a, charge[a]);
            if (best == Instance.IMPOSSIBLE) {
                return Instance.IMPOSSIBLE;
            }
            holds = holds && sum < NO_BOUND / 4;
            sum += best;
        }
        for (int c = 0; c < instance.classes; c++) {
            holds = holds && sum < NO_BOUND / 4;
            sum += household[c] * instance.uptake[c];
        }
        return holds ? sum : NO_BOUND;
    }

    private long choose(Box box, int a, long charge) {
        int[] sorted = order[a];
        for (int i = 0; i < sorted.length; i++) {
            int c = sorted[i];
            reduced[c] = instance.profit[a][c] - household[c] - charge;
            int at = i;
            while (at > 0 && reduced[sorted[at - 1]] < reduced[c]) {
                sorted[at] = sorted[at - 1];
                at--;
            }
            sorted[at] = c;
        }
        long opening = instance.openingScore[a] + roundedDown(ceiling, instance.openingSpend[a]);
        long best = Instance.IMPOSSIBLE;
        for (int g = box.fewestGroups[a]; g <= box.mostGroups[a]; g++) {
            int least = box.least(instance, a, g);
            int most = box.most(instance, a, g);
            long worth = least > most ? Instance.IMPOSSIBLE : fill(sorted, least, most, false);
            value[a][g] = worth == Instance.IMPOSSIBLE ? worth : worth - opening * g;
            if (value[a][g] > best) {
                best = value[a][g];
                groups[a] = g;
            }
        }
        if (best != Instance.IMPOSSIBLE) {
            spend += instance.openingSpend[a] * groups[a];
            int least = box.least(instance, a, groups[a]);
            int most = box.most(instance, a, groups[a]);
            fill(sorted, least, most, true);
            spend += instance.placeSpend[a] * filled;
        }
        return best;
    }

    private long fill(int[] sorted, int least, int most, boolean take) {
        long worth = 0;
        filled = 0;
        for (int c : sorted) {
            int room = (reduced[c] > 0 ? most : least) - filled;
            if (room <= 0) {
                break;
            }
            int amount = Math.min(room, instance.uptake[c]);
            worth += reduced[c] * amount;
            filled += amount;
            if (take) {
                taken[c] += amount;
            }
        }
        return filled < least ? Instance.IMPOSSIBLE : worth;
    }

    /**
     * Lowers the bound of a box by moving the prices, and leaves the best prices and their choices behind. Stops early once
     * the bound falls below what is already found.
     */
    long ascend(Box box, long found, int rounds) {
        long[] bestHousehold = household.clone();
        double bestCeiling = ceiling;
        long best = NO_BOUND;
        double unit = instance.hasCeiling() ? unitOfSpend() : 1;
        double step = 1;
        int idle = 0;
        Arrays.fill(meanGroups, 0);
        double weightOfMean = 0;
        for (int round = 1; round <= rounds; round++) {
            long bound = evaluate(box);
            if (bound == Instance.IMPOSSIBLE) {
                return bound;
            }
            weightOfMean += round;
            for (int a = 0; a < groups.length; a++) {
                meanGroups[a] += (double) round * groups[a];
            }
            if (bound < best) {
                best = bound;
                System.arraycopy(household, 0, bestHousehold, 0, household.length);
                bestCeiling = ceiling;
                idle = 0;
                if (best < found) {
                    break;
                }
            } else if (++idle >= 6) {
                step /= 2;
                idle = 0;
                System.arraycopy(bestHousehold, 0, household, 0, household.length);
                ceiling = bestCeiling;
                evaluate(box);
            }
            if (step < 1e-4 || !move(best, found, step, unit)) {
                break;
            }
        }
        for (int a = 0; a < groups.length; a++) {
            meanGroups[a] /= weightOfMean;
        }
        household = bestHousehold;
        ceiling = bestCeiling;
        evaluate(box);
        return best;
    }

    private double unitOfSpend() {
        double dearest = 1;
        int households = Arrays.stream(instance.uptake).sum();
        for (int a = 0; a < groups.length; a++) {
            int most = Math.min(households, instance.most[a][instance.mostGroups[a]]);
            if (most > 0) {
                dearest = Math.max(
                        dearest,
                        instance.placeSpend[a] + (double) instance.openingSpend[a] * instance.mostGroups[a] / most);
            }
        }
        return dearest;
    }

    private boolean move(long bound, long found, double step, double unit) {
        double squares = 0;
        for (int c = 0; c < taken.length; c++) {
            double slack = instance.uptake[c] - (double) taken[c];
            if (slack < 0 || household[c] > 0) {
                squares += slack * slack;
            }
        }
        double slackOfCeiling = instance.hasCeiling() ? (instance.ceiling - (double) spend) / unit : 0;
        if (slackOfCeiling < 0 || ceiling > 0) {
            squares += slackOfCeiling * slackOfCeiling;
        }
        if (squares == 0) {
            return false;
        }
        double aim = Math.max(bound - (double) Math.max(found, 0), 1e-3 * bound + 1);
        double length = step * aim / squares;
        for (int c = 0; c < taken.length; c++) {
            double slack = instance.uptake[c] - (double) taken[c];
            household[c] = Math.min(dearestHousehold, Math.max(0, household[c] - Math.round(length * slack)));
        }
        if (instance.hasCeiling()) {
            ceiling = Math.min(dearestCeiling, Math.max(0, ceiling - length * slackOfCeiling / unit));
        }
        return true;
    }
}
