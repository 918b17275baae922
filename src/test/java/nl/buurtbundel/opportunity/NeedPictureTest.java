package nl.buurtbundel.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.provision.Law;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NeedPictureTest {
    private static final SuppressionRule RULE = new SuppressionRule(10, 5);
    private static final Usage USAGE = new Usage(8500);
    private static final NeighbourhoodCode PLACE = new NeighbourhoodCode("BU99010101");
    private static final String NEED = "parenting-support";

    @Test
    void the_flagship_is_two_classes_and_the_expected_spend_of_the_worked_example() {
        List<Served> provisions = new ArrayList<>();
        for (int i = 0; i < 98; i++) {
            boolean first = i < 56;
            provisions.add(allocated(i, first ? 120 : 150, first ? "7925.28" : "12774.30"));
        }
        Opportunity opportunity = opportunity(provisions);
        assertThat(opportunity.households()).isEqualTo(98);
        assertThat(opportunity.expected()).isEqualTo(Money.parse("833285.84"));
        assertThat(opportunity.classes()).extracting(IntensityClass::households).containsExactly(56, 42);
        assertThat(opportunity.classes())
                .extracting(IntensityClass::allocated)
                .containsExactly(Money.parse("443815.68"), Money.parse("536520.60"));
    }

    @Test
    void what_was_declared_counts_as_it_is_and_the_rest_times_its_usage() {
        List<Served> provisions = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            provisions.add(served(i, Law.JEUGDWET, 60, "1000.00", "400.00", false, false, Set.of()));
            provisions.add(allocated(10 + i, 60, "1000.00"));
        }
        Opportunity opportunity = opportunity(provisions);
        assertThat(opportunity.declared()).isEqualTo(Money.ofEuros(4000));
        assertThat(opportunity.allocated()).isEqualTo(Money.ofEuros(10_000));
        assertThat(opportunity.expected()).isEqualTo(Money.ofEuros(12_500));
    }

    @Test
    void unknown_costs_and_lump_sums_stand_apart_and_count_as_neither_money_nor_nothing() {
        List<Served> provisions = households(20);
        for (int i = 100; i < 112; i++) {
            provisions.add(served(i, Law.JEUGDWET, 60, null, null, false, true, Set.of()));
            provisions.add(served(i + 100, Law.JEUGDWET, 60, null, null, true, false, Set.of()));
        }
        Opportunity opportunity = opportunity(provisions);
        assertThat(opportunity.households()).isEqualTo(20);
        assertThat(opportunity.unknownHouseholds()).isEqualTo(12);
        assertThat(opportunity.lumpSumHouseholds()).isEqualTo(12);
        assertThat(opportunity.allocated()).isEqualTo(Money.ofEuros(20_000));
    }

    @Test
    void a_few_unknown_and_none_at_all_look_the_same() {
        List<Served> some = households(20);
        some.add(served(900, Law.JEUGDWET, 60, null, null, false, true, Set.of()));
        assertThat(opportunity(some).unknownHouseholds()).isNull();
        assertThat(opportunity(households(20)).unknownHouseholds()).isNull();
    }

    @Test
    void nine_households_are_no_opportunity_and_ten_are() {
        assertThat(find(households(9))).isNull();
        assertThat(find(households(10))).isNotNull();
    }

    @Test
    void two_persons_of_one_household_are_one_household() {
        List<Served> provisions = households(9);
        provisions.addAll(households(9));
        assertThat(find(provisions)).isNull();
    }

    @Test
    void data_of_another_law_counts_only_with_consent() {
        List<Served> provisions = households(20);
        for (int i = 100; i < 112; i++) {
            provisions.add(served(i, Law.WMO, 60, "1000.00", null, false, false, Set.of()));
        }
        Opportunity without = opportunity(provisions);
        assertThat(without.law()).isEqualTo(Law.JEUGDWET);
        assertThat(without.households()).isEqualTo(20);
        assertThat(without.otherLawHouseholds()).isEqualTo(12);

        List<Served> consented = households(20);
        for (int i = 100; i < 112; i++) {
            consented.add(served(i, Law.WMO, 60, "1000.00", null, false, false, Set.of(Law.JEUGDWET)));
        }
        assertThat(opportunity(consented).households()).isEqualTo(32);
    }

    @Test
    void one_household_with_more_than_half_of_the_money_hides_the_amounts_and_the_classes() {
        List<Served> provisions = households(12);
        provisions.add(allocated(500, 60, "12000.01"));
        Opportunity opportunity = opportunity(provisions);
        assertThat(opportunity.households()).isEqualTo(13);
        assertThat(opportunity.expected()).isNull();
        assertThat(opportunity.classes()).isEmpty();
    }

    @Test
    void no_class_and_no_part_of_one_is_ever_about_too_few_or_about_one_household() {
        Random random = new Random(77);
        int unsplit = 0;
        int split = 0;
        for (int trial = 0; trial < 2000; trial++) {
            List<Served> provisions = new ArrayList<>();
            int households = 10 + random.nextInt(60);
            int declaring = random.nextInt(4) * 30;
            for (int i = 0; i < households; i++) {
                Integer minutes = random.nextInt(5) == 0 ? null : random.nextInt(400);
                Money amount =
                        Money.ofCents(random.nextInt(8) == 0 ? random.nextInt(9_000_000) : random.nextInt(500_000));
                Money declared = random.nextInt(100) < declaring ? amount : null;
                provisions.add(new Served(i, NEED, Law.JEUGDWET, minutes, amount, declared, false, false, Set.of()));
            }
            NeedPicture picture = NeedPicture.of(provisions).get(0);
            List<IntensityClass> classes = picture.classes(RULE, USAGE);
            if (RULE.hidesAmount(picture.cell())) {
                assertThat(classes).isEmpty();
                continue;
            }
            assertThat(classes.stream().mapToInt(IntensityClass::households).sum())
                    .isEqualTo(households);
            for (IntensityClass one : classes) {
                assertThat(one.households()).isGreaterThanOrEqualTo(10);
                List<Served> members = provisions.stream()
                        .filter(served -> one.band().holds(served.weeklyMinutes()))
                        .toList();
                Map<Long, Money> declared = amounts(members, true);
                Map<Long, Money> allocated = amounts(members, false);
                boolean mayBeSplit = Stream.of(declared, allocated)
                        .allMatch(part -> part.isEmpty() || !RULE.hidesAmount(Cell.of(part)));
                Money inDeclared = Money.sum(declared.values());
                Money inAllocated = Money.sum(allocated.values());
                assertThat(one.declared()).isEqualTo(mayBeSplit ? inDeclared : Money.ZERO);
                assertThat(one.allocated()).isEqualTo(mayBeSplit ? inAllocated : Money.ZERO);
                assertThat(one.allocatedHouseholds()).isEqualTo(mayBeSplit ? allocated.size() : 0);
                assertThat(one.unsplit()).isEqualTo(mayBeSplit ? Money.ZERO : inDeclared.plus(USAGE.of(inAllocated)));
                unsplit += mayBeSplit ? 0 : 1;
                split += mayBeSplit && !declared.isEmpty() && !allocated.isEmpty() ? 1 : 0;
            }
            Opportunity whole = opportunity(provisions);
            boolean allSplit = classes.stream().allMatch(IntensityClass::isSplit);
            assertThat(whole.declared()).isEqualTo(allSplit ? picture.declared() : null);
            assertThat(whole.allocated()).isEqualTo(allSplit ? picture.allocated() : null);
            assertThat(classes).extracting(IntensityClass::id).doesNotHaveDuplicates();
            Collections.shuffle(provisions, random);
            assertThat(NeedPicture.of(provisions).get(0).classes(RULE, USAGE)).isEqualTo(classes);
        }
        assertThat(unsplit).isGreaterThan(100);
        assertThat(split).isGreaterThan(100);
    }

    @Test
    void what_the_only_household_with_a_declaration_cost_stands_on_no_line() {
        List<Served> provisions = households(20);
        provisions.add(served(500, Law.JEUGDWET, 60, "4000.00", "3217.43", false, false, Set.of()));
        Opportunity opportunity = opportunity(provisions);
        assertThat(opportunity.declared()).isNull();
        assertThat(opportunity.allocated()).isNull();
        assertThat(opportunity.expected()).isEqualTo(Money.parse("20217.43"));
        IntensityClass only = opportunity.classes().get(0);
        assertThat(only.unsplit()).isEqualTo(Money.parse("20217.43"));
        assertThat(only.declared().plus(only.allocated())).isEqualTo(Money.ZERO);
        assertThat(only.allocatedHouseholds()).isZero();
    }

    private static Map<Long, Money> amounts(List<Served> members, boolean declared) {
        return members.stream()
                .filter(one -> declared == (one.declared() != null))
                .collect(Collectors.toMap(
                        Served::household, one -> declared ? one.declared() : one.allocated(), Money::plus))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().isPositive())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Served> households(int number) {
        List<Served> provisions = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            provisions.add(allocated(i, 60, "1000.00"));
        }
        return provisions;
    }

    private static Opportunity opportunity(List<Served> provisions) {
        Opportunity found = find(provisions);
        assertThat(found).isNotNull();
        return found;
    }

    private static @Nullable Opportunity find(List<Served> provisions) {
        return Opportunity.of(NeedPicture.of(provisions).get(0), PLACE, LocalDate.of(2026, 11, 21), RULE, USAGE);
    }

    private static Served allocated(long household, int minutes, String amount) {
        return served(household, Law.JEUGDWET, minutes, amount, null, false, false, Set.of());
    }

    private static Served served(
            long household,
            Law law,
            int minutes,
            @Nullable String allocated,
            @Nullable String declared,
            boolean lumpSum,
            boolean unknown,
            Set<Law> mayBeUsedFor) {
        return new Served(
                household,
                NEED,
                law,
                minutes,
                allocated == null ? null : Money.parse(allocated),
                declared == null ? null : Money.parse(declared),
                lumpSum,
                unknown,
                mayBeUsedFor);
    }
}
