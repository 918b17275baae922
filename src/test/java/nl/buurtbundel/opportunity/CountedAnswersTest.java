package nl.buurtbundel.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.buurtbundel.foundation.RecordDocument;
import org.junit.jupiter.api.Test;

class CountedAnswersTest {
    private static final SuppressionRule RULE = new SuppressionRule(10, 5);

    @Test
    void nothing_is_shown_before_the_tenth_answer_and_nothing_moves_before_the_twentieth() {
        CountedAnswers answers = CountedAnswers.none(2);
        for (int i = 0; i < 9; i++) {
            answers = answers.and(Set.of(0), RULE);
            assertThat(answers.shown(RULE)).isEmpty();
        }
        answers = answers.and(Set.of(1), RULE);
        CountedAnswers.Shown first = answers.shown(RULE).orElseThrow();
        assertThat(first.answers()).isEqualTo(10);
        assertThat(first.counts()).as("the one among ten cannot be seen").containsExactly(10, 0);
        for (int i = 0; i < 9; i++) {
            answers = answers.and(Set.of(1), RULE);
            assertThat(answers.shown(RULE)).contains(first);
        }
        answers = answers.and(Set.of(1), RULE);
        assertThat(answers.shown(RULE)).contains(new CountedAnswers.Shown(List.of(10, 10), 20));
    }

    /** Whatever is answered and however often somebody looks: between two figures stand as many answers as may be shown. */
    @Test
    void no_two_published_figures_differ_by_fewer_than_may_be_shown_by_themselves() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            SuppressionRule rule = new SuppressionRule(2 + random.nextInt(20), 1 + random.nextInt(6));
            int choices = 1 + random.nextInt(4);
            CountedAnswers answers = CountedAnswers.none(choices);
            List<Integer> behind = new ArrayList<>();
            CountedAnswers.Shown last = null;
            for (int given = 1; given <= 120; given++) {
                List<Integer> chosen = new ArrayList<>();
                for (int choice = 0; choice < choices; choice++) {
                    if (random.nextBoolean()) {
                        chosen.add(choice);
                    }
                }
                answers = RecordDocument.read(CountedAnswers.class, RecordDocument.write(answers.and(chosen, rule)));
                CountedAnswers.Shown shown = answers.shown(rule).orElse(null);
                if (shown != null && !shown.equals(last)) {
                    assertThat(answers.shownAnswers())
                            .as("what moved stands for all answers so far, seed " + seed)
                            .isEqualTo(given);
                    behind.add(given);
                    last = shown;
                }
            }
            assertThat(behind).isNotEmpty();
            int before = 0;
            for (int now : behind) {
                assertThat(now - before).as("seed " + seed).isGreaterThanOrEqualTo(rule.threshold());
                before = now;
            }
        }
    }

    @Test
    void counts_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> new CountedAnswers(List.of(2), 1, List.of(0), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CountedAnswers(List.of(1), 1, List.of(1), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CountedAnswers(List.of(1), 1, List.of(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
