package nl.buurtbundel.initiative;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.initiative.MyPledge.Answer;
import org.junit.jupiter.api.Test;

class MyPledgeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void who_left_and_came_back_sees_the_plan_once_as_it_is_now() {
        MyPledge back = pledge(9, 1, Answer.TAKES_PART);
        MyPledge other = pledge(5, 2, Answer.OVER);
        assertThat(MyPledge.oncePerPlan(List.of(back, pledge(7, 1, Answer.OVER), other, pledge(3, 1, Answer.OVER))))
                .containsExactly(back, other);
    }

    @Test
    void who_left_again_no_longer_takes_part() {
        MyPledge left = pledge(9, 1, Answer.OVER);
        assertThat(MyPledge.oncePerPlan(List.of(left, pledge(7, 1, Answer.OVER))))
                .containsExactly(left);
    }

    @Test
    void the_yes_that_holds_counts_whichever_was_first() {
        MyPledge byCode = pledge(3, 1, Answer.TAKES_PART);
        assertThat(MyPledge.oncePerPlan(List.of(pledge(9, 1, Answer.OVER), byCode)))
                .containsExactly(byCode);
    }

    @Test
    void who_no_longer_takes_part_in_a_plan_that_may_have_run_is_told_of_the_own_help() {
        assertThat(pledge(Stage.STOPPED, Answer.OVER).mayComeBackToOwnHelp()).isTrue();
        assertThat(pledge(Stage.RUNNING, Answer.OVER).mayComeBackToOwnHelp()).isTrue();
        assertThat(pledge(Stage.RUNNING, Answer.TAKES_PART).mayComeBackToOwnHelp())
                .isFalse();
        assertThat(pledge(Stage.REFUSED, Answer.OVER).mayComeBackToOwnHelp()).isFalse();
        assertThat(pledge(Stage.OPEN, Answer.OVER).mayComeBackToOwnHelp()).isFalse();
    }

    private static MyPledge pledge(long id, long plan, Answer answer) {
        return pledge(id, plan, Stage.RUNNING, answer);
    }

    private static MyPledge pledge(Stage stage, Answer answer) {
        return pledge(1, 1, stage, answer);
    }

    private static MyPledge pledge(long id, long plan, Stage stage, Answer answer) {
        return new MyPledge(
                new PledgeId(id), 1, new InitiativeId(plan), "Samen koken", stage, answer, 1, DAY, null, DAY);
    }
}
