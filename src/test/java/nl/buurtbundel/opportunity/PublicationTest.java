package nl.buurtbundel.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.buurtbundel.foundation.RecordDocument;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

/** Readers keep what they saw: month after month together must not tell of one household either. */
class PublicationTest {
    private static final SuppressionRule RULE = new SuppressionRule(10, 5);
    private static final List<String> NEEDS = List.of("guidance", "meals", "respite", "parenting-support");
    private static final List<String> PLACES = List.of("A", "B", "C", "D");
    private static final CellName HERE = new CellName("guidance", "A");

    @Test
    void one_household_more_changes_nothing_that_is_published_until_ten_have_come_or_gone() {
        Months months = new Months();
        Map<CellName, Behind> data = everywhere(20);
        PublishedCell first = months.publish(data).cell("guidance", "A");
        assertThat(first.amount()).isNotNull();
        for (int more = 1; more < 10; more++) {
            data.put(HERE, households(20 + more));
            assertThat(months.publish(data)).isEqualTo(months.tables.get(0));
        }
        data.put(HERE, households(30));
        PublishedCell later = months.publish(data).cell("guidance", "A");
        assertThat(later.households()).isEqualTo(30);
        assertThat(later.amount()).isNotEqualTo(first.amount());
    }

    @Test
    void ten_who_come_and_one_who_has_most_of_their_money_still_tell_of_that_one() {
        Months months = new Months();
        Map<CellName, Behind> data = everywhere(20);
        months.publish(data);
        Map<Long, Money> more = new HashMap<>(households(30).amounts());
        more.put(29L, Money.ofEuros(100_000));
        data.put(HERE, new Behind(more));
        assertThat(months.publish(data)).isEqualTo(months.tables.get(0));
    }

    @Test
    void a_number_is_compared_with_every_time_it_was_published_and_not_with_the_last_only() {
        Months months = new Months();
        Map<CellName, Behind> data = everywhere(20);
        months.publish(data);
        data.put(HERE, households(32));
        assertThat(months.publish(data)).isNotEqualTo(months.tables.get(0));
        // eleven go: many beside last month, and one household beside the month before
        data.put(HERE, households(21));
        assertThat(months.publish(data)).isEqualTo(months.tables.get(1));
        // the very same as before tells nothing
        data.put(HERE, households(20));
        assertThat(months.publish(data)).isEqualTo(months.tables.get(0));
    }

    @Test
    void new_tariffs_are_published_when_nobody_came_or_went_and_with_who_did_not_before_these_are_ten() {
        Months months = new Months();
        Map<CellName, Behind> data = everywhere(20);
        months.publish(data);
        data.put(HERE, dearer(households(20)));
        assertThat(months.publish(data).cell("guidance", "A"))
                .isNotEqualTo(months.tables.get(0).cell("guidance", "A"));
        data.put(HERE, dearer(dearer(households(21))));
        assertThat(months.publish(data)).isEqualTo(months.tables.get(1));
    }

    @Test
    void a_hidden_number_that_stays_the_same_is_not_given_away_by_showing_the_other_later() {
        Months months = new Months();
        Map<CellName, Behind> data = everywhere(20);
        data.put(HERE, households(4));
        PublishedTable first = months.publish(data);
        Random random = new Random(4);
        for (int month = 0; month < 40; month++) {
            CellName other = new CellName(NEEDS.get(random.nextInt(4)), PLACES.get(random.nextInt(4)));
            if (!other.equals(HERE)) {
                data.put(other, households(random.nextInt(60)));
            }
            PublishedTable next = months.publish(data);
            assertThat(next.cell("guidance", "A").households()).isNull();
        }
        assertThat(first.cell("guidance", "A").households()).isNull();
    }

    @Test
    void over_any_number_of_months_two_publications_of_a_number_differ_by_many_or_by_nothing() {
        Random random = new Random(20261122);
        int same = 0;
        int anew = 0;
        for (int trial = 0; trial < 12; trial++) {
            Months months = new Months();
            Map<CellName, Map<Long, Money>> living = new HashMap<>();
            for (CellName name : names()) {
                living.put(name, new HashMap<>(households(random.nextInt(40)).amounts()));
            }
            long next = 1_000;
            for (int month = 0; month < 18; month++) {
                Map<CellName, Behind> data = new HashMap<>();
                living.forEach((name, households) -> data.put(name, new Behind(households)));
                months.publish(data);
                for (Map<Long, Money> households : living.values()) {
                    for (int i = random.nextInt(random.nextInt(4) == 0 ? 25 : 3); i > 0; i--) {
                        households.put(next++, Money.ofCents(100_000 + random.nextInt(2_000_000)));
                    }
                    households.keySet().removeIf(household -> random.nextInt(30) == 0);
                    if (random.nextInt(20) == 0) {
                        households.replaceAll((household, amount) -> amount.plus(Money.ofEuros(50)));
                    }
                }
            }
            for (int later = 1; later < months.tables.size(); later++) {
                for (int earlier = 0; earlier < later; earlier++) {
                    for (CellName name : names()) {
                        Behind one = months.published.get(earlier).get(name);
                        Behind other = months.published.get(later).get(name);
                        if (one.equals(other)) {
                            same++;
                        } else {
                            assertManyBetween(one, other);
                            anew++;
                        }
                    }
                }
                assertNothingComesToLight(months, later);
            }
        }
        assertThat(same).isGreaterThan(3_000);
        assertThat(anew).isGreaterThan(3_000);
    }

    @Test
    void a_number_is_compared_with_what_was_shown_in_the_last_year_and_not_with_what_was_made_in_it() {
        Months months = new Months(RULE, 13);
        Map<CellName, Behind> data = everywhere(20);
        data.put(HERE, households(30));
        months.publish(data);
        for (int month = 1; month < 5; month++) {
            assertThat(months.publish(data)).isEqualTo(months.tables.get(0));
        }
        data = everywhere(32);
        data.put(HERE, households(42));
        for (int month = 5; month < 13; month++) {
            months.publish(data);
        }
        assertThat(months.tables.get(5).cell("guidance", "A").households()).isEqualTo(40);
        // many beside 42, but one beside the 30 that readers saw until the fifth month
        data.put(HERE, households(29));
        for (int month = 13; month < 17; month++) {
            assertThat(months.publish(data).cell("guidance", "A").households()).isEqualTo(40);
        }
        // and a year after it was shown last nobody has it any more
        months.publish(data);
        months.publish(data);
        assertThat(months.publish(data).cell("guidance", "A").households()).isEqualTo(30);
    }

    @Test
    void households_that_only_go_by_another_number_have_neither_come_nor_gone() {
        Months months = new Months();
        Map<CellName, Behind> data = everywhere(30);
        months.publish(data);
        Map<Long, Long> newNumbers =
                LongStream.range(0, 30).boxed().collect(Collectors.toMap(id -> id, id -> id + 1_000));
        data.replaceAll((name, who) -> who.renamed(newNumbers));
        Map<Long, Money> oneLess = new HashMap<>(data.get(HERE).amounts());
        oneLess.remove(1_029L);
        data.put(HERE, new Behind(oneLess));
        months.renamed = newNumbers;
        assertThat(months.publish(data)).isEqualTo(months.tables.get(0));
        // two that turn out to live together are one household less
        Map<Long, Long> together = new HashMap<>(newNumbers);
        together.put(28L, 1_027L);
        months.renamed = together;
        data.put(HERE, households(30).renamed(together));
        assertThat(months.publish(data)).isEqualTo(months.tables.get(0));
    }

    @Test
    void what_stands_still_for_years_keeps_nothing_else_from_being_published() {
        Months months = new Months(RULE, 13);
        Map<CellName, Behind> data = everywhere(20);
        data.put(HERE, households(4));
        months.publish(data);
        CellName other = new CellName("meals", "B");
        for (int month = 1; month < 30; month++) {
            data.put(other, households(month % 2 == 0 ? 20 : 34));
            months.publish(data);
            assertThat(months.published.get(month).get(other))
                    .as("month " + month)
                    .isEqualTo(data.get(other));
        }
    }

    @Test
    void a_neighbourhood_that_comes_later_is_published_with_the_others() {
        Months months = new Months();
        Map<CellName, Behind> data = everywhere(20);
        months.publish(data);
        months.publish(data);
        months.places = List.of("A", "B", "C", "D", "E");
        NEEDS.forEach(need -> data.put(new CellName(need, "E"), households(40)));
        data.put(HERE, households(32));
        PublishedTable with = months.publish(data);
        assertThat(with.cell("guidance", "A").households()).isEqualTo(30);
        assertThat(with.cell("guidance", "E").households()).isEqualTo(40);
        data.put(new CellName("meals", "E"), households(52));
        assertThat(months.publish(data).cell("meals", "E").households()).isEqualTo(50);
    }

    @Test
    void a_neighbourhood_that_comes_with_few_households_shows_none_of_them() {
        Months months = new Months();
        Map<CellName, Behind> data = everywhere(20);
        months.publish(data);
        months.places = List.of("A", "B", "C", "D", "E");
        data.put(new CellName("meals", "E"), households(3));
        assertThat(months.publish(data)).isEqualTo(months.tables.get(0));
        data.put(new CellName("meals", "E"), households(13));
        PublishedTable with = months.publish(data);
        assertThat(with.neighbourhoods()).hasSize(5);
        assertThat(months.published.get(2).get(new CellName("meals", "E"))).isEqualTo(households(13));
        assertThat(with.cell("guidance", "E").households()).isNull();
    }

    @Test
    void a_higher_threshold_hides_what_was_shown_and_lets_the_rest_be_published() {
        Months months = new Months();
        Map<CellName, Behind> data = everywhere(20);
        data.put(HERE, households(12));
        assertThat(months.publish(data).cell("guidance", "A").households()).isEqualTo(10);
        months.rule = new SuppressionRule(15, 5);
        assertThat(months.publish(data).cell("guidance", "A").households()).isNull();
        data.put(new CellName("meals", "B"), households(50));
        PublishedTable later = months.publish(data);
        assertThat(later.cell("guidance", "A").households()).isNull();
        assertThat(months.published.get(2).get(new CellName("meals", "B"))).isEqualTo(households(50));
    }

    @Test
    void some_months_of_a_large_municipality_take_seconds_and_not_minutes() {
        Random random = new Random(342);
        List<String> needs = IntStream.range(0, 11).mapToObj(i -> "need" + i).toList();
        List<String> places = IntStream.range(0, 120).mapToObj(i -> "place" + i).toList();
        Map<CellName, Behind> data = new HashMap<>();
        List<Publication.Month> kept = new ArrayList<>();
        long longest = 0;
        for (int month = 0; month < 4; month++) {
            for (String need : needs) {
                for (String place : places) {
                    if (month == 0 || random.nextInt(10) == 0) {
                        data.put(new CellName(need, place), households(random.nextInt(40)));
                    }
                }
            }
            long before = System.nanoTime();
            Publication next = Publication.of(RULE, needs, places, data, new Publication.History(kept, Map.of()));
            longest = Math.max(longest, System.nanoTime() - before);
            kept.add(new Publication.Month(next.table(), next.renewed()));
        }
        assertThat(longest).isLessThan(60_000_000_000L);
        assertThat(kept).allSatisfy(month -> assertThat(month.renewed()).isNotEmpty());
    }

    @Test
    void who_stands_behind_is_kept_and_read_the_same() {
        Map<CellName, Behind> behind = Map.of(HERE, households(12), new CellName("meals", "B"), Behind.NOBODY);
        String text = RecordDocument.write(BehindDocument.of(behind));
        assertThat(RecordDocument.read(BehindDocument.class, text).read()).isEqualTo(behind);
    }

    @Test
    void what_some_months_show_together_does_not_tell_how_many_a_hidden_few_are() {
        Random random = new Random(411);
        int attacked = 0;
        int anew = 0;
        for (int trial = 0; trial < 50; trial++) {
            Months months = new Months(new SuppressionRule(10, 1));
            Map<CellName, Behind> data = new HashMap<>();
            names().forEach(name -> data.put(name, households(random.nextInt(28))));
            months.publish(data);
            for (int month = 1; month < 4; month++) {
                for (int changes = 0; changes < 3; changes++) {
                    data.put(names().get(random.nextInt(names().size())), households(random.nextInt(60)));
                }
                months.publish(data);
                anew += months.published.get(month).equals(months.published.get(month - 1)) ? 0 : 1;
            }
            attacked += attack(months);
        }
        assertThat(attacked).isGreaterThan(250);
        assertThat(anew).as("and most changes are shown").isGreaterThan(100);
    }

    /** Knows every shown number of all months, and which numbers are still the same. */
    private static int attack(Months months) {
        Map<List<Object>, Integer> unknowns = new HashMap<>();
        List<Map<Integer, Double>> equations = new ArrayList<>();
        List<Double> totals = new ArrayList<>();
        List<Integer> few = new ArrayList<>();
        List<Double> truth = new ArrayList<>();
        for (int month = 0; month < months.tables.size(); month++) {
            PublishedTable table = months.tables.get(month);
            Map<CellName, Behind> published = months.published.get(month);
            Map<CellName, Integer> unknown = new HashMap<>();
            for (CellName name : names()) {
                Behind who = published.get(name);
                unknown.put(name, unknowns.computeIfAbsent(List.of(name, who), any -> {
                    truth.add((double) who.amounts().size());
                    return truth.size() - 1;
                }));
                if (RULE.tooFew(who.amounts().size())) {
                    few.add(unknown.get(name));
                }
                equation(equations, totals, table.cell(name.need(), name.neighbourhood()), List.of(unknown.get(name)));
            }
            for (int row = 0; row < NEEDS.size(); row++) {
                String need = NEEDS.get(row);
                equation(
                        equations,
                        totals,
                        table.needTotals().get(row),
                        of(unknown, name -> name.need().equals(need)));
            }
            for (int column = 0; column < PLACES.size(); column++) {
                String place = PLACES.get(column);
                equation(
                        equations,
                        totals,
                        table.neighbourhoodTotals().get(column),
                        of(unknown, name -> name.neighbourhood().equals(place)));
            }
            equation(equations, totals, table.total(), of(unknown, name -> true));
        }
        double[][] left = new double[equations.size()][truth.size()];
        for (int i = 0; i < left.length; i++) {
            for (Map.Entry<Integer, Double> term : equations.get(i).entrySet()) {
                left[i][term.getKey()] = term.getValue();
            }
        }
        double[] right = totals.stream().mapToDouble(Double::doubleValue).toArray();
        Set<Integer> distinct = new HashSet<>(few);
        for (int unknown : distinct) {
            double found = left.length == 0 ? Double.POSITIVE_INFINITY : Attacker.largest(left, right, unknown);
            assertThat(found).isGreaterThanOrEqualTo(truth.get(unknown) + 10 - 1e-6);
        }
        return distinct.size();
    }

    private static List<Integer> of(Map<CellName, Integer> unknown, Predicate<CellName> which) {
        return unknown.entrySet().stream()
                .filter(one -> which.test(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static void equation(
            List<Map<Integer, Double>> equations, List<Double> totals, PublishedCell shown, List<Integer> sum) {
        Integer households = shown.households();
        if (households != null) {
            equations.add(sum.stream().collect(Collectors.toMap(one -> one, one -> 1.0)));
            totals.add((double) households);
        }
    }

    private static void assertManyBetween(Behind one, Behind other) {
        Set<Long> moved = new HashSet<>(one.amounts().keySet());
        moved.addAll(other.amounts().keySet());
        Set<Long> stayed = new HashSet<>(one.amounts().keySet());
        stayed.retainAll(other.amounts().keySet());
        moved.removeAll(stayed);
        long changed = stayed.stream()
                .filter(household -> !Objects.equals(
                        one.amounts().get(household), other.amounts().get(household)))
                .count();
        assertThat(moved.isEmpty() ? changed : moved.size()).isGreaterThanOrEqualTo(10);
    }

    /** A number that is the same as last month is shown as it was, or hidden as it was; so is a total of such numbers. */
    private static void assertNothingComesToLight(Months months, int later) {
        PublishedTable now = months.tables.get(later);
        PublishedTable then = months.tables.get(later - 1);
        Set<CellName> renewed = names().stream()
                .filter(name -> !months.published
                        .get(later)
                        .get(name)
                        .equals(months.published.get(later - 1).get(name)))
                .collect(Collectors.toSet());
        for (int row = 0; row < NEEDS.size(); row++) {
            for (int column = 0; column < PLACES.size(); column++) {
                if (!renewed.contains(new CellName(NEEDS.get(row), PLACES.get(column)))) {
                    assertThat(now.cells().get(row).cells().get(column))
                            .isEqualTo(then.cells().get(row).cells().get(column));
                }
            }
            String need = NEEDS.get(row);
            if (renewed.stream().noneMatch(name -> name.need().equals(need))) {
                assertThat(now.needTotals().get(row))
                        .isEqualTo(then.needTotals().get(row));
            }
        }
        for (int column = 0; column < PLACES.size(); column++) {
            String place = PLACES.get(column);
            if (renewed.stream().noneMatch(name -> name.neighbourhood().equals(place))) {
                assertThat(now.neighbourhoodTotals().get(column))
                        .isEqualTo(then.neighbourhoodTotals().get(column));
            }
        }
        if (renewed.isEmpty()) {
            assertThat(now).isEqualTo(then);
        }
    }

    /** Keeps what a municipality keeps. */
    private static final class Months {
        private final List<PublishedTable> tables = new ArrayList<>();
        private final List<Map<CellName, Behind>> published = new ArrayList<>();
        private final List<Publication.Month> kept = new ArrayList<>();
        private final int keptAtMost;
        private SuppressionRule rule;
        private List<String> places = PLACES;
        private Map<Long, Long> renamed = Map.of();

        Months() {
            this(RULE);
        }

        Months(SuppressionRule rule) {
            this(rule, Integer.MAX_VALUE);
        }

        Months(SuppressionRule rule, int keptAtMost) {
            this.rule = rule;
            this.keptAtMost = keptAtMost;
        }

        PublishedTable publish(Map<CellName, Behind> data) {
            Publication.History history = Publication.History.of(kept, Math.max(0, kept.size() - keptAtMost), renamed);
            Publication next = Publication.of(rule, NEEDS, places, data, history);
            kept.add(new Publication.Month(next.table(), next.renewed()));
            Map<CellName, Behind> all = new HashMap<>();
            names().forEach(name -> all.put(
                    name,
                    published.isEmpty()
                            ? Behind.NOBODY
                            : published.get(published.size() - 1).getOrDefault(name, Behind.NOBODY)));
            all.putAll(next.renewed());
            tables.add(next.table());
            published.add(all);
            return next.table();
        }
    }

    private static List<CellName> names() {
        return NEEDS.stream()
                .flatMap(need -> PLACES.stream().map(place -> new CellName(need, place)))
                .toList();
    }

    private static Map<CellName, Behind> everywhere(int households) {
        return names().stream()
                .collect(Collectors.toMap(name -> name, name -> households(households), (a, b) -> a, HashMap::new));
    }

    private static Behind households(int number) {
        return new Behind(LongStream.range(0, number)
                .boxed()
                .collect(Collectors.toMap(id -> id, id -> Money.ofEuros(7_000 + 100 * id))));
    }

    private static Behind dearer(Behind behind) {
        return new Behind(behind.amounts().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().plus(Money.ofEuros(200)))));
    }
}
