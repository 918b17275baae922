package nl.buurtbundel.initiative.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Office;
import nl.buurtbundel.initiative.ProposalStanding;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.initiative.TeamQuestion;
import nl.buurtbundel.initiative.TimelineEntry;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a plan promises is what holds on the day on which it is read. */
class PlanTextsTest {
    private static final LocalDate PLANNED = LocalDate.of(2027, 3, 1);
    private static final LocalDate STARTED = LocalDate.of(2026, 11, 2);
    private static final LocalDate END = LocalDate.of(2027, 1, 2);

    @Test
    void before_the_start_the_plan_says_what_is_planned() {
        assertThat(read(page(Stage.OPEN, null, null)))
                .contains("Begint op", "1 maart 2027", "2 maanden. In die tijd verandert er niets");
    }

    @Test
    void until_when_leaving_is_free_stands_on_the_page_of_the_plan() {
        LocalDate cutOff = LocalDate.of(2026, 12, 12);
        assertThat(read(PlanPages.open(PlanPages.plan(Money.ZERO, PLANNED, 0), cutOff, END)))
                .contains("Tot en met 12 december 2026 is stoppen zonder gevolgen", "14 dagen opzegtijd")
                .doesNotContain("uitproberen duurt");
        assertThat(read(PlanPages.open(PlanPages.plan(Money.ZERO, PLANNED, 2), cutOff, END)))
                .contains("Tot en met 12 december 2026, en zolang het uitproberen duurt, is stoppen zonder gevolgen");
    }

    @Test
    void the_neighbourhood_is_asked_until_before_the_plan_begins_and_long_enough_to_answer() {
        LocalDate today = LocalDate.of(2026, 11, 22);
        assertThat(asked(today, PLANNED)).isEqualTo(today.plusDays(42));
        assertThat(asked(today, LocalDate.of(2026, 12, 10))).isEqualTo(LocalDate.of(2026, 12, 9));
        assertThat(asked(today, today.plusDays(2))).isEqualTo(today.plusDays(7));
    }

    private static LocalDate asked(LocalDate today, LocalDate start) {
        return PlanPages.at(Stage.IDEA, PlanPages.plan(Money.ZERO, start, 0), null, null)
                .proposedCutOff(today);
    }

    @Test
    void a_plan_that_is_over_promises_nothing_any_more() {
        assertThat(read(page(Stage.STOPPED, STARTED, END)))
                .contains("Wat een huishouden kreeg", "Wie het deed", "Begonnen op", "2 november 2026")
                .doesNotContain("Dit krijgt u", "Dat kan altijd", "verandert er niets");
        assertThat(read(page(Stage.WITHDRAWN, null, null)))
                .contains("Wat een huishouden zou krijgen", "Zou beginnen op", "1 maart 2027")
                .doesNotContain("Dit krijgt u", "Dat kan altijd", "Begonnen op");
    }

    @Test
    void how_a_plan_ended_is_told_with_the_reason() {
        PlanTexts texts = new PlanTexts(Messages.DUTCH);
        assertThat(texts.ending(new TimelineEntry(
                        END,
                        "initiative.timeline.stopped",
                        Office.NEIGHBOURHOOD_TEAM,
                        "initiative.stop-reason.no-place")))
                .isEqualTo("Het plan is gestopt, op 2 januari 2027. De reden: Er is geen plek meer.");
        assertThat(texts.ending(new TimelineEntry(END, "initiative.timeline.withdrawn", Office.INITIATOR, null)))
                .isEqualTo("Het plan is ingetrokken, op 2 januari 2027.");
    }

    @Test
    void whoever_began_a_plan_with_questions_reads_before_when_to_answer() {
        PlanTexts texts = new PlanTexts(Messages.DUTCH);
        assertThat(texts.asked(Stage.RETURNED, END))
                .contains("Het wijkteam heeft vragen. Geef antwoord vóór 2 januari 2027.");
        assertThat(texts.asked(Stage.IN_ASSESSMENT, END)).isEmpty();
    }

    @Test
    void one_month_of_trial_is_one_month() {
        PlanTexts texts = new PlanTexts(Messages.DUTCH);
        assertThat(texts.text("initiative.team.start-early-trial", "1 maart", 1))
                .contains(": 1 maand waarin");
        assertThat(texts.text("initiative.team.start-early-trial", "1 maart", 2))
                .contains(": 2 maanden waarin");
    }

    @Test
    void during_the_trial_it_says_until_when_nothing_changes() {
        InitiativePage page = page(Stage.TRIAL, STARTED, END);
        assertThat(read(page))
                .contains("Begonnen op", "2 november 2026", "tot 2 januari 2027", "verandert er niets")
                .doesNotContain("1 maart 2027");
        assertThat(page.trialPromisedAfter(END.minusDays(1))).contains(END);
        assertThat(page.trialPromisedAfter(END)).isEmpty();
    }

    @Test
    void once_the_trial_is_over_nobody_is_promised_that_nothing_changes() {
        InitiativePage page = page(Stage.RUNNING, STARTED, END);
        assertThat(read(page))
                .contains("Begonnen op", "klaar sinds 2 januari 2027", "kan uw eigen hulp veranderen")
                .doesNotContain("verandert er niets", "1 maart 2027");
        assertThat(page.trialPromisedAfter(STARTED)).isEmpty();
    }

    @Test
    void a_question_is_read_with_its_answer() {
        PlanTexts texts = new PlanTexts(Messages.DUTCH);
        assertThat(texts.questions(List.of(new TeamQuestion(STARTED, "Wie past op?", END, "Twee ouders")))
                        .getElement()
                        .getTextRecursively())
                .contains("Wie past op?", "Twee ouders", "2 januari 2027");
        assertThat(texts.questions(List.of(new TeamQuestion(STARTED, "Wie past op?", END, null)))
                        .getElement()
                        .getTextRecursively())
                .contains("Het plan is gewijzigd.");
    }

    @Test
    void a_plan_whose_proposal_came_back_tells_that_the_team_has_the_next_step() {
        assertThat(timeline(ProposalStanding.WAITS))
                .contains("Wacht op een beslissing", "De gemeente")
                .doesNotContain("Het wijkteam");
        assertThat(timeline(ProposalStanding.CAME_BACK)).contains("kwam terug bij het wijkteam", "Het wijkteam");
    }

    private static String timeline(ProposalStanding proposal) {
        return new PlanTexts(Messages.DUTCH)
                .timeline(PlanPages.advised(PlanPages.plan(Money.ZERO, PLANNED, 2), proposal, END), STARTED)
                .getElement()
                .getTextRecursively();
    }

    private static String read(InitiativePage page) {
        return new PlanTexts(Messages.DUTCH).promises(page).getElement().getTextRecursively();
    }

    private static InitiativePage page(Stage stage, @Nullable LocalDate startedOn, @Nullable LocalDate trialEndsOn) {
        return PlanPages.at(stage, PlanPages.plan(Money.ZERO, PLANNED, 2), startedOn, trialEndsOn);
    }
}
