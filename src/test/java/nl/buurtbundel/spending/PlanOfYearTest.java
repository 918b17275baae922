package nl.buurtbundel.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.buurtbundel.ledger.PlanAgainstActual;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.spending.PlanOfYear.Cause;
import org.junit.jupiter.api.Test;

class PlanOfYearTest {
    @Test
    void who_goes_on_may_still_spend_it_and_who_has_ended_has_yet_to_return_it() {
        assertThat(plan(false, 100, 40, 60, 0, 0).causes()).containsExactly(Cause.RUNNING);
        assertThat(plan(true, 100, 40, 60, 0, 0).causes()).containsExactly(Cause.TO_BE_RETURNED);
    }

    @Test
    void every_euro_of_a_difference_has_a_cause() {
        PlanOfYear plan = plan(true, 100, 40, 10, 20, 30);
        assertThat(plan.figures().addsUp()).isTrue();
        assertThat(plan.figures().difference()).isEqualTo(Money.ofEuros(-60));
        assertThat(plan.causes()).containsExactly(Cause.TO_BE_RETURNED, Cause.RETURNED, Cause.CARRIED_OVER);
    }

    @Test
    void what_was_paid_as_planned_needs_none() {
        assertThat(plan(true, 100, 100, 0, 0, 0).causes()).isEmpty();
    }

    @Test
    void a_cent_that_is_missing_does_not_add_up() {
        assertThat(plan(true, 100, 40, 10, 20, 29).figures().addsUp()).isFalse();
    }

    private static PlanOfYear plan(boolean ended, int planned, int paid, int left, int returned, int carriedOver) {
        return new PlanOfYear(
                new PlanAgainstActual(
                        "initiative:1",
                        null,
                        "6.1",
                        Money.ofEuros(planned),
                        Money.ofEuros(paid),
                        Money.ofEuros(left),
                        Money.ofEuros(returned),
                        Money.ofEuros(carriedOver)),
                "plan",
                ended,
                List.of());
    }
}
