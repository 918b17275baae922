package nl.buurtbundel.household;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;

/**
 * What runs now in a household and what could be done otherwise, to lay carrying on beside breaking through. After the
 * breakthrough method (IPW), steps 2 and 5.
 *
 * @param years over how many years they are compared: 1 to {@value #MOST_YEARS}
 */
public record BreakthroughPlan(List<RunningHelp> running, List<BreakthroughStep> steps, int years) {
    public static final int MOST_YEARS = 10;
    static final int MOST_HELP = 40;
    static final int MOST_STEPS = 12;
    static final int LONGEST_NAME = 60;
    static final Money MOST_MONEY = Money.ofEuros(1_000_000);
    private static final int YEARS_AT_FIRST = 3;

    /** @throws Refusal for two of one name, a step that ends what does not run, and numbers outside their range */
    public BreakthroughPlan {
        running = List.copyOf(running);
        steps = List.copyOf(steps);
        if (years < 1 || years > MOST_YEARS) {
            throw new Refusal("household.error.years", MOST_YEARS);
        }
        if (running.size() > MOST_HELP || steps.size() > MOST_STEPS) {
            throw new Refusal("household.error.too-many", MOST_HELP, MOST_STEPS);
        }
        Set<String> names = requireOnce(running, RunningHelp::name);
        requireOnce(steps, BreakthroughStep::name);
        for (BreakthroughStep step : steps) {
            if (!names.containsAll(step.ends())) {
                throw new Refusal("household.error.not-running");
            }
        }
    }

    public static BreakthroughPlan of(List<RunningHelp> running) {
        return new BreakthroughPlan(running, List.of(), YEARS_AT_FIRST);
    }

    public BreakthroughPlan with(RunningHelp help) {
        return new BreakthroughPlan(added(running, help), steps, years);
    }

    /** As the family counts them. */
    public BreakthroughPlan visiting(String help, int aWeek) {
        return new BreakthroughPlan(
                running.stream()
                        .map(one -> one.name().equals(help) ? one.visiting(aWeek) : one)
                        .toList(),
                steps,
                years);
    }

    public BreakthroughPlan withoutHelp(String name) {
        return new BreakthroughPlan(
                running.stream().filter(one -> !one.name().equals(name)).toList(),
                steps.stream().map(step -> step.withoutEnding(name)).toList(),
                years);
    }

    public BreakthroughPlan with(BreakthroughStep step) {
        return new BreakthroughPlan(running, added(steps, step), years);
    }

    public BreakthroughPlan withoutStep(String name) {
        return new BreakthroughPlan(
                running, steps.stream().filter(one -> !one.name().equals(name)).toList(), years);
    }

    public BreakthroughPlan over(int otherYears) {
        return new BreakthroughPlan(running, steps, otherYears);
    }

    /** What is known to run, and of which nobody knows what it costs: it counts as unknown, not as nothing. */
    public long unknown() {
        return running.stream().filter(one -> one.aYear() == null).count();
    }

    private static <T> List<T> added(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }

    private static <T> Set<String> requireOnce(Collection<T> all, Function<T, String> name) {
        Set<String> once = new HashSet<>();
        for (T one : all) {
            if (!once.add(name.apply(one))) {
                throw new Refusal("household.error.same-name", name.apply(one));
            }
        }
        return once;
    }

    static String requireName(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new Refusal("household.error.no-name");
        }
        if (stripped.length() > LONGEST_NAME) {
            throw new Refusal("household.error.long-name", LONGEST_NAME);
        }
        return stripped;
    }

    static void requireAmount(Money amount) {
        if (amount.isNegative() || amount.compareTo(MOST_MONEY) > 0) {
            throw new Refusal("household.error.amount", MOST_MONEY.inEuros());
        }
    }
}
