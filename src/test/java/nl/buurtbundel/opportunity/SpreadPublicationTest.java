package nl.buurtbundel.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.junit.jupiter.api.Test;

class SpreadPublicationTest {
    private static final SuppressionRule RULE = new SuppressionRule(10, 5);
    private static final YearMonth MONTH = YearMonth.of(2026, 3);

    @Test
    void the_curve_goes_from_who_has_least_and_ends_in_the_smallest_top_of_ten() {
        // 490 households of € 1,000 and ten of € 51,000: half of the money is with two in a hundred
        List<HelpOfHousehold> all = Stream.concat(
                        IntStream.range(0, 490).mapToObj(i -> household(i, 1_000, "guidance")),
                        IntStream.range(490, 500).mapToObj(i -> household(i, 51_000, "guidance", "transport")))
                .toList();
        MoneySpread spread = first(all);
        assertThat(spread.households()).isEqualTo(500);
        assertThat(spread.incomplete()).isNull();
        assertThat(spread.steps()).hasSize(11).contains(new MoneySpread.Step(50, 25), new MoneySpread.Step(98, 49));
        assertThat(spread.top()).contains(new MoneySpread.Step(2, 51));
    }

    @Test
    void a_step_that_would_be_about_few_or_about_one_is_left_out() {
        List<HelpOfHousehold> few = households(95, 1_000);
        assertThat(first(few).steps())
                .extracting(MoneySpread.Step::households)
                .as("every tenth is fewer than ten households")
                .containsExactly(20, 40, 60, 80);
        assertThat(first(households(19, 1_000)).steps()).isEmpty();
        assertThat(first(households(19, 1_000)).households()).isNull();

        List<HelpOfHousehold> one = new ArrayList<>(households(500, 1_000));
        one.set(0, household(0, 12_000, "guidance"));
        assertThat(first(one).top().orElseThrow().households())
                .as("with ten it would have more than half")
                .isEqualTo(5);
    }

    @Test
    void only_combinations_of_many_are_named_and_what_is_left_is_about_many_too() {
        List<HelpOfHousehold> all = new ArrayList<>();
        add(all, 40, "guidance");
        add(all, 22, "guidance", "transport");
        add(all, 12, "meals");
        add(all, 4, "aids", "meals");
        add(all, 9, "respite");
        MoneySpread spread = first(all);
        assertThat(spread.combinations())
                .extracting(one -> String.join(" ", one.needs()) + " " + one.households() + " " + one.money())
                .containsExactly("guidance 40 46", "guidance transport 20 25", "meals 10 14");
        assertThat(spread.others()).isEqualTo(15);

        all.removeIf(one -> one.needs().contains("respite"));
        assertThat(first(all).combinations())
                .as("four by themselves could be counted from the rest")
                .extracting(MoneySpread.Combination::households)
                .containsExactly(40, 20);
        assertThat(first(all).others()).isEqualTo(15);
    }

    @Test
    void what_is_unknown_is_counted_apart_and_not_taken_for_nothing() {
        List<HelpOfHousehold> all = new ArrayList<>(households(100, 1_000));
        IntStream.range(100, 112)
                .forEach(i -> all.add(new HelpOfHousehold(i, Money.ZERO, false, new TreeSet<>(List.of("aids")))));
        MoneySpread spread = first(all);
        assertThat(spread.households()).isEqualTo(100);
        assertThat(spread.incomplete()).isEqualTo(10);
        assertThat(spread.steps().get(0)).isEqualTo(new MoneySpread.Step(10, 10));
        all.add(household(112, 1_000, "aids"));
        IntStream.range(200, 215).forEach(i -> all.add(household(i, 1_000, "respite")));
        assertThat(first(all).combinations())
                .filteredOn(one -> one.needs().equals(List.of("aids")))
                .extracting(MoneySpread.Combination::money)
                .containsOnlyNulls();
    }

    @Test
    void what_was_published_is_kept_as_it_was() {
        List<HelpOfHousehold> all = households(200, 1_000);
        SpreadPublication publication = SpreadPublication.of(RULE, MONTH, all, null);
        MoneySpreadSnapshot kept = new MoneySpreadSnapshot(new MunicipalityCode("GM9901"), publication);
        assertThat(kept.spread()).isEqualTo(publication.spread());
        assertThat(kept.publication(Map.of())).isEqualTo(publication);
        assertThat(kept.publication(Map.of(0L, 9_000L)).behind().get(new CellName("", "complete")))
                .satisfies(behind ->
                        assertThat(behind.amounts()).containsKey(9_000L).doesNotContainKey(0L));
    }

    @Test
    void a_number_stays_until_enough_came_or_went() {
        List<HelpOfHousehold> all = new ArrayList<>(households(200, 1_000));
        SpreadPublication first = SpreadPublication.of(RULE, MONTH, all, null);
        all.add(household(900, 400_000, "protected"));
        SpreadPublication second = SpreadPublication.of(RULE, MONTH.plusMonths(1), all, first);
        assertThat(second.spread().steps()).isEqualTo(first.spread().steps());
        assertThat(second.spread().households()).isEqualTo(200);

        IntStream.range(1_000, 1_015).forEach(i -> all.add(household(i, 30_000, "guidance")));
        SpreadPublication third = SpreadPublication.of(RULE, MONTH.plusMonths(2), all, second);
        assertThat(third.spread().steps())
                .as("one of those who came has almost half of what they have together")
                .isNotEqualTo(first.spread().steps());
        assertThat(third.spread().households()).isEqualTo(215);
    }

    /** Between any two months, also far apart, each number differs by as many as may be shown by themselves, or is the same. */
    @Test
    void who_keeps_all_months_cannot_take_one_from_the_other_to_find_a_household() {
        Random random = new Random(20_261_123);
        for (int town = 0; town < 40; town++) {
            Map<Long, HelpOfHousehold> living = new HashMap<>();
            for (long i = 0; i < 60 + random.nextInt(200); i++) {
                living.put(i, drawn(random, i));
            }
            SpreadPublication last = null;
            Map<String, List<Shown>> kept = new HashMap<>();
            for (int month = 0; month < 12; month++) {
                int changes = random.nextInt(random.nextBoolean() ? 4 : 40);
                for (int change = 0; change < changes; change++) {
                    long who = random.nextInt(400);
                    if (living.remove(who) == null || random.nextBoolean()) {
                        living.put(who, drawn(random, who));
                    }
                }
                last = SpreadPublication.of(RULE, MONTH.plusMonths(month), living.values(), last);
                check(last.spread(), living.values());
                keep(last, kept);
            }
            kept.forEach((number, shown) -> {
                for (int i = 1; i < shown.size(); i++) {
                    Shown before = shown.get(i - 1);
                    Shown after = shown.get(i);
                    if (!before.value().equals(after.value())) {
                        assertThat(after.behind().mayFollow(before.behind(), RULE))
                                .as(number + ": " + before.value() + ", then " + after.value())
                                .isTrue();
                    }
                }
            });
        }
    }

    private record Shown(Object value, Behind behind) {}

    private static void keep(SpreadPublication last, Map<String, List<Shown>> kept) {
        MoneySpread spread = last.spread();
        if (spread.households() != null) {
            kept.computeIfAbsent("complete", none -> new ArrayList<>())
                    .add(new Shown(spread.steps(), behind(last, "", "complete")));
        }
        if (spread.others() != null) {
            kept.computeIfAbsent("others", none -> new ArrayList<>())
                    .add(new Shown(spread.others(), behind(last, "", "others")));
        }
        spread.combinations().forEach(one -> {
            String key = String.join("+", one.needs());
            kept.computeIfAbsent(key, none -> new ArrayList<>()).add(new Shown(one, behind(last, key, "")));
        });
    }

    private static Behind behind(SpreadPublication publication, String need, String which) {
        return Objects.requireNonNull(publication.behind().get(new CellName(need, which)));
    }

    private static void check(MoneySpread spread, Collection<HelpOfHousehold> all) {
        Map<String, Long> real = all.stream()
                .collect(Collectors.groupingBy(one -> String.join("+", one.needs()), Collectors.counting()));
        spread.combinations()
                .forEach(one ->
                        assertThat(real.get(String.join("+", one.needs()))).isGreaterThanOrEqualTo(RULE.threshold()));
        long named = spread.combinations().stream()
                .mapToLong(one -> real.get(String.join("+", one.needs())))
                .sum();
        assertThat(all.size() - named)
                .isGreaterThanOrEqualTo(spread.combinations().isEmpty() ? 0 : RULE.threshold());
        int before = 0;
        int money = 0;
        for (MoneySpread.Step step : spread.steps()) {
            assertThat(step.households()).isGreaterThan(before);
            assertThat(step.money()).isBetween(money, step.households() + 1);
            before = step.households();
            money = step.money();
        }
    }

    private static HelpOfHousehold drawn(Random random, long id) {
        List<String> needs = List.of("aids", "guidance", "meals", "transport");
        TreeSet<String> some = new TreeSet<>(List.of(needs.get(random.nextInt(4))));
        if (random.nextInt(3) == 0) {
            some.add(needs.get(random.nextInt(4)));
        }
        return new HelpOfHousehold(id, Money.ofEuros(200 + random.nextInt(20_000)), random.nextInt(12) > 0, some);
    }

    private static MoneySpread first(List<HelpOfHousehold> all) {
        return SpreadPublication.of(RULE, MONTH, all, null).spread();
    }

    private static List<HelpOfHousehold> households(int count, long euros) {
        return IntStream.range(0, count)
                .mapToObj(i -> household(i, euros, i % 2 == 0 ? "guidance" : "meals"))
                .toList();
    }

    private static void add(List<HelpOfHousehold> all, int count, String... needs) {
        for (int i = 0; i < count; i++) {
            all.add(household(all.size(), 1_000, needs));
        }
    }

    private static HelpOfHousehold household(long id, long euros, String... needs) {
        return new HelpOfHousehold(id, Money.ofEuros(euros), true, new TreeSet<>(List.of(needs)));
    }
}
