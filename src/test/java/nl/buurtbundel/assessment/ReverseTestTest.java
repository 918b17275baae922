package nl.buurtbundel.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nl.buurtbundel.assessment.ValueTriangle.Side;
import nl.buurtbundel.foundation.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReverseTestTest {
    private static final ArticleReference GROUND = new ArticleReference("BWBR0035362:2.2.3");

    @Test
    void only_the_first_question_can_be_answered_first() {
        for (Question question : List.of(Question.VALUES, Question.CONSEQUENCES, Question.LEGAL_GROUND)) {
            assertThatThrownBy(() -> ReverseTest.NOT_BEGUN.with(yes(question)))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("assessment.error.question-skipped");
        }
        assertThat(ReverseTest.NOT_BEGUN.with(yes(Question.EFFECT)).next()).contains(Question.VALUES);
    }

    @Test
    void whatever_is_tried_in_whatever_order_no_question_is_ever_skipped() {
        Random random = new Random(36);
        for (int walk = 0; walk < 200; walk++) {
            ReverseTest test = ReverseTest.NOT_BEGUN;
            for (int attempt = 0; attempt < 40; attempt++) {
                Question question = Question.values()[random.nextInt(4)];
                Answer answer = random.nextInt(3) == 0 ? no(question) : yes(question);
                boolean itsTurn = test.next().filter(question::equals).isPresent();
                ReverseTest before = test;
                if (itsTurn) {
                    test = test.with(answer);
                } else {
                    assertThatThrownBy(() -> before.with(answer)).isInstanceOf(Refusal.class);
                }
                for (ReverseTest.Round round : test.rounds()) {
                    assertThat(round.answers().stream().map(Answer::question))
                            .containsExactlyElementsOf(Arrays.asList(Question.values())
                                    .subList(0, round.answers().size()));
                }
            }
        }
    }

    @Test
    void a_no_of_the_law_goes_back_to_the_first_question_with_its_reason() {
        ReverseTest test = ReverseTest.of(List.of(
                yes(Question.EFFECT),
                yes(Question.VALUES),
                yes(Question.CONSEQUENCES),
                new Answer(Question.LEGAL_GROUND, false, "Geen register kinderopvang", GROUND)));
        assertThat(test.next()).contains(Question.EFFECT);
        assertThat(test.isComplete()).isFalse();
        assertThat(test.isWalkedOnce()).isTrue();
        assertThat(test.whyBack().orElseThrow().reasoning()).isEqualTo("Geen register kinderopvang");
        assertThat(test.rounds()).hasSize(2);
    }

    @Test
    void a_yes_of_the_law_ends_the_test() {
        ReverseTest test = allYes();
        assertThat(test.isComplete()).isTrue();
        assertThat(test.next()).isEmpty();
        assertThatThrownBy(() -> test.with(yes(Question.EFFECT))).hasMessage("assessment.error.test-finished");
    }

    @Test
    void the_law_carries_nothing_without_an_article() {
        assertThatThrownBy(() -> new Answer(Question.LEGAL_GROUND, true, "Het mag vast", null))
                .hasMessage("assessment.error.legal-ground-without-article");
    }

    @Test
    void nothing_is_forbidden_without_an_article() {
        assertThatThrownBy(() -> new Answer(Question.LEGAL_GROUND, false, "Het mag vast niet", null))
                .hasMessage("assessment.error.not-allowed-without-article");
    }

    @Test
    void an_answer_needs_its_reasoning() {
        assertThatThrownBy(() -> new Answer(Question.EFFECT, true, "  ", null))
                .hasMessage("assessment.error.reasoning-missing");
    }

    @Test
    void what_was_answered_before_is_at_hand_when_the_law_sends_back() {
        ReverseTest test = ReverseTest.of(List.of(
                yes(Question.EFFECT),
                yes(Question.VALUES),
                yes(Question.CONSEQUENCES),
                no(Question.LEGAL_GROUND),
                no(Question.EFFECT)));
        assertThat(test.lastAnswer(Question.EFFECT)).contains(no(Question.EFFECT));
        assertThat(test.lastAnswer(Question.CONSEQUENCES)).contains(yes(Question.CONSEQUENCES));
        assertThat(ReverseTest.NOT_BEGUN.lastAnswer(Question.EFFECT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void each_no_breaks_the_side_of_the_triangle_that_it_belongs_to(Question broken) {
        List<Answer> answers = new ArrayList<>();
        for (Question question : Question.values()) {
            answers.add(question == broken ? no(question) : yes(question));
        }
        ValueTriangle triangle = ReverseTest.of(answers).triangle();
        assertThat(triangle.holds()).isFalse();
        assertThat(triangle.commitment()).isEqualTo(broken == Question.EFFECT ? Side.DOES_NOT_HOLD : Side.HOLDS);
        assertThat(triangle.publicReturn())
                .isEqualTo(broken == Question.CONSEQUENCES ? Side.DOES_NOT_HOLD : Side.HOLDS);
        assertThat(triangle.legitimacy())
                .isEqualTo(
                        broken == Question.VALUES || broken == Question.LEGAL_GROUND ? Side.DOES_NOT_HOLD : Side.HOLDS);
    }

    @Test
    void legitimacy_is_not_known_before_the_law_has_been_asked() {
        ReverseTest test =
                ReverseTest.of(List.of(yes(Question.EFFECT), yes(Question.VALUES), yes(Question.CONSEQUENCES)));
        assertThat(test.triangle().legitimacy()).isEqualTo(Side.NOT_KNOWN_YET);
        assertThat(allYes().triangle().holds()).isTrue();
    }

    /** While a plan waits for a decision the answers that were given are read, not a round that nobody will walk. */
    @Test
    void after_a_no_of_the_law_the_round_that_was_walked_counts() {
        List<Answer> answers =
                new ArrayList<>(List.of(yes(Question.EFFECT), yes(Question.VALUES), yes(Question.CONSEQUENCES)));
        answers.add(no(Question.LEGAL_GROUND));
        assertThat(ReverseTest.of(answers).counting().answers()).isEqualTo(answers);
        answers.add(no(Question.EFFECT));
        assertThat(ReverseTest.of(answers).counting().answers()).containsExactly(no(Question.EFFECT));
    }

    static ReverseTest allYes() {
        return ReverseTest.of(
                Arrays.stream(Question.values()).map(ReverseTestTest::yes).toList());
    }

    static Answer yes(Question question) {
        return answer(question, true, "Ja, want");
    }

    static Answer no(Question question) {
        return answer(question, false, "Nee, want");
    }

    private static Answer answer(Question question, boolean holds, String reasoning) {
        return new Answer(
                question,
                holds,
                reasoning,
                question.isLast() ? GROUND : null,
                question == Question.CONSEQUENCES ? ConsequencesTest.allBetter() : null);
    }
}
