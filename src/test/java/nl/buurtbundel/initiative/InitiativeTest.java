package nl.buurtbundel.initiative;

import static nl.buurtbundel.initiative.Plans.MONDAY;
import static nl.buurtbundel.initiative.Plans.on;
import static nl.buurtbundel.initiative.Stage.ACCOUNTED_FOR;
import static nl.buurtbundel.initiative.Stage.ADVISED;
import static nl.buurtbundel.initiative.Stage.GRANTED;
import static nl.buurtbundel.initiative.Stage.IDEA;
import static nl.buurtbundel.initiative.Stage.IN_ASSESSMENT;
import static nl.buurtbundel.initiative.Stage.OPEN;
import static nl.buurtbundel.initiative.Stage.PARTLY_GRANTED;
import static nl.buurtbundel.initiative.Stage.REFUSED;
import static nl.buurtbundel.initiative.Stage.RETURNED;
import static nl.buurtbundel.initiative.Stage.RUNNING;
import static nl.buurtbundel.initiative.Stage.SOLVED_WITHOUT_US;
import static nl.buurtbundel.initiative.Stage.STOPPED;
import static nl.buurtbundel.initiative.Stage.SUBMITTED;
import static nl.buurtbundel.initiative.Stage.TRIAL;
import static nl.buurtbundel.initiative.Stage.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.opportunity.SuppressionRule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class InitiativeTest {
    private static final LocalDate LATER = MONDAY.plusDays(1);

    private record Verb(String name, Set<Stage> from, Stage to, Consumer<Initiative> deed) {}

    private static final Set<Stage> BEFORE_THE_GRANT = Set.of(IDEA, OPEN, SUBMITTED, IN_ASSESSMENT, RETURNED, ADVISED);
    private static final Set<Stage> DECIDABLE = Set.of(ADVISED, GRANTED, PARTLY_GRANTED);

    private static final List<Verb> VERBS = List.of(
            new Verb("open", Set.of(IDEA), OPEN, i -> i.open(LATER.plusDays(20), on(LATER))),
            new Verb("submit", Set.of(OPEN), SUBMITTED, i -> i.submit(true, on(LATER))),
            new Verb(
                    "take into assessment",
                    Set.of(SUBMITTED),
                    IN_ASSESSMENT,
                    i -> i.takeIntoAssessment(Plans.WORKER, on(LATER))),
            new Verb("answer", Set.of(RETURNED), IN_ASSESSMENT, i -> i.answer(true, "Omdat het helpt", on(LATER))),
            new Verb("return", Set.of(IN_ASSESSMENT), RETURNED, i -> i.returnWithQuestions("Waarom?", on(LATER))),
            new Verb("advise", Set.of(IN_ASSESSMENT), ADVISED, i -> i.advise(on(LATER))),
            new Verb(
                    "grant",
                    Set.of(ADVISED, PARTLY_GRANTED, GRANTED),
                    GRANTED,
                    i -> i.grant(2, Money.ofEuros(10), 12, on(LATER))),
            new Verb(
                    "grant partly",
                    Set.of(ADVISED, GRANTED, PARTLY_GRANTED),
                    PARTLY_GRANTED,
                    i -> i.grantPartly(2, Money.ofEuros(5), 12, on(LATER))),
            new Verb("refuse", DECIDABLE, REFUSED, i -> i.refuse(2, "not-enough-effect", on(LATER))),
            new Verb("start", Set.of(GRANTED, PARTLY_GRANTED), TRIAL, i -> i.start(on(LATER))),
            new Verb("end the trial", Set.of(TRIAL), RUNNING, i -> i.endTrial(on(LATER))),
            new Verb("account for", Set.of(RUNNING), ACCOUNTED_FOR, i -> i.accountFor(Office.BUDGET_HOLDER, on(LATER))),
            new Verb("withdraw", BEFORE_THE_GRANT, WITHDRAWN, i -> i.withdraw(on(LATER))),
            new Verb(
                    "stop",
                    Set.of(GRANTED, PARTLY_GRANTED, TRIAL, RUNNING),
                    STOPPED,
                    i -> i.stop(StopReason.TOO_FEW_HOUSEHOLDS, on(LATER))),
            new Verb(
                    "solve without us",
                    Set.of(
                            IDEA,
                            OPEN,
                            SUBMITTED,
                            IN_ASSESSMENT,
                            RETURNED,
                            ADVISED,
                            GRANTED,
                            PARTLY_GRANTED,
                            TRIAL,
                            RUNNING),
                    SOLVED_WITHOUT_US,
                    i -> i.solveWithoutUs(Office.NEIGHBOURHOOD_TEAM, on(LATER))));

    @TestFactory
    Stream<DynamicTest> every_verb_works_from_its_own_stages_and_from_no_other() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Verb verb : VERBS) {
            for (Stage stage : Stage.values()) {
                tests.add(DynamicTest.dynamicTest(verb.name + " from " + stage, () -> {
                    Initiative initiative = Plans.at(stage);
                    int steps = initiative.timeline().size();
                    if (verb.from.contains(stage)) {
                        verb.deed.accept(initiative);
                        assertThat(initiative.stage()).isEqualTo(verb.to);
                        assertThat(initiative.timeline()).hasSize(steps + 1);
                    } else {
                        assertThatThrownBy(() -> verb.deed.accept(initiative)).isInstanceOf(Refusal.class);
                        assertThat(initiative.stage()).isEqualTo(stage);
                        assertThat(initiative.timeline()).hasSize(steps);
                    }
                    assertThat(initiative.recomputed()).isEqualTo(initiative.state());
                }));
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> every_living_stage_has_an_owner_and_a_due_date_that_is_no_weekend_day() {
        return Stream.of(Stage.values())
                .map(stage -> DynamicTest.dynamicTest(stage.name(), () -> {
                    InitiativeState state = Plans.at(stage).state();
                    if (stage.isEnded()) {
                        assertThat(state.dueOn()).isNull();
                        assertThat(stage.owner()).isNull();
                    } else {
                        assertThat(state.dueOn()).isAfter(MONDAY);
                        assertThat(state.dueOn().getDayOfWeek().getValue()).isLessThan(6);
                        assertThat(stage.owner()).isNotNull();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> the_days_of_a_pause_do_not_count_and_the_history_says_the_same() {
        return Stream.of(Stage.values())
                .map(stage -> DynamicTest.dynamicTest(stage.name(), () -> {
                    Initiative initiative = Plans.at(stage);
                    LocalDate due = initiative.dueOn();
                    LocalDate until = LATER.plusDays(10);
                    if (stage.isEnded()) {
                        assertThatThrownBy(() -> initiative.pause(until, on(LATER)))
                                .isInstanceOf(Refusal.class);
                        return;
                    }
                    assertThatThrownBy(() -> initiative.pause(LATER, on(LATER))).isInstanceOf(Refusal.class);
                    initiative.pause(until, on(LATER));
                    assertThat(initiative.dueOn())
                            .isAfterOrEqualTo(due.plusDays(10))
                            .isAfterOrEqualTo(until);
                    assertThat(initiative.stage()).isEqualTo(stage);
                    assertThat(initiative.recomputed()).isEqualTo(initiative.state());
                    assertThat(Deadlines.escalatedTo(stage.owner(), initiative.dueOn(), until))
                            .isEmpty();
                }));
    }

    @Test
    void a_plan_cannot_be_made_for_a_day_that_is_over() {
        Plan plan = Plans.creche();
        Moment tooLate = Plans.on(plan.intendedStart().plusDays(1));
        assertThatThrownBy(() -> new Initiative(Plans.NEIGHBOURHOOD, Plans.INITIATOR, plan, null, tooLate))
                .hasMessage("initiative.error.start-in-past");
    }

    @Test
    void a_plan_cannot_ask_for_months_that_are_over() {
        Initiative idea = Plans.idea(Plans.creche());
        LocalDate start = idea.plan().intendedStart();
        assertThatThrownBy(() -> idea.open(start.plusDays(15), Plans.on(start.plusDays(1))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("initiative.error.start-in-past"));
        idea.open(start.plusDays(14), Plans.on(start));
        assertThat(idea.stage()).isEqualTo(OPEN);
    }

    @Test
    void a_late_step_goes_up_one_level_at_once_and_one_more_each_fortnight() {
        LocalDate due = LocalDate.of(2026, 3, 9);
        assertThat(Deadlines.escalatedTo(SUBMITTED.owner(), due, due)).isEmpty();
        assertThat(Deadlines.escalatedTo(SUBMITTED.owner(), due, due.plusDays(1)))
                .contains(Office.MANAGER);
        assertThat(Deadlines.escalatedTo(SUBMITTED.owner(), due, due.plusDays(13)))
                .contains(Office.MANAGER);
        assertThat(Deadlines.escalatedTo(SUBMITTED.owner(), due, due.plusDays(14)))
                .contains(Office.ALDERMAN);
        assertThat(Deadlines.escalatedTo(OPEN.owner(), due, due.plusDays(1))).contains(Office.NEIGHBOURHOOD_TEAM);
        assertThat(Deadlines.escalatedTo(OPEN.owner(), due, due.plusYears(9))).contains(Office.ALDERMAN);
        assertThat(Deadlines.escalatedTo(REFUSED.owner(), null, due)).isEmpty();
    }

    @Test
    void an_advised_plan_is_with_the_team_as_long_as_nothing_waits_to_be_decided_on() {
        Initiative advised = Plans.at(ADVISED);
        LocalDate late = LocalDate.of(2030, 1, 7);
        InitiativeSummary waits = advised.summary(true, ProposalStanding.WAITS, late);
        assertThat(waits.owner()).isEqualTo(Office.DECIDER);
        assertThat(waits.escalatedTo()).isEqualTo(Office.ALDERMAN);
        LocalDate dayAfter = waits.dueOn().plusDays(1);
        for (ProposalStanding nothingWaits : List.of(ProposalStanding.NONE, ProposalStanding.CAME_BACK)) {
            InitiativeSummary back = advised.summary(true, nothingWaits, dayAfter);
            assertThat(back.owner()).isEqualTo(Office.NEIGHBOURHOOD_TEAM);
            assertThat(back.escalatedTo()).isEqualTo(Office.MANAGER);
        }
        assertThat(Plans.at(SUBMITTED)
                        .summary(true, ProposalStanding.NONE, late)
                        .owner())
                .isEqualTo(Office.NEIGHBOURHOOD_TEAM);
        assertThat(Plans.at(RETURNED).summary(true, ProposalStanding.NONE, late).owner())
                .isEqualTo(Office.INITIATOR);
    }

    @Test
    void a_term_that_ends_in_a_weekend_runs_until_monday() {
        assertThat(Deadlines.workday(LocalDate.of(2026, 3, 7))).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(Deadlines.workday(LocalDate.of(2026, 3, 8))).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(Deadlines.workday(LocalDate.of(2026, 3, 9))).isEqualTo(LocalDate.of(2026, 3, 9));
    }

    @Test
    void a_trial_ends_after_its_months_or_when_it_is_ended() {
        Initiative initiative = Plans.at(TRIAL);
        assertThat(initiative.state().trialEndsOn()).isEqualTo(MONDAY.plusMonths(1));
        initiative.endTrial(on(MONDAY.plusDays(10)));
        assertThat(initiative.state().trialEndsOn()).isEqualTo(MONDAY.plusDays(10));
        assertThat(initiative.state().startedOn()).isEqualTo(MONDAY);
    }

    @Test
    void a_plan_is_early_until_the_day_on_which_it_means_to_begin() {
        Plan plan = Plans.creche();

        assertThat(plan.beginsAfter(plan.intendedStart().minusDays(1))).isTrue();
        assertThat(plan.beginsAfter(plan.intendedStart())).isFalse();
    }

    @TestFactory
    Stream<DynamicTest> who_began_a_granted_plan_asks_the_team_to_end_it_and_cannot_do_it_alone() {
        return Stream.of(GRANTED, PARTLY_GRANTED, TRIAL, RUNNING)
                .map(stage -> DynamicTest.dynamicTest(stage.name(), () -> {
                    Initiative initiative = Plans.at(stage);
                    assertThatThrownBy(() -> initiative.solveWithoutUs(Office.INITIATOR, on(LATER)))
                            .hasMessage("initiative.error.ask-team-to-end");
                    assertThatThrownBy(() -> initiative.withdraw(on(LATER))).isInstanceOf(Refusal.class);
                    initiative.askToEnd(on(LATER));
                    assertThat(initiative.stage()).isEqualTo(stage);
                    assertThat(initiative.endAskedOn()).isEqualTo(LATER);
                    assertThat(initiative.recomputed()).isEqualTo(initiative.state());
                    assertThatThrownBy(() -> initiative.askToEnd(on(LATER))).isInstanceOf(Refusal.class);
                    initiative.solveWithoutUs(Office.NEIGHBOURHOOD_TEAM, on(LATER));
                }));
    }

    @Test
    void who_began_a_plan_that_is_not_granted_ends_it_without_asking() {
        assertThatThrownBy(() -> Plans.at(OPEN).askToEnd(on(LATER))).isInstanceOf(Refusal.class);
        Initiative advised = Plans.at(ADVISED);
        advised.solveWithoutUs(Office.INITIATOR, on(LATER));
        assertThat(advised.stage()).isEqualTo(SOLVED_WITHOUT_US);
    }

    @Test
    void who_began_a_plan_accounts_for_it_when_its_year_is_over_and_who_pays_at_any_time() {
        Initiative initiative = Plans.at(RUNNING);
        LocalDate due = initiative.dueOn();
        assertThatThrownBy(() -> initiative.accountFor(Office.INITIATOR, on(due.minusDays(1))))
                .hasMessage("initiative.error.ask-team-to-end");
        initiative.accountFor(Office.INITIATOR, on(due));
        assertThat(initiative.stage()).isEqualTo(ACCOUNTED_FOR);
        Initiative early = Plans.at(RUNNING);
        early.accountFor(Office.BUDGET_HOLDER, on(LATER));
        assertThat(early.stage()).isEqualTo(ACCOUNTED_FOR);
    }

    @Test
    void an_answer_is_in_words_unless_the_changed_plan_is_the_answer() {
        Initiative unchanged = Plans.at(RETURNED);
        assertThatThrownBy(() -> unchanged.answer(true, " ", on(LATER))).hasMessage("initiative.error.answer-missing");
        assertThat(unchanged.stage()).isEqualTo(RETURNED);
        unchanged.answer(true, "Wij hebben een gediplomeerde leider", on(LATER));
        assertThat(unchanged.questions()).hasSize(1).first().satisfies(question -> {
            assertThat(question.waits()).isFalse();
            assertThat(question.answeredOn()).isEqualTo(LATER);
            assertThat(question.answer()).isEqualTo("Wij hebben een gediplomeerde leider");
        });

        Initiative changed = Plans.at(RETURNED);
        assertThat(changed.questions().get(0).waits()).isTrue();
        changed.changePlan(Plans.withPrice(changed.plan(), 12), on(LATER));
        changed.answer(true, "", on(LATER));
        assertThat(changed.questions().get(0).answer()).isNull();
        changed.returnWithQuestions("En nu?", on(LATER));
        assertThatThrownBy(() -> changed.answer(true, "", on(LATER))).isInstanceOf(Refusal.class);
        assertThat(changed.questions())
                .extracting(TeamQuestion::question)
                .last()
                .isEqualTo("En nu?");
    }

    @Test
    void no_question_and_no_answer_stands_on_the_public_timeline() {
        Initiative initiative = Plans.at(RETURNED);
        initiative.answer(true, "Voor mevrouw De Vries", on(LATER));
        assertThat(initiative.timeline().toString()).doesNotContain("Vries", "Waarom");
    }

    @Test
    void a_plan_without_a_trial_starts_at_once() {
        Initiative initiative = Plans.open(Plans.creche(0));
        initiative.submit(true, on(MONDAY));
        initiative.takeIntoAssessment(Plans.WORKER, on(MONDAY));
        initiative.advise(on(MONDAY));
        initiative.grant(1, Money.ofEuros(1), 12, on(MONDAY));
        initiative.start(on(MONDAY));
        assertThat(initiative.stage()).isEqualTo(RUNNING);
    }

    @Test
    void too_few_households_stop_a_plan_without_a_number_in_the_answer() {
        Initiative initiative = Plans.open(Plans.creche());
        assertThatThrownBy(() -> initiative.submit(false, on(MONDAY)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.parameters()).isEmpty();
                    Messages.LOCALES.forEach(
                            locale -> assertThat(refusal.text(locale)).doesNotContainPattern("[0-9]"));
                });
        assertThat(initiative.stage()).isEqualTo(OPEN);
    }

    @Test
    void the_same_decision_is_not_written_twice() {
        Initiative initiative = Plans.at(GRANTED);
        assertThatThrownBy(() -> initiative.grant(1, Money.ofEuros(100), 12, on(LATER)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void how_many_took_part_stands_still_from_the_first_grant_until_a_refusal() {
        Initiative initiative = Plans.at(ADVISED);
        assertThat(initiative.householdsWhenGranted()).isEmpty();
        initiative.grantPartly(1, Money.ofEuros(50), 12, on(MONDAY));
        initiative.grant(2, Money.ofEuros(100), 13, on(LATER));
        assertThat(initiative.householdsWhenGranted()).contains(12);
        assertThat(initiative.recomputed()).isEqualTo(initiative.state());

        initiative.refuse(3, "not-enough-effect", on(LATER));
        assertThat(initiative.householdsWhenGranted()).isEmpty();
        assertThat(initiative.recomputed()).isEqualTo(initiative.state());
    }

    @Test
    void the_timeline_names_offices_and_no_person() {
        Initiative initiative = Plans.at(RUNNING);
        assertThat(initiative.timeline()).hasSize(8).allSatisfy(entry -> {
            assertThat(Messages.has(Messages.DUTCH, entry.messageKey())).isTrue();
            assertThat(entry.office()).isNotNull();
        });
        for (Deed deed : Deed.values()) {
            assertThat(Messages.has(Messages.DUTCH, deed.messageKey()))
                    .as(deed.name())
                    .isTrue();
        }
    }

    @Test
    void only_other_promises_ask_again() {
        Plan plan = Plans.creche();
        assertThat(plan.promisesTheSameAs(Plans.withTitle(plan, "Crèche aan het plein")))
                .isTrue();
        assertThat(plan.promisesTheSameAs(Plans.withWhatYouGet(plan, "Twee dagdelen, per week een plek.")))
                .isTrue();
        assertThat(plan.promisesTheSameAs(Plans.withPrice(plan, 12))).isFalse();
        assertThat(plan.promisesTheSameAs(Plans.withWhatYouGet(plan, "Een dagdeel per week een plek")))
                .isFalse();
        assertThat(plan.promisesTheSameAs(Plans.withRunBy(plan, "Stichting De Brug")))
                .isFalse();
        assertThat(plan.promisesTheSameAs(Plans.withWayBack(plan, new WayBack(6, "Het wijkteam", true))))
                .isFalse();
        assertThat(plan.promisesTheSameAs(Plans.withWayBack(plan, new WayBack(5, "Het wijkteam", false))))
                .isFalse();
        assertThat(plan.promisesTheSameAs(Plans.creche(1))).isFalse();
        assertThat(plan.promisesTheSameAs(Plans.withHouseholdsNeeded(plan, plan.householdsNeeded() + 1)))
                .isFalse();
    }

    @Test
    void a_typo_is_a_revision_and_a_price_a_version() {
        Initiative initiative = Plans.open(Plans.creche());
        assertThat(initiative.changePlan(Plans.withTitle(Plans.creche(), "Crèche"), on(LATER)))
                .isFalse();
        assertThat(initiative.planVersion()).isEqualTo(1);
        assertThat(initiative.plan().title()).isEqualTo("Crèche");
        assertThat(initiative.changePlan(Plans.withPrice(initiative.plan(), 12), on(LATER)))
                .isTrue();
        assertThat(initiative.planVersion()).isEqualTo(2);
        assertThat(initiative.recomputed()).isEqualTo(initiative.state());
    }

    @Test
    void households_get_a_fortnight_to_look_at_a_changed_plan() {
        Initiative initiative = Plans.open(Plans.creche());
        LocalDate cutOff = MONDAY.plusDays(30);
        initiative.changePlan(Plans.withPrice(initiative.plan(), 12), on(MONDAY.plusDays(2)));
        assertThat(initiative.cutOff()).isEqualTo(cutOff);
        initiative.changePlan(Plans.withPrice(initiative.plan(), 13), on(MONDAY.plusDays(28)));
        assertThat(initiative.cutOff()).isEqualTo(MONDAY.plusDays(42));
    }

    @Test
    void a_plan_that_is_being_assessed_stands_still() {
        Initiative initiative = Plans.at(IN_ASSESSMENT);
        assertThatThrownBy(() -> initiative.changePlan(Plans.withPrice(initiative.plan(), 99), on(LATER)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void the_public_timeline_says_why_a_plan_stopped_and_which_office_stopped_it() {
        Initiative byTeam = Plans.at(RUNNING);
        byTeam.stop(StopReason.NO_PLACE, on(LATER));
        Initiative byNeighbour = Plans.at(ADVISED);
        byNeighbour.solveWithoutUs(Office.INITIATOR, on(LATER));
        TimelineEntry stopped = byTeam.timeline().get(byTeam.timeline().size() - 1);
        assertThat(stopped.reasonKey()).isEqualTo("initiative.stop-reason.no-place");
        assertThat(stopped.office()).isEqualTo(Office.NEIGHBOURHOOD_TEAM);
        TimelineEntry solved = byNeighbour.timeline().get(byNeighbour.timeline().size() - 1);
        assertThat(solved.reasonKey()).isNull();
        assertThat(solved.office()).isEqualTo(Office.INITIATOR);
        assertThat(byTeam.isPublic()).isTrue();
        assertThat(Plans.at(IN_ASSESSMENT).isPublic()).isFalse();
    }

    @Test
    void the_dossier_says_enough_or_not_and_never_how_many() {
        for (var component : InitiativeDossier.class.getRecordComponents()) {
            assertThat(component.getName()).doesNotContainIgnoringCase("count");
        }
        SuppressionRule rule = new SuppressionRule(10, 5);
        assertThat(rule.published(9)).isNull();
        assertThat(rule.published(10)).isEqualTo(10);
        assertThat(rule.published(12)).isEqualTo(10);
        assertThat(rule.published(13)).isEqualTo(15);
    }

    @Test
    void a_plan_that_promises_nothing_sensible_cannot_be_made() {
        Plan plan = Plans.creche();
        assertThatThrownBy(() -> Plans.withTitle(plan, " ")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Plans.withTitle(plan, "a\u0000b")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Plans.withPrice(plan, -1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Plans.creche(4)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Plans.withHouseholdsNeeded(plan, 0)).hasMessage("initiative.error.households-needed");
        assertThatThrownBy(() -> new WayBack(0, "Het wijkteam", true)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new PlanLine("Zaal", Money.ofEuros(-1))).isInstanceOf(Refusal.class);
    }
}
