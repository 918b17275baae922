package nl.buurtbundel.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.TookPart;
import nl.buurtbundel.opportunity.SuppressionRule;
import org.junit.jupiter.api.Test;

class WhatWorksTest {
    private static final SuppressionRule RULE = new SuppressionRule(10, 5);

    @Test
    void three_taps_say_yes_or_no_each() {
        assertThat(new WhatWorksAnswer(true, false, true).yeses()).containsExactly(0, 2);
        assertThat(new WhatWorksAnswer(false, false, false).yeses()).isEmpty();
    }

    @Test
    void nothing_is_told_before_the_tenth_answer_and_one_who_went_back_is_never_seen() {
        PlanAnswers answers = new PlanAnswers(new InitiativeId(1), OutcomeMoment.AFTER_THREE_MONTHS);
        for (int i = 0; i < 9; i++) {
            answers.count(new WhatWorksAnswer(true, true, false), new TookPart(40, 1), RULE);
        }
        assertThat(answers.shown(RULE)).isEqualTo(PlanOutcome.none(OutcomeMoment.AFTER_THREE_MONTHS));
        answers.count(new WhatWorksAnswer(false, true, false), new TookPart(40, 1), RULE);
        assertThat(answers.shown(RULE))
                .isEqualTo(new PlanOutcome(OutcomeMoment.AFTER_THREE_MONTHS, 10, 10, 10, 0, 40, null));
    }

    /** Whoever answers what and leaves when: a figure moves only together with enough new answers, and by enough households. */
    @Test
    void no_two_published_figures_differ_by_fewer_than_may_be_shown_by_themselves() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            PlanAnswers answers = new PlanAnswers(new InitiativeId(1), OutcomeMoment.AT_THE_END);
            int helped = random.nextInt(60);
            int wentBack = 0;
            List<PlanOutcome> published = new ArrayList<>();
            int sinceLast = 0;
            Integer shownHelped = null;
            Integer shownBack = null;
            PlanOutcome last = answers.shown(RULE);
            for (int i = 0; i < 100; i++) {
                if (helped > 0 && random.nextInt(4) == 0) {
                    helped--;
                    wentBack++;
                }
                answers.count(
                        new WhatWorksAnswer(random.nextBoolean(), random.nextBoolean(), random.nextBoolean()),
                        new TookPart(helped, wentBack),
                        RULE);
                sinceLast++;
                PlanOutcome now = answers.shown(RULE);
                if (!now.equals(last)) {
                    assertThat(sinceLast).as("seed " + seed).isGreaterThanOrEqualTo(RULE.threshold());
                    if (shownHelped != null && now.helped() != null) {
                        assertThat(Math.abs(now.helped() - shownHelped))
                                .matches(moved -> moved == 0 || moved >= RULE.threshold());
                    }
                    if (shownBack != null && now.wentBack() != null) {
                        assertThat(Math.abs(now.wentBack() - shownBack))
                                .matches(moved -> moved == 0 || moved >= RULE.threshold());
                    }
                    shownHelped = now.helped() == null ? shownHelped : now.helped();
                    shownBack = now.wentBack() == null ? shownBack : now.wentBack();
                    published.add(now);
                    last = now;
                    sinceLast = 0;
                }
            }
            assertThat(published).as("seed " + seed).isNotEmpty();
        }
    }

    @Test
    void a_count_that_is_looked_at_again_moves_by_many_or_not_at_all() {
        for (int before = 0; before < 50; before++) {
            for (int now = 0; now < 50; now++) {
                Integer first = RULE.heldBack(null, before);
                Integer second = RULE.heldBack(first, now);
                if (first != null && second != null && !first.equals(second)) {
                    assertThat(Math.abs(first - second)).isGreaterThanOrEqualTo(RULE.threshold());
                }
                if (second != null) {
                    assertThat(RULE.tooFew(second)).isFalse();
                }
            }
        }
    }
}
