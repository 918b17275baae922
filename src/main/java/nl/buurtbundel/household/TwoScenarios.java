package nl.buurtbundel.household;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import nl.buurtbundel.money.Money;

/**
 * Carrying on beside breaking through: year by year, payer by payer, and what each step costs beside the help it makes unnecessary.
 * Prices stay those of now, nothing is discounted. Help of which nobody knows the cost is in neither.
 *
 * @param years one after the other, each by itself
 * @param bearers who pays something in one of the two
 * @param steps in the order of the plan
 */
public record TwoScenarios(List<Year> years, List<Bearer> bearers, List<Step> steps, Round now, Round then) {
    private static final int MONTHS = 12;

    /** @param number 1 for the first */
    public record Year(int number, Money carryingOn, Money breakingThrough) {}

    /** What one payer pays over all years. */
    public record Bearer(CostBearer bearer, Money carryingOn, Money breakingThrough) {
        /** Below zero for who saves. */
        public Money more() {
            return breakingThrough.minus(carryingOn);
        }
    }

    /**
     * @param cost over all years
     * @param unnecessary what the help would have cost that ends by it; what two steps end counts for the first to do so
     */
    public record Step(String name, StepKind kind, Money cost, Money unnecessary) {}

    /** How many kinds of help there are, and how often somebody comes in a week. */
    public record Round(int helps, int visitsAWeek) {}

    public TwoScenarios {
        years = List.copyOf(years);
        bearers = List.copyOf(bearers);
        steps = List.copyOf(steps);
    }

    public static TwoScenarios of(BreakthroughPlan plan) {
        Map<String, BreakthroughStep> endedBy = endedBy(plan);
        Map<CostBearer, Money> on = new EnumMap<>(CostBearer.class);
        Map<CostBearer, Money> through = new EnumMap<>(CostBearer.class);
        Map<String, Money> unnecessary = new HashMap<>();
        List<Year> years = new ArrayList<>();
        for (int year = 1; year <= plan.years(); year++) {
            Money carryingOn = Money.ZERO;
            Money breakingThrough = Money.ZERO;
            for (RunningHelp help : plan.running()) {
                Money whole = help.known();
                BreakthroughStep end = endedBy.get(help.name());
                Money still = end == null ? whole : ofYear(whole, year, end.afterMonths());
                carryingOn = carryingOn.plus(add(on, help.bearer(), whole));
                breakingThrough = breakingThrough.plus(add(through, help.bearer(), still));
                if (end != null) {
                    unnecessary.merge(end.name(), whole.minus(still), Money::plus);
                }
            }
            for (BreakthroughStep step : plan.steps()) {
                Money cost = year == 1 ? step.once().plus(step.aYear()) : step.aYear();
                breakingThrough = breakingThrough.plus(add(through, step.bearer(), cost));
            }
            years.add(new Year(year, carryingOn, breakingThrough));
        }
        return new TwoScenarios(
                years,
                bearers(on, through),
                plan.steps().stream()
                        .map(step -> new Step(
                                step.name(),
                                step.kind(),
                                step.once().plus(step.aYear().times(plan.years())),
                                unnecessary.getOrDefault(step.name(), Money.ZERO)))
                        .toList(),
                round(plan.running()),
                round(plan.running().stream()
                        .filter(help -> !endedBy.containsKey(help.name()))
                        .toList()));
    }

    /** The first to end it; of two that do so at once the first of the plan. */
    private static Map<String, BreakthroughStep> endedBy(BreakthroughPlan plan) {
        Map<String, BreakthroughStep> endedBy = new HashMap<>();
        for (BreakthroughStep step : plan.steps()) {
            for (String help : step.ends()) {
                endedBy.merge(help, step, (one, other) -> other.afterMonths() < one.afterMonths() ? other : one);
            }
        }
        return endedBy;
    }

    /** Of help that stops after some months: the years together are those months to the cent. */
    private static Money ofYear(Money whole, int year, int months) {
        return through(whole, Math.min(months, MONTHS * year))
                .minus(through(whole, Math.min(months, MONTHS * (year - 1))));
    }

    private static Money through(Money whole, int months) {
        return whole.timesFraction(months, MONTHS);
    }

    private static Money add(Map<CostBearer, Money> all, CostBearer bearer, Money part) {
        all.merge(bearer, part, Money::plus);
        return part;
    }

    private static List<Bearer> bearers(Map<CostBearer, Money> on, Map<CostBearer, Money> through) {
        List<Bearer> bearers = new ArrayList<>();
        for (CostBearer bearer : CostBearer.values()) {
            Bearer one =
                    new Bearer(bearer, on.getOrDefault(bearer, Money.ZERO), through.getOrDefault(bearer, Money.ZERO));
            if (!one.carryingOn().isZero() || !one.breakingThrough().isZero()) {
                bearers.add(one);
            }
        }
        return bearers;
    }

    private static Round round(List<RunningHelp> helps) {
        return new Round(
                helps.size(), helps.stream().mapToInt(RunningHelp::visitsAWeek).sum());
    }

    public Money carryingOn() {
        return Money.sum(years.stream().map(Year::carryingOn).toList());
    }

    public Money breakingThrough() {
        return Money.sum(years.stream().map(Year::breakingThrough).toList());
    }

    /** What all together save by breaking through; below zero when it costs more. */
    public Money saved() {
        return carryingOn().minus(breakingThrough());
    }

    /** Who pays more: a saving here that is a cost there. */
    public List<Bearer> payingMore() {
        return bearers.stream().filter(bearer -> bearer.more().isPositive()).toList();
    }

    /** The year from whose end on breaking through has cost no more than carrying on, as far as these years go. */
    public OptionalInt breakEvenYear() {
        Money ahead = Money.ZERO;
        OptionalInt since = OptionalInt.empty();
        for (Year year : years) {
            ahead = ahead.plus(year.carryingOn()).minus(year.breakingThrough());
            if (ahead.isNegative()) {
                since = OptionalInt.empty();
            } else if (since.isEmpty()) {
                since = OptionalInt.of(year.number());
            }
        }
        return since;
    }
}
