package nl.buurtbundel.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlannerTest {

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void finds_what_trying_every_pooling_finds(Scenario scenario) {
        int opened = 0;
        int underCeiling = 0;
        for (int seed = 0; seed < 400; seed++) {
            PlanningProblem problem = new RandomProblems(seed).small();
            EveryPooling truth = new EveryPooling(problem, scenario);
            Plan plan = Planner.solve(problem, scenario);
            String name = "seed " + seed + ": " + problem;
            assertThat(plan.certificate().provedOptimal()).as(name).isTrue();
            assertThat(plan.objective().inEuros()).as(name).isEqualTo(truth.best.setScale(2, RoundingMode.FLOOR));
            assertThat(plan.households()).as(name).isEqualTo(truth.households);
            for (int a = 0; a < truth.groups.length; a++) {
                int groups = plan.opened(problem.alternatives().get(a).id())
                        .map(OpenedAlternative::groups)
                        .orElse(0);
                assertThat(groups).as(name).isEqualTo(truth.groups[a]);
            }
            opened += plan.groups();
            underCeiling += problem.ceiling() != null && plan.groups() > 0 ? 1 : 0;
        }
        assertThat(opened).as("problems that open something").isGreaterThan(100);
        assertThat(underCeiling).as("plans under a total ceiling").isGreaterThan(10);
    }

    @Test
    void proves_a_whole_neighbourhood() {
        for (int seed = 0; seed < 20; seed++) {
            PlanningProblem problem = new RandomProblems(seed).neighbourhood(12, 40, 3, null);
            long start = System.nanoTime();
            Plan plan = Planner.solve(problem, Scenario.LIKELY);
            System.out.println(seed + " " + (System.nanoTime() - start) / 1000 + " us " + plan.households() + " hh "
                    + plan.groups() + " g " + plan.certificate().nodes() + " nodes " + plan.objective() + " "
                    + plan.certificate().gap());
            Money half = Money.ofCents(plan.cost().cents() / 2);
            start = System.nanoTime();
            Plan p2 = Planner.solve(
                    new PlanningProblem(problem.classes(), problem.alternatives(), half), Scenario.LIKELY);
            System.out.println("   half: " + (System.nanoTime() - start) / 1000 + " us " + p2.households() + " hh "
                    + p2.groups() + " g " + p2.certificate().nodes() + " nodes " + p2.objective() + " "
                    + p2.certificate().gap() + " " + p2.certificate().prices().ceilingEuro());
        }
    }
}
