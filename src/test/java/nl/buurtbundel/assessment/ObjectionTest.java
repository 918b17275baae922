package nl.buurtbundel.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Random;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Refusal;
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
        List<ObjectionAnswer> before = objection.earlier(later, CHANGED_PLAN);
        assertThat(before)
                .containsExactly(
                        new ObjectionAnswer(RAISED, ObjectionOutcome.NOT_ALLOWED, ARTICLE, "Zonder inschrijving niet"));

        ArticleReference other = new ArticleReference("Wet kinderopvang, artikel 1.45");
        objection.answer(ObjectionOutcome.ALLOWED, other, "Nu ingeschreven", CHANGED_PLAN, COLLEAGUE, later);
        assertThat(objection.stateOn(later, CHANGED_PLAN)).isEqualTo(ObjectionState.ANSWERED);
        assertThat(objection.blocksOn(later, CHANGED_PLAN)).isFalse();
        assertThat(objection.earlier(later, CHANGED_PLAN)).isEqualTo(before);
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
        assertThat(objection.earlier(LAST_DAY, CHANGED_PLAN + 1)).hasSize(2);
    }

    @Test
    void who_deviates_from_the_rule_answers_it_until_the_last_day_and_the_answer_before_stays() {
        Objection objection = objection(ARTICLE);
        objection.answer(ObjectionOutcome.NOT_ALLOWED, ARTICLE, "Zonder inschrijving niet", PLAN, WORKER, RAISED);
        Deviation deviation = new Deviation(new ArticleReference("Awb, artikel 4:84"), LAST_DAY);
        objection.deviate(deviation, "Hier past de regel niet", PLAN, COLLEAGUE, RAISED);

        assertThat(objection.stateOn(LAST_DAY, CHANGED_PLAN)).isEqualTo(ObjectionState.ANSWERED);
        assertThat(objection.blocksOn(LAST_DAY, CHANGED_PLAN)).isFalse();
        assertThat(objection.earlier(LAST_DAY, CHANGED_PLAN)).hasSize(1);
        assertThat(objection.answeredBy()).containsExactlyInAnyOrder(WORKER, COLLEAGUE);
        assertThatThrownBy(() -> objection.deviate(deviation, "Nog eens", PLAN, COLLEAGUE, LAST_DAY))
                .hasMessage("assessment.error.objection-answered");

        LocalDate after = LAST_DAY.plusDays(1);
        assertThat(objection.stateOn(after, PLAN)).isEqualTo(ObjectionState.ASKED_AGAIN);
        assertThat(objection.blocksOn(after, PLAN)).isTrue();
        assertThat(objection.earlier(after, PLAN)).hasSize(2);
        objection.answer(ObjectionOutcome.ALLOWED, ARTICLE, "Nu ingeschreven", PLAN, WORKER, after);
        assertThat(objection.blocksOn(after, PLAN)).isFalse();
        assertThat(objection.earlier(after, PLAN))
                .extracting(ObjectionAnswer::outcome)
                .containsExactly(ObjectionOutcome.NOT_ALLOWED, ObjectionOutcome.DEVIATED);
    }

    @Test
    void a_deviation_without_a_last_day_holds_and_needs_a_rule_to_deviate_from() {
        Deviation deviation = new Deviation(new ArticleReference("Awb, artikel 4:84"), null);
        assertThatThrownBy(() -> objection(null).deviate(deviation, "Hier niet", PLAN, COLLEAGUE, RAISED))
                .hasMessage("assessment.error.no-article");
        Objection objection = objection(ARTICLE);
        assertThatThrownBy(() -> objection.deviate(deviation, " ", PLAN, COLLEAGUE, RAISED))
                .hasMessage("assessment.error.answer-without-words");
        objection.deviate(deviation, "Hier niet", PLAN, COLLEAGUE, RAISED);
        assertThat(objection.blocksOn(LAST_DAY.plusYears(3), CHANGED_PLAN)).isFalse();
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
    void a_yes_goes_without_an_article_where_nobody_said_that_the_law_forbids_it_and_a_no_never_does() {
        for (ObjectionKind kind : ObjectionKind.values()) {
            Objection objection = objection(kind, null);
            assertThatThrownBy(() -> objection.answer(ObjectionOutcome.NOT_ALLOWED, null, "Nee", PLAN, WORKER, RAISED))
                    .hasMessage("assessment.error.not-allowed-without-article");
            if (kind == ObjectionKind.LAW) {
                assertThatThrownBy(() -> objection.answer(ObjectionOutcome.ALLOWED, null, "Ja", PLAN, WORKER, RAISED))
                        .hasMessage("assessment.error.no-article");
                assertThat(objection.stateOn(RAISED, PLAN)).isEqualTo(ObjectionState.OPEN);
            } else {
                objection.answer(ObjectionOutcome.ALLOWED, null, "Ja", PLAN, WORKER, RAISED);
                assertThat(objection.blocksOn(RAISED, PLAN)).isFalse();
            }
        }
        Objection named = objection(ARTICLE);
        named.answer(ObjectionOutcome.NOT_ALLOWED, null, "Zonder inschrijving niet", PLAN, WORKER, RAISED);
        assertThat(named.blocksOn(RAISED, PLAN)).isTrue();
    }

    /**
     * Whatever is said, named, answered and changed, and in whatever order and on whatever days: as long as no article is
     * named it is over the day after its date.
     */
    @Test
    void an_objection_without_article_never_blocks_past_its_date() {
        Random random = new Random(20260302);
        int withoutArticle = 0;
        int held = 0;
        for (int life = 0; life < 3_000; life++) {
            boolean namedAtOnce = random.nextInt(4) == 0;
            Objection objection = objection(any(random, ObjectionKind.values()), namedAtOnce ? ARTICLE : null);
            boolean named = namedAtOnce;
            int plan = PLAN;
            LocalDate day = RAISED;
            for (int step = 0; step < 8; step++) {
                day = day.plusDays(random.nextInt(8));
                switch (random.nextInt(6)) {
                    case 0 -> named |= tried(() -> objection.nameArticle(ARTICLE));
                    case 1 -> plan++;
                    case 2, 3 -> {
                        ObjectionOutcome outcome = any(random, ObjectionOutcome.values());
                        ArticleReference read = random.nextBoolean() ? ARTICLE : null;
                        int about = plan;
                        LocalDate on = day;
                        if (outcome == ObjectionOutcome.DEVIATED) {
                            Deviation deviation = new Deviation(ARTICLE, read == null ? null : on.plusDays(3));
                            tried(() -> objection.deviate(deviation, "Want", about, COLLEAGUE, on));
                        } else {
                            named |= tried(() -> objection.answer(outcome, read, "Want", about, WORKER, on))
                                    && read != null;
                        }
                    }
                    default -> {
                        // a day passes
                    }
                }
                for (LocalDate late : List.of(LAST_DAY.plusDays(1), LAST_DAY.plusDays(1 + random.nextInt(900)), day)) {
                    boolean blocks = objection.blocksOn(late, plan);
                    if (late.isAfter(LAST_DAY) && !named) {
                        assertThat(blocks).as("life %s, step %s", life, step).isFalse();
                        withoutArticle++;
                    }
                    held += blocks ? 1 : 0;
                }
            }
        }
        assertThat(withoutArticle)
                .as("looks at one without an article, past its date")
                .isGreaterThan(5_000);
        assertThat(held).as("looks at one that blocks").isGreaterThan(5_000);
    }

    private static boolean tried(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    private static <T> T any(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }

    @Test
    void what_is_asked_back_has_words_and_costs_no_field() {
        for (ObjectionKind kind : ObjectionKind.values()) {
            assertThat(kind.questionsBack()).isNotEmpty().allSatisfy(key -> {
                assertThat(Messages.text(Messages.DUTCH, key)).endsWith("?");
                assertThat(Messages.text(Messages.ENGLISH, key)).endsWith("?");
            });
            assertThat(new NewObjection(kind, "Dit mag niet", " ", null).reply())
                    .isNull();
        }
        assertThatThrownBy(() -> new NewObjection(ObjectionKind.PRECEDENT, " ", "Omdat", null))
                .hasMessage("assessment.error.objection-without-words");
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
        return objection(ObjectionKind.LAW, article);
    }

    private static Objection objection(ObjectionKind kind, @Nullable ArticleReference article) {
        return new Objection(
                1,
                new NeighbourhoodCode("BU99010101"),
                new NewObjection(kind, "Een crèche mag niet zomaar", null, article),
                Role.CONTROLLER,
                new UserId(5),
                RAISED);
    }
}
