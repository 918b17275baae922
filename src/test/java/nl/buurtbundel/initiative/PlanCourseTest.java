package nl.buurtbundel.initiative;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanCourseTest {
    private static final LocalDate MEANT = LocalDate.of(2026, 3, 2);

    @Test
    void a_plan_costs_nothing_before_it_was_proposed_and_nothing_before_it_means_to_start() {
        PlanCourse plan = course(null, null, 0);
        assertThat(plan.costsFrom(MEANT.plusMonths(2))).isEqualTo(MEANT.plusMonths(2));
        assertThat(plan.costsFrom(MEANT.minusMonths(2))).isEqualTo(MEANT);
    }

    @Test
    void a_trial_ends_as_promised_from_the_day_on_which_it_really_began() {
        assertThat(course(null, null, 0).trialEndsOn()).isNull();
        assertThat(course(null, null, 3).trialEndsOn()).isEqualTo(MEANT.plusMonths(3));
        LocalDate began = MEANT.plusDays(20);
        assertThat(course(began, null, 3).startsOn()).isEqualTo(began);
        assertThat(course(began, null, 3).trialEndsOn()).isEqualTo(began.plusMonths(3));
        assertThat(course(began, began.plusDays(9), 3).trialEndsOn()).isEqualTo(began.plusDays(9));
    }

    private static PlanCourse course(@Nullable LocalDate startedOn, @Nullable LocalDate trialEndsOn, int trialMonths) {
        return PlanCourse.of(
                new InitiativeId(1),
                new NeighbourhoodCode("BU99010101"),
                "Samen koken",
                Stage.GRANTED,
                startedOn,
                MEANT,
                trialEndsOn,
                trialMonths);
    }
}
