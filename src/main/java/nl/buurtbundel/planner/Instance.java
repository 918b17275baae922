package nl.buurtbundel.planner;

import java.util.Arrays;
import java.util.List;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.planner.InvalidProblem.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One scenario of a problem as whole numbers for the search.
 *
 * <p>A <em>score</em> is thousandths of a cent times {@link #weight}, plus the second goals: every household helped counts
 * {@code all groups + 1} and every group counts -1. The weight is so large that the second goals together never outweigh a
 * thousandth of a cent, so that comparing scores compares money first, then households, then groups.
 */
final class Instance {

    static final long IMPOSSIBLE = Long.MIN_VALUE;
    static final long NO_CEILING = Long.MAX_VALUE;

    private static final double LARGEST_SCORE = 0x1p58;
    /** Keeps the second goals apart from money in differences between plans too. */
    private static final int SPARE = 8;

    private static final int MILLI = 1000;

    final int alternatives;
    final int classes;
    final int[] uptake;
    /** Score of one household of class c in alternative a. */
    final long[][] profit;

    final boolean[][] served;
    /** Score that one opened group costs. */
    final long[] openingScore;
    /** Thousandths of a cent that one household takes from a ceiling. */
    final long[] placeSpend;
    /** Thousandths of a cent that one opened group takes from a ceiling. */
    final long[] openingSpend;
    /** Households needed by g groups. */
    final int[][] least;
    /** Households that fit in g groups and under each ceiling by themselves; never below {@link #least}. */
    final int[][] most;
    /** Groups from which on another one cannot open or cannot help. */
    final int[] mostGroups;

    final long ceiling;
    final long weight;
    /** At this charge nobody is pooled beyond a minimum; dearer ones need not be told apart. */
    final long prohibitiveCharge;

    private final long allGroups;

    private Instance(Builder builder) {
        alternatives = builder.alternatives;
        classes = builder.classes;
        uptake = builder.uptake;
        profit = builder.profit;
        served = builder.served;
        openingScore = builder.openingScore;
        placeSpend = builder.placeSpend;
        openingSpend = builder.openingSpend;
        least = builder.least;
        most = builder.most;
        mostGroups = builder.mostGroups;
        ceiling = builder.ceiling;
        weight = builder.weight;
        allGroups = builder.allGroups;
        long dearest = 1;
        for (long[] row : profit) {
            for (long each : row) {
                dearest = Math.max(dearest, Math.abs(each));
            }
        }
        prohibitiveCharge = (2L * alternatives + 4) * dearest;
    }

    static Instance of(PlanningProblem problem, Scenario scenario) {
        return new Instance(new Builder(problem, scenario, -1));
    }

    /** The same question with nothing to pay in the objective for opening one alternative; ceilings still count it. */
    static Instance withFreeOpening(PlanningProblem problem, Scenario scenario, int alternative) {
        return new Instance(new Builder(problem, scenario, alternative));
    }

    boolean hasCeiling() {
        return ceiling != NO_CEILING;
    }

    /**
     * The money in a score, in thousandths of a cent. Exact for plans and for the difference of two plans by one household;
     * for a bound it is the most money a plan below it can have.
     */
    long money(long score) {
        return Math.floorDiv(score + 2 * (allGroups + 1), weight);
    }

    long spend(int[] groups, int[] households) {
        long spend = 0;
        for (int a = 0; a < alternatives; a++) {
            spend += openingSpend[a] * groups[a] + placeSpend[a] * households[a];
        }
        return spend;
    }

    static void requireWholeNumbersSuffice(
            List<HouseholdClass> classes, List<Alternative> alternatives, Scenario scenario) {
        double households = 0;
        double groups = 0;
        for (HouseholdClass householdClass : classes) {
            households += householdClass.uptake().at(scenario);
        }
        if (households > Limits.MOST_PLACES * 1000.0) {
            throw new InvalidProblem("classes", Reason.TOO_LARGE);
        }
        double opening = 0;
        double places = 0;
        double dearest = 0;
        for (Alternative alternative : alternatives) {
            double size = alternative.maximumPlaces()
                    * (double) MILLI
                    / classes.get(0).placesPerHouseholdThousandths();
            double useful = Math.min(alternative.maximumGroups(), households / Math.max(1, Math.floor(size)) + 1);
            groups += useful;
            opening += alternative.costOfOpening().cents() * (double) MILLI * useful;
        }
        for (HouseholdClass householdClass : classes) {
            double largest = 0;
            for (Alternative alternative : alternatives) {
                Estimate share = alternative.replacedShare().get(householdClass.id());
                if (share != null) {
                    double replaced = PlanningProblem.replacedByOne(householdClass, share, scenario);
                    largest = Math.max(
                            largest, Math.max(replaced, PlanningProblem.placesOfOne(householdClass, alternative)));
                }
            }
            places += largest * householdClass.uptake().at(scenario);
            dearest = Math.max(dearest, largest);
        }
        double weight = (households + SPARE) * (groups + 1);
        double largestScore = weight * (opening + places + (4.0 * alternatives.size() + 8) * (dearest + 1));
        if (largestScore > LARGEST_SCORE) {
            throw new InvalidProblem("scenario " + scenario, Reason.TOO_LARGE);
        }
    }

    private static final class Builder {
        final int alternatives;
        final int classes;
        final int[] uptake;
        final long[][] profit;
        final boolean[][] served;
        final long[] openingScore;
        final long[] placeSpend;
        final long[] openingSpend;
        final int[][] least;
        final int[][] most;
        final int[] mostGroups;
        final long ceiling;
        final long weight;
        final long allGroups;

        Builder(PlanningProblem problem, Scenario scenario, int free) {
            alternatives = problem.alternatives().size();
            classes = problem.classes().size();
            uptake = problem.classes().stream()
                    .mapToInt(each -> each.uptake().at(scenario))
                    .toArray();
            profit = new long[alternatives][classes];
            served = new boolean[alternatives][classes];
            openingScore = new long[alternatives];
            placeSpend = new long[alternatives];
            openingSpend = new long[alternatives];
            least = new int[alternatives][];
            most = new int[alternatives][];
            mostGroups = new int[alternatives];
            ceiling = problem.ceiling() == null ? NO_CEILING : problem.ceiling().cents() * MILLI;
            for (int a = 0; a < alternatives; a++) {
                sizes(problem, a, scenario);
            }
            allGroups = Arrays.stream(mostGroups).asLongStream().sum();
            long households = Arrays.stream(uptake).asLongStream().sum();
            weight = (households + SPARE) * (allGroups + 1);
            for (int a = 0; a < alternatives; a++) {
                Alternative alternative = problem.alternatives().get(a);
                long opening = a == free ? 0 : alternative.costOfOpening().cents() * MILLI;
                openingScore[a] = opening * weight + 1;
                for (int c = 0; c < classes; c++) {
                    if (served[a][c]) {
                        HouseholdClass householdClass = problem.classes().get(c);
                        Estimate share = shareOf(alternative, householdClass);
                        long gain = PlanningProblem.replacedByOne(householdClass, share, scenario) - placeSpend[a];
                        profit[a][c] = gain * weight + allGroups + 1;
                    }
                }
            }
        }

        private static Estimate shareOf(Alternative alternative, HouseholdClass householdClass) {
            Estimate share = alternative.replacedShare().get(householdClass.id());
            if (share == null) {
                throw new IllegalStateException(alternative.id() + " does not serve " + householdClass.id());
            }
            return share;
        }

        private void sizes(PlanningProblem problem, int a, Scenario scenario) {
            Alternative alternative = problem.alternatives().get(a);
            placeSpend[a] = PlanningProblem.placesOfOne(problem.classes().get(0), alternative);
            openingSpend[a] = alternative.costOfOpening().cents() * MILLI;
            long available = 0;
            for (int c = 0; c < classes; c++) {
                HouseholdClass householdClass = problem.classes().get(c);
                served[a][c] = alternative.replacedShare().containsKey(householdClass.id());
                if (served[a][c]) {
                    available += householdClass.uptake().at(scenario);
                }
            }
            int minimum = problem.householdsAtLeast(alternative);
            int maximum = problem.householdsAtMost(alternative);
            int useful = maximum < minimum || maximum == 0
                    ? 0
                    : (int) Math.min(alternative.maximumGroups(), (available + maximum - 1) / maximum);
            int[] from = new int[useful + 1];
            int[] upTo = new int[useful + 1];
            int groups = 0;
            while (groups < useful) {
                int next = groups + 1;
                long needed = (long) next * minimum;
                long fitting = Math.min((long) next * maximum, underCeilings(alternative.ceiling(), a, next));
                if (needed > Math.min(fitting, available)) {
                    break;
                }
                groups = next;
                from[groups] = (int) needed;
                upTo[groups] = (int) Math.min(Integer.MAX_VALUE, fitting);
            }
            mostGroups[a] = groups;
            least[a] = Arrays.copyOf(from, groups + 1);
            most[a] = Arrays.copyOf(upTo, groups + 1);
        }

        private long underCeilings(@Nullable Money own, int a, int groups) {
            long tightest = ceiling;
            if (own != null) {
                tightest = Math.min(tightest, own.cents() * MILLI);
            }
            if (tightest == NO_CEILING) {
                return Long.MAX_VALUE;
            }
            long left = tightest - openingSpend[a] * groups;
            if (left < 0) {
                return -1;
            }
            return placeSpend[a] == 0 ? Long.MAX_VALUE : left / placeSpend[a];
        }
    }
}
