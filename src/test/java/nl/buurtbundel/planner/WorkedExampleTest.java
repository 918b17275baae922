package nl.buurtbundel.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

/** A crèche of their own for 98 households with parenting support. */
class WorkedExampleTest {

    private static final Estimate REPLACED = new Estimate(1500, 3000, 4500);

    private static final PlanningProblem ONE_CLASS = new PlanningProblem(
            List.of(new HouseholdClass("parenting", 98, Money.parse("833285.84"), new Estimate(50, 70, 75))),
            List.of(creche(Map.of("parenting", REPLACED))));

    private static Alternative creche(Map<String, Estimate> replaced) {
        return new Alternative(
                "creche", Money.parse("160665.44"), Money.parse("6000"), Money.ZERO, 60, 80, 1, replaced, null);
    }

    @Test
    void opens_at_the_likely_scenario_with_the_honest_result() {
        Plan plan = Planner.solve(ONE_CLASS, Scenario.LIKELY);
        assertThat(plan.objective()).isEqualTo(Money.parse("11895.81"));
        assertThat(plan.replaced()).isEqualTo(Money.parse("178561.25"));
        assertThat(plan.cost()).isEqualTo(Money.parse("166665.44"));
        assertThat(plan.households()).isEqualTo(70);
        assertThat(plan.certificate().provedOptimal()).isTrue();
        assertThat(plan.certificate().gap()).isEqualTo(Money.ZERO);
        assertThat(plan.certificate().prices().household()).containsEntry("parenting", Money.parse("2550.87"));
    }

    @Test
    void does_not_open_at_low_and_says_how_many_households_it_lacks() {
        Plan plan = Planner.solve(ONE_CLASS, Scenario.LOW);
        assertThat(plan.opened()).isEmpty();
        assertThat(plan.objective()).isEqualTo(Money.ZERO);
        WhyNot why = plan.whyNot("creche");
        assertThat(why.reason()).isEqualTo(WhyNot.Reason.TOO_FEW_HOUSEHOLDS);
        assertThat(why.breakEvenHouseholds()).hasValue(131);
        assertThat(why.householdsLacking()).hasValue(81);
    }

    @Test
    void without_a_minimum_it_still_does_not_pay_at_low() {
        PlanningProblem problem = new PlanningProblem(
                ONE_CLASS.classes(),
                List.of(new Alternative(
                        "creche",
                        Money.parse("160665.44"),
                        Money.parse("6000"),
                        Money.ZERO,
                        0,
                        80,
                        1,
                        Map.of("parenting", REPLACED),
                        null)));
        WhyNot why = Planner.solve(problem, Scenario.LOW).whyNot("creche");
        assertThat(why.reason()).isEqualTo(WhyNot.Reason.DOES_NOT_PAY);
        assertThat(why.entersBelow()).hasValue(Money.parse("63771.87"));
    }

    @Test
    void at_high_it_gives_what_the_example_says() {
        assertThat(Planner.solve(ONE_CLASS, Scenario.HIGH).objective()).isEqualTo(Money.parse("120308.00"));
    }

    @Test
    void two_intensities_that_join_evenly_give_the_same_result() {
        PlanningProblem problem = new PlanningProblem(
                List.of(
                        new HouseholdClass("two-hours", 56, Money.parse("377243.33"), Estimate.certain(40)),
                        new HouseholdClass("more", 42, Money.parse("456042.51"), Estimate.certain(30))),
                List.of(creche(Map.of("two-hours", REPLACED, "more", REPLACED))));
        assertThat(Planner.solve(problem, Scenario.LIKELY).objective()).isEqualTo(Money.parse("11895.81"));
    }

    @Test
    void under_a_ceiling_that_is_too_low_it_names_the_ceiling() {
        PlanningProblem problem =
                new PlanningProblem(ONE_CLASS.classes(), ONE_CLASS.alternatives(), Money.ofEuros(150_000));
        Plan plan = Planner.solve(problem, Scenario.LIKELY);
        assertThat(plan.opened()).isEmpty();
        assertThat(plan.whyNot("creche").reason()).isEqualTo(WhyNot.Reason.ABOVE_CEILING);
    }
}
