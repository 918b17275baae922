package nl.buurtbundel.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import nl.buurtbundel.Ids;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.assessment.ArticleReference;
import nl.buurtbundel.assessment.Deviation;
import nl.buurtbundel.budget.EscalationLevel;
import nl.buurtbundel.budget.NewBridge;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.junit.jupiter.api.Test;

class EscalationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final EscalationTerms TERMS = new EscalationTerms(7, 14, 28, 42, 28);
    private static final UserId STARTER = new UserId(1);
    private static final UserId OFFICER = new UserId(2);
    private static final ShortWords WORDS = new ShortWords("Een zin");
    private static final ArticleReference HARDSHIP = new ArticleReference("Awb, artikel 4:84");

    @Test
    void it_goes_up_one_level_at_a_time_and_each_has_its_own_term() {
        Escalation escalation = at(EscalationLevel.TEAM);
        assertThat(due(escalation)).isEqualTo(TODAY.plusDays(7));
        escalation.handOn(TERMS, TODAY);
        assertThat(escalation.level()).isEqualTo(EscalationLevel.LOCAL);
        assertThat(due(escalation)).isEqualTo(TODAY.plusDays(14));
        assertThat(escalation.isLate(TODAY.plusDays(14))).isFalse();
        assertThat(escalation.isLate(TODAY.plusDays(15))).isTrue();
        escalation.handOn(TERMS, TODAY);
        escalation.handOn(TERMS, TODAY);
        assertThat(due(escalation)).isEqualTo(TODAY.plusDays(42));
        assertThatThrownBy(() -> escalation.handOn(TERMS, TODAY)).hasMessage("signal.error.highest-level");
    }

    @Test
    void the_team_has_none_of_the_powers_and_who_asked_uses_none() {
        Escalation team = at(EscalationLevel.TEAM);
        assertThatThrownBy(() -> team.pause(TODAY.plusDays(3), OFFICER, TERMS, TODAY))
                .hasMessage("signal.error.no-such-power");
        assertThatThrownBy(() -> team.deviate(new Deviation(HARDSHIP, null), WORDS, OFFICER, TODAY))
                .hasMessage("signal.error.no-such-power");
        assertThatThrownBy(() -> team.bridge(bridge(), OFFICER, TODAY)).hasMessage("signal.error.no-such-power");
        Escalation local = at(EscalationLevel.LOCAL);
        assertThatThrownBy(() -> local.bridge(bridge(), STARTER, TODAY)).hasMessage("signal.error.own-escalation");
        local.bridge(bridge(), OFFICER, TODAY);
    }

    @Test
    void a_pause_has_a_last_day_and_a_deviation_an_article_and_a_reason() {
        Escalation escalation = at(EscalationLevel.LOCAL);
        assertThatThrownBy(() -> escalation.pause(TODAY, OFFICER, TERMS, TODAY)).hasMessage("signal.error.pause-until");
        assertThatThrownBy(() -> escalation.pause(TODAY.plusDays(29), OFFICER, TERMS, TODAY))
                .hasMessage("signal.error.pause-until");
        escalation.pause(TODAY.plusDays(28), OFFICER, TERMS, TODAY);
        assertThatThrownBy(() -> escalation.deviate(new Deviation(HARDSHIP, null), new ShortWords(""), OFFICER, TODAY))
                .hasMessage("signal.error.words-missing");
        assertThatThrownBy(() -> new ArticleReference("4:84")).hasMessage("assessment.error.no-article");
        escalation.deviate(new Deviation(HARDSHIP, null), WORDS, OFFICER, TODAY);
        assertThatThrownBy(() -> escalation.deviate(new Deviation(HARDSHIP, TODAY.minusDays(1)), WORDS, OFFICER, TODAY))
                .hasMessage("signal.error.deviate-until");
        assertThat(view(escalation, false).steps())
                .extracting(EscalationView.Step::deed)
                .containsExactly(EscalationDeed.STARTED, EscalationDeed.PAUSED, EscalationDeed.DEVIATED);
    }

    @Test
    void outside_the_municipality_nothing_is_done_before_the_answer_came_back() {
        Escalation escalation = at(EscalationLevel.LOCAL);
        assertThatThrownBy(() -> escalation.answer(WORDS, TODAY)).hasMessage("signal.error.not-outside");
        escalation.handOn(TERMS, TODAY);
        assertThat(escalation.answerWaits()).isTrue();
        assertThatThrownBy(() -> escalation.bridge(bridge(), OFFICER, TODAY)).hasMessage("signal.error.answer-waits");
        escalation.answer(WORDS, TODAY);
        escalation.bridge(bridge(), OFFICER, TODAY);
        escalation.solve(WORDS, TODAY);
        assertThatThrownBy(() -> escalation.solve(WORDS, TODAY)).hasMessage("signal.error.solved-already");
    }

    @Test
    void neighbours_read_what_was_done_and_neither_the_words_nor_the_amount() {
        Escalation escalation = at(EscalationLevel.LOCAL);
        escalation.bridge(bridge(), OFFICER, TODAY);
        assertThat(view(escalation, false).steps())
                .allMatch(step -> step.words().isEmpty() && step.amount() == null);
        assertThat(view(escalation, true).steps().get(0).words()).isEqualTo("Een zin");
        assertThat(view(escalation, true).steps().get(1).amount()).isEqualTo(Money.ofEuros(100));
    }

    private static Escalation at(EscalationLevel level) {
        return Ids.give(
                new Escalation(
                        new InitiativeId(12),
                        new NeighbourhoodCode("BU99010101"),
                        EscalationReason.PAYERS_DISAGREE,
                        WORDS,
                        STARTER,
                        level,
                        TERMS,
                        TODAY),
                5);
    }

    private static NewBridge bridge() {
        return new NewBridge(EscalationLevel.LOCAL, "Zaal", Money.ofEuros(100), TODAY.plusDays(20));
    }

    private static LocalDate due(Escalation escalation) {
        return view(escalation, true).dueOn();
    }

    private static EscalationView view(Escalation escalation, boolean whole) {
        return escalation.view("Plan", true, true, whole, TODAY);
    }
}
