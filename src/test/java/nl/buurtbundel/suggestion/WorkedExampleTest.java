package nl.buurtbundel.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.buurtbundel.catalogue.Assumption;
import nl.buurtbundel.catalogue.CatalogueItem;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.CostLine;
import nl.buurtbundel.catalogue.Delay;
import nl.buurtbundel.catalogue.ShareEstimate;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.foundation.RecordDocument;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

/** Parenting support for 98 households against a neighbourhood crèche, to the cent, from prices and quantities only. */
class WorkedExampleTest {
    private static final BigDecimal WEEKS = new BigDecimal("52.14");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static final CollectiveAlternative CRECHE = StandardCatalogue.alternative("neighbourhood-creche");

    private final Sum sum = calculate(basis(8500), creche());

    @Test
    void what_is_allocated_today() {
        assertThat(yearly(120, 76).times(56)).isEqualTo(euros("443815.68"));
        assertThat(yearly(150, 98).times(42)).isEqualTo(euros("536520.60"));
        Money allocated = Money.sum(
                sum.basis().classes().stream().map(BasisClass::allocated).toList());
        assertThat(allocated).isEqualTo(euros("980336.28"));
    }

    @Test
    void what_is_expected_to_be_spent_today() {
        assertThat(sum.today()).isEqualTo(euros("833285.84"));
    }

    @Test
    void what_the_creche_costs_line_by_line() {
        assertThat(sum.cost().parts())
                .extracting(SumLine::amount)
                .containsExactly(
                        euros("78001.44"),
                        euros("62568.00"),
                        euros("8096.00"),
                        euros("5520.00"),
                        euros("1480.00"),
                        euros("5000.00"),
                        euros("6000.00"));
        assertThat(sum.cost().amount()).isEqualTo(euros("166665.44"));
        assertThat(sum.likely().cost()).isEqualTo(euros("166665.44"));
    }

    @Test
    void the_three_scenarios() {
        assertThat(sum.low().households()).isEqualTo(50);
        assertThat(sum.low().replacedShare()).isEqualTo(1500);
        assertThat(sum.low().replaced()).isEqualTo(euros("63771.88"));
        assertThat(sum.low().result()).isEqualTo(euros("-102893.56"));

        assertThat(sum.likely().households()).isEqualTo(70);
        assertThat(sum.likely().replacedShare()).isEqualTo(3000);
        assertThat(sum.likely().replaced()).isEqualTo(euros("178561.25"));
        assertThat(sum.likely().result()).isEqualTo(euros("11895.81"));

        assertThat(sum.high().households()).isEqualTo(75);
        assertThat(sum.high().replacedShare()).isEqualTo(4500);
        assertThat(sum.high().replaced()).isEqualTo(euros("286973.44"));
        assertThat(sum.high().result()).isEqualTo(euros("120308.00"));
    }

    @Test
    void from_how_many_households_it_pays() {
        assertThat(sum.low().breakEven()).isEqualTo(131);
        assertThat(sum.low().breakEvenPossible()).isFalse();
        assertThat(sum.likely().breakEven()).isEqualTo(66);
        assertThat(sum.likely().breakEvenPossible()).isTrue();
        assertThat(sum.high().breakEven()).isEqualTo(44);
    }

    @Test
    void classes_in_one_amount_reckon_the_same_and_open_to_that_amount_only() {
        List<BasisClass> together = sum.basis().classes().stream()
                .map(one -> new BasisClass(
                        one.id(), one.name(), one.households(), Money.ZERO, 0, Money.ZERO, one.expected(8500)))
                .toList();
        Sum unsplit = calculate(new Basis("parenting-support", DAY, together, 8500, null, null), creche());
        assertThat(unsplit.today()).isEqualTo(sum.today());
        assertThat(unsplit.likely()).isEqualTo(sum.likely());
        assertThat(unsplit.ofDearest()).isEqualTo(sum.ofDearest());
        assertThat(unsplit.replaced().parts())
                .allSatisfy(one -> assertThat(one.parts())
                        .extracting(SumLine::name)
                        .containsExactly(Text.ofMessage("suggestion.line.unsplit")));
        assertThat(unsplit.weaknesses())
                .as("what hangs on the usage would tell how much of it is allocated")
                .extracting(Weakness::name)
                .doesNotContain(Text.ofMessage("suggestion.weak.usage"));
        assertThat(RecordDocument.read(Sum.class, RecordDocument.write(unsplit)))
                .isEqualTo(unsplit);
    }

    @Test
    void the_two_fractions_are_kept_apart() {
        assertThat(sum.likely().ofToday()).isEqualTo(2000); // 20.0 % of what all cost today
        assertThat(sum.likely().ofReplaced()).isEqualTo(9334); // 93 % of what it likely replaces
    }

    @Test
    void the_first_year_asks_for_money_before_it_gives() {
        assertThat(sum.firstYear().monthsLate()).isEqualTo(3);
        assertThat(sum.firstYear().startUp()).isEqualTo(euros("18000.00"));
        assertThat(sum.firstYear().result()).isEqualTo(euros("-44744.50"));
    }

    @Test
    void picking_the_dearest_households_would_more_than_double_the_result() {
        assertThat(sum.ofDearest()).isEqualTo(euros("26733.81"));
        assertThat(sum.ofDearest().cents() * 10 / sum.likely().result().cents()).isEqualTo(22);
    }

    @Test
    void the_weakest_assumptions_are_the_replaced_share_and_then_the_uptake() {
        assertThat(sum.weaknesses().get(0).name()).isEqualTo(Text.ofMessage("suggestion.weak.replaced"));
        assertThat(sum.weaknesses().get(1).name()).isEqualTo(Text.ofMessage("suggestion.weak.uptake"));
        assertThat(sum.weaknesses()).extracting(Weakness::effect).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(sum.weaknesses())
                .extracting(Weakness::name)
                .doesNotContain(line("leaders").name());
    }

    @Test
    void five_jobs_come_with_it() {
        assertThat(sum.alternative().jobs().number()).isEqualTo(5);
    }

    @Test
    void every_euro_can_be_opened_to_a_price_a_quantity_and_a_reason() {
        List<SumLine> leaves = new ArrayList<>();
        collectLeaves(sum.cost(), leaves);
        collectLeaves(sum.replaced(), leaves);
        assertThat(leaves).hasSize(9).allSatisfy(leaf -> {
            assertThat(leaf.price()).isNotNull();
            assertThat(leaf.assumption()).isNotNull();
        });
        assertThat(sum.replaced().amount()).isEqualTo(sum.likely().replaced());
    }

    @Test
    void moving_each_price_moves_the_sum_by_just_that_line() {
        for (String id : creche().lineIds()) {
            CostLine line = line(id);
            CollectiveAlternative dearer = creche().withPrice(id, line.price().times(2), line.assumption());
            boolean start = id.equals("start");
            Money more = start ? euros("6000.00") : line.amount();
            Sum moved = calculate(basis(8500), dearer);
            assertThat(moved.likely().cost())
                    .as(id)
                    .isEqualTo(sum.likely().cost().plus(more));
            assertThat(moved.likely().result())
                    .as(id)
                    .isEqualTo(sum.likely().result().minus(more));
            assertThat(moved.firstYear().result())
                    .as(id)
                    .isEqualTo(sum.firstYear().result().minus(line.amount()));
            assertThat(moved.likely().breakEven()).as(id).isGreaterThanOrEqualTo(66);
            assertThat(moved.likely().replaced()).isEqualTo(sum.likely().replaced());
        }
    }

    @Test
    void moving_each_other_assumption_moves_the_sum() {
        Assumption assumption = creche().uptake().assumption();
        Sum used = calculate(basis(10_000), creche());
        assertThat(used.today()).isEqualTo(euros("980336.28"));
        assertThat(used.likely().breakEven()).isEqualTo(56);

        Sum replaced =
                calculate(basis(8500), creche().withReplacedShare(new ShareEstimate(1500, 2000, 4500, assumption)));
        assertThat(replaced.likely().replaced()).isEqualTo(euros("119040.83"));
        assertThat(replaced.likely().breakEven()).isEqualTo(99);
        assertThat(replaced.likely().breakEvenPossible()).isFalse();

        Sum joining = calculate(basis(8500), creche().withUptake(new ShareEstimate(5100, 6600, 7650, assumption)));
        assertThat(joining.likely().households()).isEqualTo(65);
        assertThat(joining.likely().result().isNegative()).isTrue();

        Sum late = calculate(basis(8500), creche().withDelay(new Delay(0, assumption)));
        assertThat(late.firstYear().result()).isEqualTo(sum.likely().replaced().minus(euros("178665.44")));

        Sum spread = calculate(basis(8500), creche().withStartUpYears(1));
        assertThat(spread.likely().cost()).isEqualTo(euros("178665.44"));
    }

    @Test
    void at_the_break_even_it_pays_and_one_household_less_does_not() {
        Random random = new Random(11);
        for (int trial = 0; trial < 500; trial++) {
            Basis basis = randomBasis(random);
            CollectiveAlternative alternative = creche().withReplacedShare(new ShareEstimate(
                    0, 1 + random.nextInt(9000), 10_000, creche().uptake().assumption()));
            Integer breakEven = calculate(basis, alternative).likely().breakEven();
            if (breakEven == null) {
                continue;
            }
            assertThat(exactResult(basis, alternative, breakEven)).isNotNegative();
            assertThat(exactResult(basis, alternative, breakEven - 1)).isNegative();
        }
    }

    @Test
    void a_frozen_sum_is_read_as_it_was() {
        assertThat(RecordDocument.read(Sum.class, RecordDocument.write(sum))).isEqualTo(sum);
    }

    @Test
    void a_line_that_does_not_add_up_cannot_exist() {
        Text name = new Text("regel", "line");
        assertThatThrownBy(() -> new SumLine(name, euros("2.00"), null, List.of(), 1, euros("3.00"), null, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        SumLine part = SumLine.product(
                name, euros("2.00"), nl.buurtbundel.catalogue.PricePer.YEAR, List.of(), 1, null, List.of());
        assertThatThrownBy(() -> new SumLine(name, null, null, List.of(), 1, euros("3.00"), null, List.of(part)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static java.math.BigDecimal exactResult(Basis basis, CollectiveAlternative alternative, int households) {
        BigDecimal replaced = BigDecimal.valueOf(basis.expected().cents())
                .multiply(BigDecimal.valueOf(
                        (long) households * alternative.replacedShare().likely()))
                .divide(BigDecimal.valueOf(basis.households() * 10_000L), 20, java.math.RoundingMode.HALF_UP);
        return replaced.subtract(
                        BigDecimal.valueOf(alternative.yearlyCost(1, households).cents()))
                .setScale(6, java.math.RoundingMode.HALF_UP);
    }

    private static Basis randomBasis(Random random) {
        List<BasisClass> classes = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            int households = 10 + random.nextInt(60);
            classes.add(new BasisClass(
                    "class" + i,
                    new Text("klasse " + i, "class " + i),
                    households,
                    Money.ofCents(random.nextInt(50_000_000)),
                    households / 2,
                    Money.ofCents(random.nextInt(50_000_000)),
                    Money.ZERO));
        }
        return new Basis("parenting-support", DAY, classes, 8500, null, null);
    }

    private static Basis basis(int usage) {
        return new Basis(
                "parenting-support",
                DAY,
                List.of(
                        new BasisClass(
                                "120",
                                new Text("120 minuten", "120 minutes"),
                                56,
                                Money.ZERO,
                                56,
                                yearly(120, 76).times(56),
                                Money.ZERO),
                        new BasisClass(
                                "150",
                                new Text("150 minuten", "150 minutes"),
                                42,
                                Money.ZERO,
                                42,
                                yearly(150, 98).times(42),
                                Money.ZERO)),
                usage,
                null,
                null);
    }

    /** Minutes a week times 52.14 weeks times the hourly price. */
    private static Money yearly(int minutes, int euros) {
        return Money.ofEuros(euros)
                .times(WEEKS.multiply(BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60))));
    }

    private static Sum calculate(Basis basis, CollectiveAlternative alternative) {
        return Calculation.of(basis, new CatalogueItem(alternative, 1, Instant.EPOCH), null);
    }

    private static CollectiveAlternative creche() {
        return CRECHE;
    }

    private static CostLine line(String id) {
        return creche().line(id);
    }

    private static void collectLeaves(SumLine line, List<SumLine> leaves) {
        if (line.parts().isEmpty()) {
            leaves.add(line);
        }
        line.parts().forEach(part -> collectLeaves(part, leaves));
    }

    private static Money euros(String amount) {
        return Money.parse(amount);
    }
}
