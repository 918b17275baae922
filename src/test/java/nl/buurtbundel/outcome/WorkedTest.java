package nl.buurtbundel.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.StaffDeed;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkedTest {
    private static final int ROUNDS = 2_000;
    private static final Instant NINE = Instant.parse("2026-11-23T08:00:00Z");
    private static final WorkRule RULE = rule();
    private static final List<Role> OFFICES = List.of(Role.TEAM_WORKER, Role.MANAGER, Role.ALDERMAN, Role.CONTROLLER);

    @Test
    void the_time_to_the_next_touch_counts_for_what_was_touched_first_and_the_last_for_the_smallest() {
        List<Worked> worked = Worked.of(List.of(touch(1, 0, 7L), touch(1, 12, 7L), touch(1, 13, 8L)), RULE);

        assertThat(worked)
                .containsExactly(
                        new Worked(7L, WorkStep.ASSESSING, Role.TEAM_WORKER, 13 * 60, 1),
                        new Worked(8L, WorkStep.ASSESSING, Role.TEAM_WORKER, 2 * 60, 1));
    }

    @Test
    void who_comes_back_after_the_gap_was_away() {
        assertThat(seconds(Worked.of(List.of(touch(1, 0, 7L), touch(1, 15, 7L)), RULE)))
                .isEqualTo((15 + 2) * 60);
        assertThat(seconds(Worked.of(List.of(touch(1, 0, 7L), touch(1, 16, 7L)), RULE)))
                .isEqualTo((2 + 2) * 60);
    }

    @Test
    void two_people_at_once_both_work() {
        assertThat(Worked.of(List.of(touch(1, 0, 7L), touch(2, 0, 7L)), RULE))
                .containsExactly(new Worked(7L, WorkStep.ASSESSING, Role.TEAM_WORKER, 4 * 60, 2));
    }

    @Test
    void the_order_of_the_rows_does_not_matter_and_no_second_counts_twice() {
        for (int round = 0; round < ROUNDS; round++) {
            Random chance = new Random(round);
            List<Touch> touches = touches(chance);
            List<Worked> worked = Worked.of(touches, RULE);
            List<Touch> shuffled = new ArrayList<>(touches);
            Collections.shuffle(shuffled, chance);

            assertThat(Worked.of(shuffled, RULE)).as("round " + round).isEqualTo(worked);
            for (long hand = 0; hand < 4; hand++) {
                List<Instant> theirs = ofHand(touches, hand);
                if (!theirs.isEmpty()) {
                    long longest = Duration.between(theirs.get(0), theirs.get(theirs.size() - 1))
                            .plus(RULE.single())
                            .toSeconds();
                    long who = hand;
                    assertThat(seconds(Worked.of(
                                    touches.stream()
                                            .filter(touch -> touch.hand() == who)
                                            .toList(),
                                    RULE)))
                            .as("round " + round + " hand " + hand)
                            .isLessThanOrEqualTo(longest);
                }
            }
        }
    }

    @Test
    void the_time_of_all_is_the_time_of_each_however_plans_overlap() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Touch> touches = touches(new Random(round));
            long each = touches.stream().collect(Collectors.groupingBy(Touch::hand)).values().stream()
                    .mapToLong(theirs -> seconds(Worked.of(theirs, RULE)))
                    .sum();
            // the same people, all of it about one plan: nothing is gained by splitting it over plans
            List<Touch> onePlan = touches.stream()
                    .map(touch -> new Touch(touch.hand(), touch.office(), touch.at(), 1L, WorkStep.DECIDING))
                    .toList();

            assertThat(seconds(Worked.of(touches, RULE))).isEqualTo(each);
            assertThat(seconds(Worked.of(onePlan, RULE))).isEqualTo(each);
        }
    }

    @Test
    void the_parts_add_up_to_the_whole_and_tell_nothing_of_one_person() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Touch> touches = touches(new Random(round));
            List<Worked> worked = Worked.of(touches, RULE);
            CostOfDecision cost = CostOfDecision.of(worked, RULE);
            List<WorkPart<WorkStep>> parts = cost.parts();
            if (parts.isEmpty()) {
                continue;
            }

            assertThat(Money.sum(parts.stream().map(WorkPart::cost).toList())).isEqualTo(cost.total());
            assertThat(parts.stream().mapToLong(WorkPart::seconds).sum()).isEqualTo(cost.seconds());
            Set<WorkStep> named =
                    parts.stream().flatMap(part -> part.findWhat().stream()).collect(Collectors.toSet());
            for (WorkPart<WorkStep> part : parts) {
                assertThat(touches.stream()
                                .filter(touch -> part.findWhat()
                                        .map(touch.step()::equals)
                                        .orElse(!named.contains(touch.step())))
                                .map(Touch::hand)
                                .distinct())
                        .hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    @Test
    void the_work_of_one_person_is_not_told_and_still_says_that_it_costs_more_than_the_amount() {
        CostOfDecision cost = CostOfDecision.of(Worked.of(List.of(touch(1, 0, 7L), touch(1, 12, 7L)), RULE), RULE);

        assertThat(cost.isTold()).isFalse();
        assertThat(cost.total()).isEqualTo(Money.parse("16.33"));
        assertThat(cost.exceeds(Money.ofEuros(16))).isTrue();
        assertThat(cost.exceeds(Money.parse("16.33"))).isFalse();
    }

    @Test
    void a_step_of_one_person_goes_together_with_another_and_is_not_what_is_left_over() {
        List<Worked> worked = List.of(
                new Worked(7L, WorkStep.ASSESSING, Role.TEAM_WORKER, 3_600, 1),
                new Worked(7L, WorkStep.DECIDING, Role.ALDERMAN, 1_800, 1),
                new Worked(7L, WorkStep.DECIDING, Role.BUDGET_HOLDER, 1_800, 1),
                new Worked(7L, WorkStep.CHECKING, Role.CONTROLLER, 900, 2));

        assertThat(CostOfDecision.of(worked, RULE).parts())
                .containsExactly(
                        new WorkPart<>(WorkStep.DECIDING, 3_600, Money.ofEuros(95)),
                        new WorkPart<>(null, 4_500, Money.ofEuros(90)));
    }

    @Test
    void a_euro_is_divided_to_the_cent() {
        for (int round = 0; round < ROUNDS; round++) {
            Random chance = new Random(round);
            Money reached = Money.ofCents(chance.nextInt(3) == 0 ? 0 : chance.nextInt(5_000_000));
            CostOfDeciding cost = CostOfDeciding.of(
                    new FiscalYear(2026),
                    reached,
                    Money.ZERO,
                    Worked.of(touches(chance), RULE),
                    CostOfDeciding.Freed.of(Money.ZERO, Money.ZERO, RULE),
                    RULE);

            if (!cost.ofEveryEuro().isEmpty()) {
                assertThat(cost.ofEveryEuro()).hasSize(1 + cost.work().size());
                assertThat(Money.sum(cost.ofEveryEuro())).isEqualTo(Money.ofEuros(1));
            }
            assertThat(Money.sum(cost.steps().stream().map(WorkPart::cost).toList()))
                    .isEqualTo(
                            cost.steps().isEmpty()
                                    ? Money.ZERO
                                    : Money.sum(cost.work().stream()
                                            .map(WorkPart::cost)
                                            .toList()));
        }
    }

    @Test
    void hours_come_free_by_the_price_of_an_hour_of_help_in_whole_hours() {
        CostOfDeciding.Freed freed = CostOfDeciding.Freed.of(Money.ofEuros(661), Money.ofEuros(65), RULE);

        assertThat(freed.certainHours()).isEqualTo(10);
        assertThat(freed.expectedHours()).isZero();
    }

    @Test
    void a_deed_says_itself_which_step_it_is_and_on_which_plan() {
        assertThat(of("decision.propose", "decision", "3", "initiative=12 total=5"))
                .contains(new Touch(1, Role.TEAM_WORKER, NINE, 12L, WorkStep.DECIDING));
        assertThat(of("initiative.return", "initiative", "12", ""))
                .contains(new Touch(1, Role.TEAM_WORKER, NINE, 12L, WorkStep.ASSESSING));
        assertThat(of("spending.approve", "expense", "9", "initiative:12 amount=5"))
                .contains(new Touch(1, Role.TEAM_WORKER, NINE, 12L, WorkStep.CHECKING));
        assertThat(of("decision.agree-mini-budget", "mini-budget", "9", ""))
                .contains(new Touch(1, Role.TEAM_WORKER, NINE, null, WorkStep.DECIDING));
        assertThat(of("release.way-back-step", "way-back", "9", "step=BACK"))
                .contains(new Touch(1, Role.TEAM_WORKER, NINE, null, WorkStep.OTHER));
    }

    @Test
    void what_residents_do_and_what_follows_by_itself_is_no_work_of_staff() {
        assertThat(of("initiative.pledge", "initiative", "12", "")).isEmpty();
        assertThat(of("household.share", "file-share", "12", "")).isEmpty();
        assertThat(of("ledger.reserve", "reservation", "12", "")).isEmpty();
        assertThat(of("access.look", "persons", "1", "")).isEmpty();
    }

    @Test
    void a_step_by_itself_takes_no_longer_than_the_gap() {
        assertThatThrownBy(() -> new WorkRule(Duration.ofMinutes(2), Duration.ofMinutes(3), Map.of(), Money.ofEuros(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Optional<Touch> of(String action, String subjectType, String subject, String details) {
        return Touch.of(new StaffDeed(NINE, new UserId(1), Role.TEAM_WORKER, action, subjectType, subject, details));
    }

    private static WorkRule rule() {
        return new WorkSettings().workRule(15, 2, 70, 80, 95, 110, 66);
    }

    private static Touch touch(long hand, int minute, @Nullable Long plan) {
        return new Touch(hand, Role.TEAM_WORKER, NINE.plus(Duration.ofMinutes(minute)), plan, WorkStep.ASSESSING);
    }

    /** Four people, some plans, on one day; several touches of a moment among them. */
    private static List<Touch> touches(Random chance) {
        List<Touch> touches = new ArrayList<>();
        for (int i = chance.nextInt(30); i > 0; i--) {
            int hand = chance.nextInt(4);
            touches.add(new Touch(
                    hand,
                    OFFICES.get(hand),
                    NINE.plusSeconds(60L * chance.nextInt(8 * 60)),
                    chance.nextBoolean() ? Long.valueOf(chance.nextInt(3)) : null,
                    WorkStep.values()[chance.nextInt(WorkStep.values().length)]));
        }
        return touches;
    }

    private static List<Instant> ofHand(List<Touch> touches, long hand) {
        return touches.stream()
                .filter(touch -> touch.hand() == hand)
                .map(Touch::at)
                .sorted()
                .toList();
    }

    private static long seconds(List<Worked> worked) {
        return worked.stream().mapToLong(Worked::seconds).sum();
    }
}
