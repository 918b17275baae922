package nl.buurtbundel.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObjectionTest {
    private static final LocalDate RAISED = LocalDate.of(2026, Month.MARCH, 2);
    private static final LocalDate LAST_DAY = RAISED.plusDays(Objection.DAYS_TO_ANSWER);
    private static final ArticleReference ARTICLE = new ArticleReference("Wet kinderopvang, artikel 1.50");
    private static final UserId WORKER = new UserId(7);
    private static final UserId COLLEAGUE = new UserId(8);
    private static final int PLAN = 1;
    private static final int CHANGED_PLAN = 2;

    @Test
    void without_an_article_it_blocks_until_its_day_and_no_longer() {
        Objection objection = objection(null);
        for (int day = 0; day <= Objection.DAYS_TO_ANSWER; day++) {
            assertThat(objection.blocksOn(RAISED.plusDays(day), PLAN)).isTrue();
            assertThat(objection.stateOn(RAISED.plusDays(day), PLAN)).isEqualTo(ObjectionState.OPEN);
        }
        assertThat(objection.blocksOn(LAST_DAY.plusDays(1), PLAN)).isFalse();
        assertThat(objection.stateOn(LAST_DAY.plusDays(1), PLAN)).isEqualTo(ObjectionState.OVERDUE);
    }

    @Test
    void the_day_that_is_told_beforehand_is_the_day_that_counts() {
        assertThat(ObjectionView.answerBy(RAISED)).isEqualTo(LAST_DAY);
        assertThat(objection(null).blocksOn(ObjectionView.answerBy(RAISED), PLAN))
                .isTrue();
    }

    @Test
    void with_an_article_it_blocks_until_the_article_is_answered() {
        Objection objection = objection(ARTICLE);
        assertThat(objection.blocksOn(LAST_DAY.plusYears(1), PLAN)).isTrue();
        objection.answer(
                ObjectionOutcome.ALLOWED_ON_CONDITION, ARTICLE, "Mag, met inschrijving", PLAN, WORKER, LAST_DAY);
        assertThat(objection.blocksOn(LAST_DAY, PLAN)).isFalse();
    }

    @Test
    void an_article_named_late_counts_all_the_same() {
        Objection objection = objection(null);
        LocalDate late = LAST_DAY.plusDays(5);
        assertThat(objection.blocksOn(late, PLAN)).isFalse();
        objection.nameArticle(ARTICLE);
        assertThat(objection.blocksOn(late, PLAN)).isTrue();
    }

    @Test
    void an_article_that_forbids_blocks_for_good() {
        Objection objection = objection(null);
        objection.answer(ObjectionOutcome.NOT_ALLOWED, ARTICLE, "Zonder inschrijving niet", PLAN, WORKER, RAISED);
        assertThat(objection.stateOn(LAST_DAY.plusYears(3), PLAN)).isEqualTo(ObjectionState.ANSWERED);
        assertThat(objection.blocksOn(LAST_DAY.plusYears(3), PLAN)).isTrue();
    }

    @Test
    void what_was_not_allowed_is_answered_anew_for_a_changed_plan_and_the_answer_before_stays() {
        Objection objection = objection(null);
        objection.answer(ObjectionOutcome.NOT_ALLOWED, ARTICLE, "Zonder inschrijving niet", PLAN, WORKER, RAISED);

        LocalDate later = LAST_DAY.plusDays(30);
        assertThat(objection.stateOn(later, CHANGED_PLAN)).isEqualTo(ObjectionState.ASKED_AGAIN);
        assertThat(objection.blocksOn(later, CHANGED_PLAN)).isTrue();
        List<ObjectionAnswer> before = objection.earlier(CHANGED_PLAN);
        assertThat(before)
                .containsExactly(
                        new ObjectionAnswer(RAISED, ObjectionOutcome.NOT_ALLOWED, ARTICLE, "Zonder inschrijving niet"));

        ArticleReference other = new ArticleReference("Wet kinderopvang, artikel 1.45");
        objection.answer(ObjectionOutcome.ALLOWED, other, "Nu ingeschreven", CHANGED_PLAN, COLLEAGUE, later);
        assertThat(objection.stateOn(later, CHANGED_PLAN)).isEqualTo(ObjectionState.ANSWERED);
        assertThat(objection.blocksOn(later, CHANGED_PLAN)).isFalse();
        assertThat(objection.earlier(CHANGED_PLAN)).isEqualTo(before);
        assertThat(objection.answeredBy()).containsExactlyInAnyOrder(WORKER, COLLEAGUE);
        assertThatThrownBy(() -> objection.answer(
                        ObjectionOutcome.NOT_ALLOWED, ARTICLE, "Toch niet", CHANGED_PLAN + 1, WORKER, later))
                .hasMessage("assessment.error.objection-answered");
    }

    @Test
    void what_is_not_allowed_in_the_changed_plan_either_blocks_that_too() {
        Objection objection = objection(ARTICLE);
        objection.answer(ObjectionOutcome.NOT_ALLOWED, ARTICLE, "Zonder inschrijving niet", PLAN, WORKER, RAISED);
        objection.answer(ObjectionOutcome.NOT_ALLOWED, ARTICLE, "Nog steeds niet", CHANGED_PLAN, WORKER, LAST_DAY);
        assertThat(objection.stateOn(LAST_DAY, CHANGED_PLAN)).isEqualTo(ObjectionState.ANSWERED);
        assertThat(objection.blocksOn(LAST_DAY, CHANGED_PLAN)).isTrue();
        assertThat(objection.stateOn(LAST_DAY, CHANGED_PLAN + 1)).isEqualTo(ObjectionState.ASKED_AGAIN);
        assertThat(objection.earlier(CHANGED_PLAN + 1)).hasSize(2);
    }

    @Test
    void what_is_allowed_stays_so_when_the_plan_changes() {
        Objection objection = objection(null);
        objection.answer(ObjectionOutcome.ALLOWED, ARTICLE, "Dit mag gewoon", PLAN, WORKER, RAISED);
        assertThat(objection.stateOn(RAISED, CHANGED_PLAN)).isEqualTo(ObjectionState.ANSWERED);
        assertThat(objection.blocksOn(RAISED, CHANGED_PLAN)).isFalse();
    }

    @Test
    void it_is_answered_once_and_in_words() {
        Objection objection = objection(null);
        assertThatThrownBy(() -> objection.answer(ObjectionOutcome.ALLOWED, ARTICLE, " ", PLAN, WORKER, RAISED))
                .hasMessage("assessment.error.answer-without-words");
        assertThat(objection.stateOn(RAISED, PLAN)).isEqualTo(ObjectionState.OPEN);
        objection.answer(ObjectionOutcome.ALLOWED, ARTICLE, "Dit mag gewoon", PLAN, WORKER, RAISED);
        assertThatThrownBy(() ->
                        objection.answer(ObjectionOutcome.NOT_ALLOWED, ARTICLE, "Toch niet", PLAN, WORKER, RAISED))
                .hasMessage("assessment.error.objection-answered");
        assertThatThrownBy(() -> objection.nameArticle(ARTICLE)).hasMessage("assessment.error.objection-answered");
    }

    @Test
    void an_article_has_a_law_and_a_number() {
        for (String nothing : List.of("de wet", "2.9", "artikel 2.9", "art. 3 lid 4", "Artikel 1.50 van de")) {
            assertThatThrownBy(() -> new ArticleReference(nothing))
                    .as(nothing)
                    .hasMessage("assessment.error.no-article");
        }
        for (String article :
                List.of("Jeugdwet art. 2.9", "Awb 4:84", "artikel 2 van de Warenwet", "BWBR0034925:2.9")) {
            assertThat(new ArticleReference(article).text()).isEqualTo(article);
        }
        assertThat(ArticleReference.find("  ")).isEmpty();
    }

    static Objection objection(@Nullable ArticleReference article) {
        return new Objection(
                1,
                new NeighbourhoodCode("BU99010101"),
                ObjectionKind.LAW,
                "Een crèche mag niet zomaar",
                article,
                Role.CONTROLLER,
                new UserId(5),
                RAISED);
    }
}
