package nl.buurtbundel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.PledgeId;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.ProvisionId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReleaseRoadTest {
    private static final UserId WORKER = new UserId(7);
    private static final LocalDate STARTS = LocalDate.of(2026, 11, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate ALLOCATED = LocalDate.of(2027, 12, 31);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private final ReleaseRoad road = road();
    private final Facts facts = new Facts();

    @Test
    void a_yes_is_enough_where_no_data_is_used_for_another_law() {
        assertThat(standing(ReleaseStep.CONSENT)).isEqualTo(StepStanding.NOT_NEEDED);
        assertThat(standing(ReleaseStep.TRIAL)).isEqualTo(StepStanding.NOT_NEEDED);
        assertThat(standing(ReleaseStep.DECISION)).isEqualTo(StepStanding.CURRENT);
        assertThat(step(ReleaseStep.DECISION).dueOn()).isEqualTo(WorkingDays.after(STARTS, 10));
        assertThat(step(ReleaseStep.DECISION).late()).isTrue();
    }

    @Test
    void each_step_has_an_owner_and_a_day_after_the_one_before() {
        LocalDate before = STARTS;
        for (RoadStep one : road.steps(facts.read(), TODAY)) {
            if (one.standing() != StepStanding.NOT_NEEDED) {
                assertThat(one.step().owner()).isNotNull();
                assertThat(one.dueOn()).as(one.step().name()).isAfterOrEqualTo(before);
                before = one.dueOn();
            }
        }
    }

    @Test
    void data_of_one_law_needs_consent_for_another_from_the_register_or_by_hand() {
        facts.otherLaw = Law.WMO;
        refuses("release.error.road-consent", () -> revise());
        facts.consentInRegister = true;
        assertThat(standing(ReleaseStep.CONSENT)).isEqualTo(StepStanding.DONE);
        facts.consentInRegister = false;
        road.recordConsent(TODAY, facts.read(), TODAY, WORKER);
        revise();
        assertThat(standing(ReleaseStep.PROVIDER)).isEqualTo(StepStanding.CURRENT);
    }

    @Test
    void consent_that_is_not_needed_is_not_asked() {
        refuses("release.error.road-consent-not-needed", () -> road.recordConsent(TODAY, facts.read(), TODAY, WORKER));
    }

    @Test
    void in_a_trial_no_letter_goes_out_until_the_household_has_chosen() {
        facts.trialEndsOn = LocalDate.of(2027, 1, 31);
        facts.definite = false;
        assertThat(standing(ReleaseStep.TRIAL)).isEqualTo(StepStanding.CURRENT);
        refuses("release.error.road-trial", () -> revise());
        facts.definite = true;
        revise();
    }

    @Test
    void a_lump_sum_frees_nothing_until_the_contract_is_changed() {
        facts.lumpSum = true;
        assertThat(standing(ReleaseStep.CONTRACT)).isEqualTo(StepStanding.CURRENT);
        assertThat(step(ReleaseStep.CONTRACT).step().owner()).isEqualTo(StepOwner.BACK_OFFICE);
        refuses("release.error.road-contract", () -> revise());
        facts.lumpSum = false;
        assertThat(standing(ReleaseStep.CONTRACT)).isEqualTo(StepStanding.NOT_NEEDED);
        revise();
    }

    @Test
    void a_letter_is_sent_before_it_is_recorded_and_ends_the_help_earlier_than_the_allocation() {
        refuses(
                "release.error.road-in-future",
                () -> road.revise(TODAY.plusDays(1), LAST, facts.read(), TODAY, WORKER));
        refuses(
                "release.error.road-ends-before-letter",
                () -> road.revise(TODAY, TODAY.minusDays(1), facts.read(), TODAY, WORKER));
        refuses("release.error.road-ends-too-late", () -> road.revise(TODAY, ALLOCATED, facts.read(), TODAY, WORKER));
        revise();
        refuses("release.error.road-already", () -> revise());
    }

    @Test
    void no_order_before_the_letter_and_the_provider() {
        refuses("release.error.road-decision", () -> order());
        refuses("release.error.road-decision", () -> consult(ProviderOutcome.AGREES, null));
        revise();
        refuses("release.error.road-provider", () -> order());
        consult(ProviderOutcome.DISAGREES, null);
        refuses("release.error.road-provider-disagrees", () -> order());
        assertThat(standing(ReleaseStep.PROVIDER)).isEqualTo(StepStanding.CURRENT);
        consult(ProviderOutcome.AGREES, null);
        assertThat(order()).isEqualTo(LAST);
        refuses("release.error.road-already", () -> order());
    }

    @Test
    void the_provider_may_propose_a_later_day_but_not_an_earlier_one_than_the_letter_promises() {
        revise();
        refuses("release.error.road-other-date", () -> consult(ProviderOutcome.OTHER_DATE, null));
        refuses("release.error.road-earlier-than-letter", () -> consult(ProviderOutcome.OTHER_DATE, LAST));
        refuses("release.error.road-ends-too-late", () -> consult(ProviderOutcome.OTHER_DATE, ALLOCATED));
        consult(ProviderOutcome.OTHER_DATE, LAST.plusDays(31));
        assertThat(order()).isEqualTo(LAST.plusDays(31));
    }

    @Test
    void the_messages_take_the_last_steps_and_nobody_ticks_them() {
        ordered();
        assertThat(standing(ReleaseStep.ALLOCATION)).isEqualTo(StepStanding.CURRENT);
        facts.allocatedUntil = LAST.plusDays(1);
        assertThat(standing(ReleaseStep.ALLOCATION))
                .as("another day than was ordered")
                .isEqualTo(StepStanding.CURRENT);
        facts.allocatedUntil = LAST;
        assertThat(standing(ReleaseStep.STOP)).isEqualTo(StepStanding.CURRENT);
        assertThat(step(ReleaseStep.STOP).dueOn()).isEqualTo(WorkingDays.after(LAST, 5));
        facts.stoppedOn = LAST;
        assertThat(standing(ReleaseStep.SETTLEMENT)).isEqualTo(StepStanding.CURRENT);
        facts.postedOn = LAST.plusDays(2);
        assertThat(standing(ReleaseStep.REALISED)).isEqualTo(StepStanding.DONE);
        assertThat(standing(ReleaseStep.SETTLEMENT)).isEqualTo(StepStanding.CURRENT);
        facts.declaredUntil = LAST.minusMonths(1);
        assertThat(standing(ReleaseStep.SETTLEMENT)).isEqualTo(StepStanding.CURRENT);
        facts.declaredUntil = LAST;
        assertThat(standing(ReleaseStep.SETTLEMENT)).isEqualTo(StepStanding.DONE);
        assertThat(road.steps(facts.read(), TODAY)).noneMatch(one -> one.standing() == StepStanding.CURRENT);
    }

    @Test
    void messages_that_come_first_overtake_what_nobody_recorded() {
        facts.stoppedOn = LAST;
        assertThat(standing(ReleaseStep.DECISION)).isEqualTo(StepStanding.OVERTAKEN);
        assertThat(standing(ReleaseStep.STOP)).isEqualTo(StepStanding.DONE);
        refuses("release.error.road-stopped", () -> revise());
        facts.stoppedOn = null;
        assertThat(standing(ReleaseStep.DECISION)).as("the stop was taken back").isEqualTo(StepStanding.CURRENT);
    }

    @Test
    void a_step_goes_back_with_all_that_rests_on_it() {
        ordered();
        assertThat(road.listUndoneWith(ReleaseStep.DECISION))
                .containsExactly(ReleaseStep.DECISION, ReleaseStep.PROVIDER, ReleaseStep.ORDER);
        refuses("release.error.road-reason", () -> back(ReleaseStep.DECISION, "  "));
        back(ReleaseStep.DECISION, "Bezwaar gegrond");
        assertThat(standing(ReleaseStep.DECISION)).isEqualTo(StepStanding.CURRENT);
        assertThat(road.lastDay()).isNull();
        assertThat(road.deeds().stream()
                        .filter(deed -> deed.kind() == RoadDeedKind.TAKEN_BACK)
                        .map(RoadDeedView::reason))
                .containsExactly("Bezwaar gegrond", "Bezwaar gegrond", "Bezwaar gegrond");
        refuses("release.error.road-not-done", () -> back(ReleaseStep.PROVIDER, "Nog eens"));
        refuses("release.error.road-not-done", () -> back(ReleaseStep.STOP, "Een melding"));
    }

    @Test
    void what_the_messages_have_made_so_does_not_go_back_by_hand() {
        ordered();
        facts.allocatedUntil = LAST;
        refuses("release.error.road-changed", () -> back(ReleaseStep.ORDER, "Toch niet"));
        facts.stoppedOn = LAST;
        refuses("release.error.road-stopped", () -> back(ReleaseStep.ORDER, "Toch niet"));
    }

    @Test
    void who_leaves_ends_the_road_and_only_its_order_is_called_off() {
        ordered();
        facts.ended = true;
        assertThat(standing(ReleaseStep.STOP)).isEqualTo(StepStanding.ENDED);
        assertThat(road.mustCallOffOrder(facts.read())).isTrue();
        refuses("release.error.road-left", () -> back(ReleaseStep.DECISION, "Weg"));
        back(ReleaseStep.ORDER, "Het gezin stopte");
        assertThat(road.mustCallOffOrder(facts.read())).isFalse();
        refuses("release.error.road-left", () -> order());
    }

    @Test
    void who_comes_back_begins_anew() {
        ordered();
        road.beginAnew(new PledgeId(3), TODAY);
        assertThat(standing(ReleaseStep.DECISION)).isEqualTo(StepStanding.CURRENT);
        assertThat(road.orderedUntil()).as("the order of before stands no more").isNull();
        assertThat(road.deeds().get(road.deeds().size() - 1).kind()).isEqualTo(RoadDeedKind.BEGAN_ANEW);
        refuses("release.error.road-decision", () -> order());
    }

    @Test
    void the_team_has_to_do_its_own_step_on_the_day_that_the_road_shows() {
        facts.otherLaw = Law.WMO;
        assertThat(turn()).isEqualTo(new TeamTurn(step(ReleaseStep.CONSENT).dueOn(), false));
        facts.otherLaw = null;
        facts.lumpSum = true;
        assertThat(turn()).as("the contract is the back office’s").isNull();
        facts.lumpSum = false;
        facts.trialEndsOn = LocalDate.of(2026, 12, 1);
        assertThat(turn()).isEqualTo(new TeamTurn(step(ReleaseStep.DECISION).dueOn(), false));
        assertThat(turn().dueOn()).isEqualTo(WorkingDays.after(LocalDate.of(2026, 12, 1), 10));
        facts.trialEndsOn = null;
        revise();
        assertThat(turn()).isEqualTo(new TeamTurn(WorkingDays.after(TODAY, 10), false));
        consult(ProviderOutcome.AGREES, null);
        assertThat(turn()).isEqualTo(new TeamTurn(WorkingDays.after(TODAY, 5), false));
        order();
        assertThat(turn()).as("the back office makes the message").isNull();
    }

    @Test
    void an_order_of_help_that_goes_on_is_called_off_at_once_and_before_all_else() {
        ordered();
        facts.ended = true;
        assertThat(turn()).isEqualTo(new TeamTurn(TODAY, true));
        assertThat(turn()).isLessThan(new TeamTurn(TODAY.minusDays(30), false));
        back(ReleaseStep.ORDER, "Het gezin stopte");
        assertThat(turn()).isNull();
    }

    private @Nullable TeamTurn turn() {
        return road.findTeamTurn(facts.read(), TODAY).orElse(null);
    }

    @Test
    void the_further_the_road_the_surer_the_money() {
        ReleaseLikelihood before = ReleaseLikelihood.GRANTED;
        for (ReleaseLikelihood next : ReleaseLikelihood.values()) {
            assertThat(next.lowPercent()).isBetween(before.lowPercent(), next.likelyPercent());
            assertThat(next.likelyPercent()).isBetween(before.likelyPercent(), next.highPercent());
            before = next;
        }
        assertThat(before).isEqualTo(ReleaseLikelihood.STOPPED);
        assertThat(before.lowPercent()).isEqualTo(100);
        revise();
        assertThat(road.likelihood(facts.read(), Stage.RUNNING)).isEqualTo(ReleaseLikelihood.DECIDED);
        facts.stoppedOn = LAST;
        assertThat(road.likelihood(facts.read(), Stage.RUNNING)).isEqualTo(ReleaseLikelihood.STOPPED);
    }

    /** Steps, steps back, messages, leaving and coming back, in any order. */
    @Test
    void whatever_happens_nothing_is_realised_without_a_stop_or_ordered_without_a_letter() {
        int ordered = 0;
        int refused = 0;
        int realised = 0;
        for (long seed = 1; seed <= 1_000; seed++) {
            Random random = new Random(seed);
            ReleaseRoad road = road();
            Facts facts = new Facts();
            facts.otherLaw = random.nextBoolean() ? Law.WMO : null;
            facts.trialEndsOn = random.nextInt(3) == 0 ? STARTS.plusMonths(1) : null;
            facts.definite = facts.trialEndsOn == null;
            long yes = 1;
            for (int i = 0; i < 60; i++) {
                RoadFacts known = facts.read();
                List<RoadStep> before = road.steps(known, TODAY);
                int deeds = road.deeds().size();
                try {
                    switch (random.nextInt(16)) {
                        case 0 -> road.recordConsent(TODAY, known, TODAY, WORKER);
                        case 1, 2 -> road.revise(TODAY, LAST.plusDays(random.nextInt(3)), known, TODAY, WORKER);
                        case 3, 4 ->
                            road.consult(
                                    TODAY,
                                    ProviderOutcome.values()[random.nextInt(3)],
                                    random.nextBoolean() ? null : LAST.plusDays(random.nextInt(9)),
                                    known,
                                    TODAY,
                                    WORKER);
                        case 5, 6, 7 -> {
                            road.order(known, TODAY, WORKER);
                            ordered++;
                            assertThat(known.ended() || known.hasStopped() || known.isOnTrial())
                                    .as("seed " + seed)
                                    .isFalse();
                        }
                        case 8 ->
                            road.takeBack(
                                    ReleaseStep.values()[random.nextInt(ReleaseStep.values().length)],
                                    random.nextInt(4) == 0 ? "" : "Toch anders",
                                    known,
                                    TODAY,
                                    WORKER);
                        case 9 -> facts.allocatedUntil = random.nextBoolean() ? road.orderedUntil() : ALLOCATED;
                        case 10 -> facts.stoppedOn = random.nextBoolean() ? LAST : null;
                        case 11 -> facts.postedOn = random.nextBoolean() ? TODAY : null;
                        case 12 -> facts.ended = random.nextInt(3) == 0;
                        case 13 -> facts.definite = facts.trialEndsOn == null || random.nextBoolean();
                        case 14 -> {
                            if (random.nextInt(3) == 0) {
                                yes++;
                                road.beginAnew(new PledgeId(yes), TODAY);
                            }
                        }
                        default -> facts.consentInRegister = random.nextBoolean();
                    }
                } catch (Refusal refusal) {
                    refused++;
                    assertThat(road.steps(known, TODAY)).as("seed " + seed).isEqualTo(before);
                    assertThat(road.deeds()).hasSize(deeds);
                }
                realised += holds(road, facts.read(), "seed " + seed + " after " + i) ? 1 : 0;
            }
        }
        assertThat(ordered).isGreaterThan(100);
        assertThat(refused).isGreaterThan(1_000);
        assertThat(realised).isGreaterThan(100);
    }

    private static boolean holds(ReleaseRoad road, RoadFacts facts, String when) {
        List<RoadStep> steps = road.steps(facts, TODAY);
        Map<ReleaseStep, StepStanding> standing =
                steps.stream().collect(Collectors.toMap(RoadStep::step, RoadStep::standing));
        boolean realised = standing.get(ReleaseStep.REALISED) == StepStanding.DONE;
        if (realised) {
            assertThat(standing.get(ReleaseStep.STOP)).as(when).isEqualTo(StepStanding.DONE);
        }
        if (standing.get(ReleaseStep.ORDER) == StepStanding.DONE) {
            assertThat(standing.get(ReleaseStep.DECISION)).as(when).isEqualTo(StepStanding.DONE);
            assertThat(standing.get(ReleaseStep.PROVIDER)).as(when).isEqualTo(StepStanding.DONE);
        }
        assertThat(steps.stream()
                        .filter(one -> one.standing() == StepStanding.CURRENT)
                        .count())
                .as(when)
                .isLessThanOrEqualTo(1);
        if (facts.ended()) {
            assertThat(standing.values()).as(when).doesNotContain(StepStanding.CURRENT, StepStanding.LATER);
        }
        return realised;
    }

    private static ReleaseRoad road() {
        return new ReleaseRoad(1, new InitiativeId(1), new ProvisionId(1), new PledgeId(1));
    }

    private void revise() {
        road.revise(TODAY, LAST, facts.read(), TODAY, WORKER);
    }

    private void consult(ProviderOutcome outcome, @Nullable LocalDate otherDate) {
        road.consult(TODAY, outcome, otherDate, facts.read(), TODAY, WORKER);
    }

    private LocalDate order() {
        return road.order(facts.read(), TODAY, WORKER);
    }

    private void ordered() {
        revise();
        consult(ProviderOutcome.AGREES, null);
        order();
    }

    private void back(ReleaseStep step, String reason) {
        road.takeBack(step, reason, facts.read(), TODAY, WORKER);
    }

    private StepStanding standing(ReleaseStep step) {
        return step(step).standing();
    }

    private RoadStep step(ReleaseStep step) {
        return road.steps(facts.read(), TODAY).stream()
                .collect(Collectors.toMap(RoadStep::step, Function.identity()))
                .get(step);
    }

    private static void refuses(String code, ThrowingCallable verb) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** What is known from elsewhere, and changes. */
    private static final class Facts {
        private @Nullable LocalDate trialEndsOn;
        private boolean definite = true;
        private @Nullable Law otherLaw;
        private boolean consentInRegister;
        private boolean lumpSum;
        private @Nullable LocalDate allocatedUntil = ALLOCATED;
        private @Nullable LocalDate stoppedOn;
        private @Nullable LocalDate declaredUntil;
        private @Nullable LocalDate postedOn;
        private boolean ended;

        RoadFacts read() {
            return new RoadFacts(
                    STARTS,
                    trialEndsOn,
                    definite,
                    otherLaw,
                    consentInRegister,
                    lumpSum,
                    allocatedUntil,
                    stoppedOn,
                    declaredUntil,
                    false,
                    postedOn,
                    ended);
        }
    }
}
