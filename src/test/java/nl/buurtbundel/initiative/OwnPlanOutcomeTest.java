package nl.buurtbundel.initiative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import nl.buurtbundel.foundation.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OwnPlanOutcomeTest {
    private static final LocalDate FRIDAY = Plans.MONDAY.plusDays(4);
    private static final Moment NOW = Plans.on(Plans.MONDAY);

    private final Initiative plan = Plans.idea(Plans.creche());

    @Test
    void a_question_to_the_municipality_is_no_promise_until_the_team_puts_one_down_and_then_it_stays() {
        OwnPlanOutcome outcome = handedOver();
        outcome.requireTakingBack(plan);

        refused(
                "initiative.error.promise-day",
                () -> outcome.promise(plan, "a bicycle", Plans.MONDAY.minusDays(1), NOW));
        refused("initiative.error.promise", () -> outcome.promise(plan, " ", FRIDAY, NOW));
        outcome.requireTakingBack(plan);

        outcome.promise(plan, "a bicycle", FRIDAY, NOW);
        refused("initiative.error.outcome-answered", () -> outcome.promise(plan, "less", FRIDAY, NOW));
        refused("initiative.error.outcome-answered", () -> outcome.requireTakingBack(plan));
    }

    @Test
    void something_is_handed_over_and_only_as_long_as_the_plan_may_change() {
        refused("initiative.error.outcome", () -> new OwnPlanOutcome(plan, " \n", NOW));
        refused(
                "initiative.error.outcome",
                () -> new OwnPlanOutcome(plan, "x".repeat(OwnPlanOutcome.MOST_WORDS + 1), NOW));
        OwnPlanOutcome outcome = handedOver();
        plan.withdraw(NOW);
        refused("initiative.error.plan-fixed", this::handedOver);
        refused("initiative.error.plan-fixed", () -> outcome.requireTakingBack(plan));
        refused("initiative.error.outcome-over", () -> outcome.promise(plan, "a bicycle", FRIDAY, NOW));
    }

    private OwnPlanOutcome handedOver() {
        return new OwnPlanOutcome(plan, "Oma kookt op dinsdag", NOW);
    }

    private static void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
