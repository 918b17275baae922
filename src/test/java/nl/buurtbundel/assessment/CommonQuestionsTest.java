package nl.buurtbundel.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.foundation.Messages;
import org.junit.jupiter.api.Test;

class CommonQuestionsTest {
    private static final int LONGEST_SENTENCE = 20;

    @Test
    void every_question_has_its_own_address_and_an_answer_in_short_sentences() {
        assertThat(CommonQuestions.list())
                .hasSizeGreaterThan(12)
                .extracting(CommonQuestion::id)
                .doesNotHaveDuplicates();
        for (Locale locale : Messages.LOCALES) {
            assertThat(CommonQuestions.list()).allSatisfy(question -> {
                assertThat(question.question().in(locale)).endsWith("?");
                assertThat(question.answer().in(locale))
                        .endsWith(".")
                        .matches("(Ja|Nee|Dat kan|Yes|No|It can be done)\\b.*");
            });
        }
        assertThat(CommonQuestions.list())
                .flatExtracting(question -> List.of(question.answer().nl().split("[.?!:] ?")))
                .allSatisfy(sentence -> assertThat(sentence.split(" ")).hasSizeLessThanOrEqualTo(LONGEST_SENTENCE));
    }

    @Test
    void what_is_said_without_a_law_finds_what_the_law_says_and_an_article_finds_its_own_question() {
        for (ObjectionKind kind : ObjectionKind.values()) {
            if (kind != ObjectionKind.OTHER) {
                assertThat(CommonQuestions.listFor(kind, null)).as(kind.name()).isNotEmpty();
            }
        }
        ArticleReference consent = new ArticleReference("BWBR0035362:5.1.1");
        assertThat(CommonQuestions.listFor(ObjectionKind.PRECEDENT, consent))
                .extracting(CommonQuestion::id)
                .containsExactly("other-law");
        assertThat(CommonQuestions.listFor(ObjectionKind.LAW, new ArticleReference("Warenwetbesluit, artikel 2")))
                .isEmpty();
    }

    @Test
    void nobody_is_answered_without_an_article_of_law() {
        Text words = new Text("woorden", "words");
        assertThatThrownBy(() -> new CommonQuestion("one", List.of(), words, words, null, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
