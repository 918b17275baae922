package nl.buurtbundel.opportunity;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is published of a month about where the money sits, with who stood behind each number when it was last published anew. A
 * number stays as it was until the difference is about as many households as may be shown by themselves: nobody who keeps the
 * months learns what one household costs or which help it has.
 */
record SpreadPublication(MoneySpread spread, Map<CellName, Behind> behind) {
    private static final List<Integer> STEPS = List.of(10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 98);
    private static final int MOST_COMBINATIONS = 12;
    private static final String AND = "+";

    private static final CellName COMPLETE = new CellName("", "complete");
    private static final CellName INCOMPLETE = new CellName("", "incomplete");
    private static final CellName OTHERS = new CellName("", "others");

    SpreadPublication {
        behind = Map.copyOf(behind);
    }

    /** @param before what readers have kept; none for the first */
    static SpreadPublication of(
            SuppressionRule rule,
            YearMonth month,
            Collection<HelpOfHousehold> households,
            @Nullable SpreadPublication before) {
        return new Making(rule, households, before).publish(month);
    }

    /** So many households with these steps between them. */
    private record Curve(int households, List<MoneySpread.Step> steps) {}

    /** A number that may be shown, and who stands behind it from then on. */
    private record Number<T>(T shown, CellName name, Behind behind) {}

    private static final class Making {
        private final SuppressionRule rule;
        private final Collection<HelpOfHousehold> households;
        private final @Nullable SpreadPublication before;
        private final Map<CellName, Behind> behind = new HashMap<>();
        private final Map<String, Behind> byNeeds = new TreeMap<>();
        /** Of which all costs are known. */
        private final Behind complete;

        Making(SuppressionRule rule, Collection<HelpOfHousehold> households, @Nullable SpreadPublication before) {
            this.rule = rule;
            this.households = households;
            this.before = before;
            this.complete =
                    behind(households.stream().filter(HelpOfHousehold::complete).toList());
            households.stream()
                    .collect(Collectors.groupingBy(one -> String.join(AND, one.needs())))
                    .forEach((key, having) -> byNeeds.put(key, behind(having)));
            if (before != null) {
                // what is not shown this month may still have been kept by a reader
                behind.putAll(before.behind);
            }
        }

        SpreadPublication publish(YearMonth month) {
            Curve curve = show(number(
                    COMPLETE,
                    complete,
                    this::curve,
                    last -> last.households() == null ? null : new Curve(last.households(), last.steps())));
            Integer incomplete = show(number(
                    INCOMPLETE,
                    behind(households.stream().filter(one -> !one.complete()).toList()),
                    this::count,
                    MoneySpread::incomplete));
            List<Number<MoneySpread.Combination>> combinations = combinations();
            Set<Long> named = new HashSet<>();
            combinations.forEach(one -> named.addAll(having(one).amounts().keySet()));
            Integer others = show(number(
                    OTHERS,
                    behind(households.stream()
                            .filter(one -> !named.contains(one.household()))
                            .toList()),
                    this::count,
                    MoneySpread::others));
            return new SpreadPublication(
                    new MoneySpread(
                            month,
                            curve == null ? null : curve.households(),
                            incomplete,
                            curve == null ? List.of() : curve.steps(),
                            combinations.stream().map(this::show).toList(),
                            others),
                    behind);
        }

        /** As it was published last, as long as the difference would tell; nothing where too few stand behind it. */
        private <T> @Nullable Number<T> number(
                CellName name,
                Behind now,
                Function<Behind, @Nullable T> anew,
                Function<MoneySpread, @Nullable T> last) {
            Behind earlier = before == null ? null : before.behind.get(name);
            if (rule.tooFew(now.cell().households())) {
                return null;
            }
            if (before == null || earlier == null || now.mayFollow(earlier, rule)) {
                T shown = anew.apply(now);
                return shown == null ? null : new Number<>(shown, name, now);
            }
            T shown = last.apply(before.spread);
            return shown == null ? null : new Number<>(shown, name, earlier);
        }

        private <T> @Nullable T show(@Nullable Number<T> number) {
            if (number == null) {
                return null;
            }
            behind.put(number.name(), number.behind());
            return number.shown();
        }

        private Integer count(Behind now) {
            return rule.rounded(now.cell().households());
        }

        /** Between two steps stand as many households as may be shown by themselves, and none of them has most of what is there. */
        private @Nullable Curve curve(Behind now) {
            List<Money> least = now.amounts().values().stream().sorted().toList();
            Money total = Money.sum(least);
            List<MoneySpread.Step> steps = new ArrayList<>();
            int from = 0;
            for (int percent : STEPS) {
                int to = Math.toIntExact((long) least.size() * percent / 100);
                if (total.isPositive()
                        && !rule.hidesAmount(Cell.of(least.subList(from, to)))
                        && !rule.hidesAmount(Cell.of(least.subList(to, least.size())))) {
                    steps.add(new MoneySpread.Step(percent, percent(Money.sum(least.subList(0, to)), total)));
                    from = to;
                }
            }
            return steps.isEmpty() ? null : new Curve(rule.rounded(least.size()), steps);
        }

        private List<Number<MoneySpread.Combination>> combinations() {
            Money total = Money.sum(complete.amounts().values());
            List<Number<MoneySpread.Combination>> shown = new ArrayList<>();
            byNeeds.forEach((key, having) -> {
                Number<MoneySpread.Combination> one = number(
                        new CellName(key, ""), having, now -> combination(key, now, total), last -> find(key, last));
                if (one != null) {
                    shown.add(one);
                }
            });
            shown.sort(Comparator.comparing(one -> -one.shown().households()));
            List<Number<MoneySpread.Combination>> most =
                    new ArrayList<>(shown.subList(0, Math.min(MOST_COMBINATIONS, shown.size())));
            int others = households.size()
                    - most.stream()
                            .mapToInt(one -> having(one).cell().households())
                            .sum();
            // what is left when all that is shown is taken off is about as many again
            while (rule.tooFew(others) && !most.isEmpty()) {
                Number<MoneySpread.Combination> last = most.remove(most.size() - 1);
                others += having(last).cell().households();
            }
            return most;
        }

        /** What is not known of one of them is not told of all: unknown is not nothing. */
        private MoneySpread.Combination combination(String key, Behind now, Money total) {
            Cell cell = now.cell();
            return new MoneySpread.Combination(
                    List.of(key.split("\\" + AND)),
                    rule.rounded(cell.households()),
                    rule.hidesAmount(cell)
                                    || total.isZero()
                                    || !complete.amounts()
                                            .keySet()
                                            .containsAll(now.amounts().keySet())
                            ? null
                            : percent(cell.amount(), total));
        }

        private static MoneySpread.@Nullable Combination find(String key, MoneySpread last) {
            return last.combinations().stream()
                    .filter(one -> String.join(AND, one.needs()).equals(key))
                    .findFirst()
                    .orElse(null);
        }

        private Behind having(Number<MoneySpread.Combination> one) {
            return Objects.requireNonNull(byNeeds.get(one.name().need()));
        }

        private static Behind behind(Collection<HelpOfHousehold> some) {
            return new Behind(
                    some.stream().collect(Collectors.toMap(HelpOfHousehold::household, HelpOfHousehold::known)));
        }

        private static int percent(Money part, Money whole) {
            return Math.toIntExact((part.cents() * 100 + whole.cents() / 2) / whole.cents());
        }
    }
}
