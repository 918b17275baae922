package nl.buurtbundel.opportunity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Answers that were counted and not kept. What is shown of them stands still until as many people have answered anew as may be
 * shown by themselves: nobody who looks before and after learns what one of them said. What it is shown as is rounded, so that a
 * single voice among them cannot be seen either.
 *
 * @param counts how many chose each of what could be chosen
 * @param answers how many answered
 * @param shownCounts the counts when they were last shown anew
 * @param shownAnswers how many had answered then; 0 as long as nothing is shown
 */
public record CountedAnswers(List<Integer> counts, int answers, List<Integer> shownCounts, int shownAnswers) {
    public CountedAnswers {
        counts = List.copyOf(counts);
        shownCounts = List.copyOf(shownCounts);
        if (counts.size() != shownCounts.size() || shownAnswers > answers) {
            throw new IllegalArgumentException("no counted answers: " + counts + shownCounts);
        }
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) > answers || shownCounts.get(i) > Math.min(shownAnswers, counts.get(i))) {
                throw new IllegalArgumentException("no counted answers: " + counts + shownCounts);
            }
        }
    }

    /** @param choices how many things can be chosen */
    public static CountedAnswers none(int choices) {
        List<Integer> zeros = Collections.nCopies(choices, 0);
        return new CountedAnswers(zeros, 0, zeros, 0);
    }

    /** With one answer more. Whoever answered before must not answer again. */
    public CountedAnswers and(Collection<Integer> chosen, SuppressionRule rule) {
        List<Integer> more = new ArrayList<>(counts);
        chosen.stream().distinct().forEach(choice -> more.set(choice, more.get(choice) + 1));
        int all = answers + 1;
        return rule.tooFew(all - shownAnswers)
                ? new CountedAnswers(more, all, shownCounts, shownAnswers)
                : new CountedAnswers(more, all, more, all);
    }

    /** As it may be shown; nothing as long as too few answered. */
    public Optional<Shown> shown(SuppressionRule rule) {
        return rule.tooFew(shownAnswers)
                ? Optional.empty()
                : Optional.of(new Shown(shownCounts.stream().map(rule::rounded).toList(), rule.rounded(shownAnswers)));
    }

    /**
     * @param counts about how many chose each
     * @param answers about how many answered
     */
    public record Shown(List<Integer> counts, int answers) {
        public Shown {
            counts = List.copyOf(counts);
        }
    }
}
