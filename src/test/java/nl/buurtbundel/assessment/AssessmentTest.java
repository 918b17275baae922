package nl.buurtbundel.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.junit.jupiter.api.Test;

class AssessmentTest {
    private static final GateCheck MET = GateCheck.met("GGD", "Rapport 2026-114");
    private static final LocalDate TODAY = LocalDate.of(2026, Month.MARCH, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final UserId WORKER = new UserId(7);
    private static final UserId COLLEAGUE = new UserId(8);
    private static final UserId INITIATOR = new UserId(20);

    @Test
    void nobody_assesses_their_own_plan() {
        assertThatThrownBy(() -> assessment(INITIATOR)).hasMessage("assessment.error.own-plan");
    }

    @Test
    void no_advice_before_the_test_has_been_walked() {
        Assessment assessment = assessment(WORKER);
        assertThatThrownBy(() -> advise(assessment, Advice.positive("Goed plan")))
                .hasMessage("assessment.error.test-unfinished");
        assertThatThrownBy(() -> advise(assessment, Advice.negative(RefusalGround.NO_LEGAL_GROUND, "Mag niet")))
                .hasMessage("assessment.error.test-unfinished");
    }

    @Test
    void a_blocking_objection_stops_advice_in_favour_and_an_overdue_one_does_not() {
        Assessment assessment = walked();
        Objection objection = ObjectionTest.objection(null);
        assertThatThrownBy(() -> assessment.advise(Advice.positive("Goed"), List.of(objection), WORKER, TODAY, NOW))
                .hasMessage("assessment.error.objection-blocks");
        LocalDate later = TODAY.plusDays(Objection.DAYS_TO_ANSWER + 1);
        assertThatCode(() -> assessment.advise(Advice.positive("Goed"), List.of(objection), WORKER, later, NOW))
                .doesNotThrowAnyException();
        assertThat(assessment.state()).isEqualTo(AssessmentState.ADVISED);
    }

    @Test
    void conditions_mend_a_weak_return_and_never_a_plan_against_the_purpose_of_the_law() {
        Assessment weak = walked(Question.CONSEQUENCES);
        assertThatThrownBy(() -> advise(weak, Advice.positive("Goed")))
                .hasMessage("assessment.error.triangle-does-not-hold");
        advise(weak, Advice.withConditions("Na een half jaar opnieuw rekenen"));
        Assessment against = walked(Question.VALUES);
        assertThatThrownBy(() -> advise(against, Advice.withConditions("Toch")))
                .hasMessage("assessment.error.not-legitimate");
    }

    @Test
    void a_negative_advice_has_a_ground_and_reasons_and_stands_after_a_no_of_the_law() {
        assertThatThrownBy(() -> Advice.negative(RefusalGround.NOT_SAFE, ""))
                .hasMessage("assessment.error.reasoning-missing");
        Assessment assessment = walked(Question.LEGAL_GROUND);
        assertThatThrownBy(() -> advise(assessment, Advice.withConditions("Toch")))
                .hasMessage("assessment.error.test-unfinished");
        advise(assessment, Advice.negative(RefusalGround.NO_LEGAL_GROUND, "Geen artikel draagt dit"));
        assertThat(assessment.advice().orElseThrow().findGround()).contains(RefusalGround.NO_LEGAL_GROUND);
    }

    @Test
    void after_advice_the_test_is_closed_and_gates_are_not() {
        Assessment assessment = walked();
        advise(assessment, Advice.positive("Goed"));
        assertThatThrownBy(() -> assessment.answer(ReverseTestTest.yes(Question.EFFECT), WORKER, NOW))
                .hasMessage("assessment.error.not-open");
        assessment.checkGate(0, MET, COLLEAGUE, TODAY, NOW);
        assertThat(assessment.gates()).noneMatch(Gate::isOpen);
    }

    @Test
    void a_gate_that_is_met_says_who_checked_it_on_what_and_when() {
        Assessment assessment = walked();
        assessment.checkGate(0, MET, WORKER, TODAY, NOW);
        assertThat(assessment.gates().get(0))
                .extracting(Gate::state, Gate::checker, Gate::reason, Gate::checkedOn)
                .containsExactly(GateState.MET, "GGD", "Rapport 2026-114", TODAY);
        assessment.checkGate(0, GateCheck.open(), WORKER, TODAY, NOW);
        assertThat(assessment.gates().get(0))
                .extracting(Gate::state, Gate::checker, Gate::reason, Gate::checkedOn)
                .containsExactly(GateState.OPEN, null, null, null);
    }

    @Test
    void a_gate_does_not_close_with_one_word() {
        for (String noChecker : List.of("", " ", "x", "12345")) {
            assertThatThrownBy(() -> GateCheck.met(noChecker, "Rapport 2026-114"))
                    .hasMessage("assessment.error.gate-without-checker");
        }
        for (String nothing : List.of("", "  ", "ok", "gezien", "1234", "in orde bevonden")) {
            assertThatThrownBy(() -> GateCheck.met("GGD", nothing)).hasMessage("assessment.error.gate-without-ground");
        }
        assertThat(GateCheck.met(" GGD ", "De inspecteur is geweest en vond alles goed")
                        .checker())
                .isEqualTo("GGD");
        for (String nothing : List.of("", "nee", "geldt niet", "art. 3 geldt niet")) {
            assertThatThrownBy(() -> GateCheck.notApplicable(nothing))
                    .hasMessage("assessment.error.gate-without-reason");
        }
        assertThat(GateCheck.notApplicable("Er is geen kinderopvang in dit plan")
                        .checker())
                .isNull();
    }

    @Test
    void no_consequence_is_skipped() {
        Assessment assessment = assessment(WORKER);
        assessment.answer(ReverseTestTest.yes(Question.EFFECT), WORKER, NOW);
        assessment.answer(ReverseTestTest.yes(Question.VALUES), WORKER, NOW);
        assertThatThrownBy(
                        () -> assessment.answer(new Answer(Question.CONSEQUENCES, true, "Ja, want", null), WORKER, NOW))
                .hasMessage("assessment.error.consequence-missing");
        assertThat(assessment.reverseTest().next()).contains(Question.CONSEQUENCES);
        assessment.answer(ReverseTestTest.yes(Question.CONSEQUENCES), WORKER, NOW);
        assertThat(assessment
                        .reverseTest()
                        .current()
                        .find(Question.CONSEQUENCES)
                        .orElseThrow()
                        .findConsequences())
                .contains(ConsequencesTest.allBetter());
    }

    @Test
    void everybody_who_had_a_hand_in_it_counts_as_assessor() {
        Assessment assessment = assessment(WORKER);
        assessment.answer(ReverseTestTest.yes(Question.EFFECT), COLLEAGUE, NOW);
        assessment.checkGate(0, MET, new UserId(9), TODAY, NOW);
        assertThat(assessment.assessors()).containsExactlyInAnyOrder(WORKER, COLLEAGUE, new UserId(9));
    }

    @Test
    void a_plan_that_comes_back_with_the_same_promises_goes_on_where_it_was() {
        Assessment assessment = assessment(WORKER);
        assessment.answer(ReverseTestTest.yes(Question.EFFECT), WORKER, NOW);
        assessment.giveBack(NOW);
        assertThatThrownBy(() -> assessment.answer(ReverseTestTest.yes(Question.VALUES), WORKER, NOW))
                .hasMessage("assessment.error.not-open");
        assessment.reopen(COLLEAGUE, Set.of(INITIATOR), NOW);
        assertThat(assessment.reverseTest().next()).contains(Question.VALUES);
    }

    private static void advise(Assessment assessment, Advice advice) {
        assessment.advise(advice, List.of(), WORKER, TODAY, NOW);
    }

    private static Assessment walked(Question... noes) {
        Assessment assessment = assessment(WORKER);
        for (Question question : Question.values()) {
            boolean no = List.of(noes).contains(question);
            assessment.answer(no ? ReverseTestTest.no(question) : ReverseTestTest.yes(question), WORKER, NOW);
        }
        return assessment;
    }

    private static Assessment assessment(UserId by) {
        return new Assessment(
                1,
                1,
                new NeighbourhoodCode("BU99010101"),
                List.of(new GateText(
                        "Wet kinderopvang 1.45", new Text("Inschrijving", "Registration"), new Text("GGD", "GGD"))),
                by,
                Set.of(INITIATOR),
                TODAY,
                NOW);
    }
}
