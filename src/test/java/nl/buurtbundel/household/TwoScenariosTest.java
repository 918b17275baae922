package nl.buurtbundel.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import nl.buurtbundel.foundation.RecordDocument;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TwoScenariosTest {
    private static final int SEEDS = 2_000;

    @Test
    void buying_off_a_debt_of_6000_ends_administration_and_half_a_year_later_it_has_paid_itself() {
        BreakthroughPlan plan = BreakthroughPlan.of(List.of(
                        help("Bewindvoering", CostBearer.MUNICIPALITY, 1_500L, 0),
                        help("Begeleiding", CostBearer.MUNICIPALITY, 9_000L, 3),
                        help("Verpleging thuis", CostBearer.HEALTH_INSURER, 4_000L, 2)))
                .with(new BreakthroughStep(
                        "Schuld afkopen",
                        StepKind.DEBT,
                        CostBearer.MUNICIPALITY,
                        Money.ofEuros(6_000),
                        Money.ZERO,
                        List.of("Bewindvoering", "Begeleiding"),
                        6));
        TwoScenarios both = TwoScenarios.of(plan);
        assertThat(both.years())
                .containsExactly(
                        new TwoScenarios.Year(1, Money.ofEuros(14_500), Money.ofEuros(15_250)),
                        new TwoScenarios.Year(2, Money.ofEuros(14_500), Money.ofEuros(4_000)),
                        new TwoScenarios.Year(3, Money.ofEuros(14_500), Money.ofEuros(4_000)));
        assertThat(both.breakEvenYear()).isEqualTo(OptionalInt.of(2));
        assertThat(both.saved()).isEqualTo(Money.ofEuros(20_250));
        assertThat(both.steps())
                .containsExactly(new TwoScenarios.Step(
                        "Schuld afkopen", StepKind.DEBT, Money.ofEuros(6_000), Money.ofEuros(26_250)));
        assertThat(both.now()).isEqualTo(new TwoScenarios.Round(3, 5));
        assertThat(both.then()).isEqualTo(new TwoScenarios.Round(1, 2));
        assertThat(both.payingMore()).isEmpty();
    }

    @Test
    void a_saving_here_that_is_a_cost_there_is_named() {
        TwoScenarios both = TwoScenarios.of(
                BreakthroughPlan.of(List.of(help("Huishoudelijke hulp", CostBearer.MUNICIPALITY, 4_000L, 1)))
                        .with(new BreakthroughStep(
                                "Verpleging",
                                StepKind.OTHER,
                                CostBearer.HEALTH_INSURER,
                                Money.ZERO,
                                Money.ofEuros(5_000),
                                List.of("Huishoudelijke hulp"),
                                0)));
        assertThat(both.payingMore())
                .containsExactly(new TwoScenarios.Bearer(CostBearer.HEALTH_INSURER, Money.ZERO, Money.ofEuros(15_000)));
        assertThat(both.saved()).isEqualTo(Money.ofEuros(-3_000));
        assertThat(both.breakEvenYear()).isEmpty();
    }

    @Test
    void whatever_the_plan_its_parts_are_its_whole_and_the_order_makes_no_difference() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            BreakthroughPlan plan = drawn(random);
            TwoScenarios both = TwoScenarios.of(plan);
            assertThat(Money.sum(both.bearers().stream()
                            .map(TwoScenarios.Bearer::more)
                            .toList()))
                    .as("payers, seed " + seed)
                    .isEqualTo(both.saved().negated());
            assertThat(Money.sum(both.steps().stream()
                            .map(step -> step.unnecessary().minus(step.cost()))
                            .toList()))
                    .as("steps, seed " + seed)
                    .isEqualTo(both.saved());
            assertThat(both.steps())
                    .as("nothing ends that cost less than nothing, seed " + seed)
                    .noneMatch(step -> step.unnecessary().isNegative());
            assertThat(Money.sum(both.steps().stream()
                            .map(TwoScenarios.Step::unnecessary)
                            .toList()))
                    .as("no more ends than runs, seed " + seed)
                    .isLessThanOrEqualTo(both.carryingOn());
            List<RunningHelp> other = new ArrayList<>(plan.running());
            Collections.shuffle(other, random);
            assertThat(TwoScenarios.of(new BreakthroughPlan(other, plan.steps(), plan.years())))
                    .as("seed " + seed)
                    .isEqualTo(both);
            assertThat(RecordDocument.read(BreakthroughPlan.class, RecordDocument.write(plan)))
                    .isEqualTo(plan);
        }
    }

    @Test
    void carrying_on_alone_is_the_same_in_both() {
        TwoScenarios both =
                TwoScenarios.of(BreakthroughPlan.of(List.of(help("Begeleiding", CostBearer.MUNICIPALITY, 9_000L, 3))));
        assertThat(both.saved()).isEqualTo(Money.ZERO);
        assertThat(both.breakEvenYear()).isEqualTo(OptionalInt.of(1));
        assertThat(both.then()).isEqualTo(both.now());
    }

    @Test
    void what_is_not_known_is_in_neither_and_is_counted() {
        BreakthroughPlan plan = BreakthroughPlan.of(List.of(
                help("Begeleiding", CostBearer.MUNICIPALITY, null, 3), help("Thuis", CostBearer.STATE, 100L, 0)));
        assertThat(plan.unknown()).isEqualTo(1);
        assertThat(TwoScenarios.of(plan).carryingOn()).isEqualTo(Money.ofEuros(300));
    }

    @Test
    void help_that_is_taken_out_ends_by_no_step_any_more() {
        RunningHelp help = help("Begeleiding", CostBearer.MUNICIPALITY, 9_000L, 3);
        BreakthroughPlan plan = BreakthroughPlan.of(List.of(help)).with(step("Huis", List.of("Begeleiding")));
        assertThat(plan.withoutHelp(help.name()).steps().get(0).ends()).isEmpty();
        assertThatThrownBy(() -> BreakthroughPlan.of(List.of()).with(step("Huis", List.of("Begeleiding"))))
                .hasMessage("household.error.not-running");
        assertThatThrownBy(() -> plan.with(help)).hasMessage("household.error.same-name");
        assertThatThrownBy(() -> plan.with(step(" ", List.of()))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> plan.over(11)).hasMessage("household.error.years");
        assertThatThrownBy(() -> help.visiting(51)).hasMessage("household.error.visits");
        assertThatThrownBy(() -> help("x", CostBearer.STATE, -1L, 0)).hasMessage("household.error.amount");
    }

    private static BreakthroughPlan drawn(Random random) {
        List<RunningHelp> running = new ArrayList<>();
        for (int i = 0; i < random.nextInt(8); i++) {
            Money aYear = random.nextInt(6) == 0 ? null : Money.ofCents(random.nextInt(3_000_000));
            running.add(new RunningHelp("hulp " + i, bearer(random), aYear, random.nextInt(6), AmountSource.OWN, 2026));
        }
        BreakthroughPlan plan = BreakthroughPlan.of(running).over(1 + random.nextInt(BreakthroughPlan.MOST_YEARS));
        for (int i = 0; i < random.nextInt(5); i++) {
            plan = plan.with(new BreakthroughStep(
                    "stap " + i,
                    StepKind.values()[random.nextInt(StepKind.values().length)],
                    bearer(random),
                    Money.ofCents(random.nextInt(2_000_000)),
                    Money.ofCents(random.nextInt(1_000_000)),
                    running.stream()
                            .filter(help -> random.nextInt(3) == 0)
                            .map(RunningHelp::name)
                            .toList(),
                    random.nextInt(BreakthroughStep.MOST_MONTHS + 1)));
        }
        return plan;
    }

    private static CostBearer bearer(Random random) {
        return CostBearer.values()[random.nextInt(CostBearer.values().length)];
    }

    private static RunningHelp help(String name, CostBearer bearer, @Nullable Long aYear, int visits) {
        return new RunningHelp(
                name, bearer, aYear == null ? null : Money.ofEuros(aYear), visits, AmountSource.OWN, 2026);
    }

    private static BreakthroughStep step(String name, List<String> ends) {
        return new BreakthroughStep(
                name, StepKind.HOME, CostBearer.LANDLORD, Money.ofEuros(1), Money.ofEuros(1), ends, 0);
    }
}
