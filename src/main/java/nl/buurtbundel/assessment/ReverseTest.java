package nl.buurtbundel.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.foundation.Refusal;

/**
 * The reverse test so far, round by round. No question can be skipped; a no at the last sends back to the first, and its
 * reason travels along. A no earlier does not stop the round: one looks at the whole before the law.
 */
public record ReverseTest(List<Round> rounds) {
    public static final ReverseTest NOT_BEGUN = new ReverseTest(List.of(new Round(List.of())));

    public ReverseTest {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("there is always a round");
        }
    }

    static ReverseTest of(List<Answer> inOrder) {
        ReverseTest test = NOT_BEGUN;
        for (Answer answer : inOrder) {
            test = test.with(answer);
        }
        return test;
    }

    /** @throws Refusal if it is not the turn of this question, or the test has come to its end */
    public ReverseTest with(Answer answer) {
        Question next = next().orElseThrow(() -> new Refusal("assessment.error.test-finished"));
        if (answer.question() != next) {
            throw new Refusal("assessment.error.question-skipped", next.ordinal() + 1);
        }
        List<Round> all = new ArrayList<>(rounds);
        Round round = current().with(answer);
        all.set(all.size() - 1, round);
        if (round.isSentBack()) {
            all.add(new Round(List.of()));
        }
        return new ReverseTest(all);
    }

    public Round current() {
        return rounds.get(rounds.size() - 1);
    }

    /** The question whose turn it is; empty when an article carries the plan. */
    public Optional<Question> next() {
        return current().next();
    }

    public boolean isComplete() {
        return current().isComplete();
    }

    /** All four questions have been asked at least once: a verdict can be given, be it a no. */
    public boolean isWalkedOnce() {
        return rounds.stream().anyMatch(Round::isComplete);
    }

    /** Why the law sent the plan back to the first question, the last time it did. */
    public Optional<Answer> whyBack() {
        return rounds.stream()
                .filter(Round::isSentBack)
                .reduce((earlier, later) -> later)
                .flatMap(round -> round.find(Question.LEGAL_GROUND));
    }

    /** What was answered to this question the last time, in whatever round. */
    public Optional<Answer> lastAnswer(Question question) {
        return rounds.stream().flatMap(round -> round.find(question).stream()).reduce((earlier, later) -> later);
    }

    /** The round that counts: the present one, or the last complete one while the present one is still empty. */
    public Round counting() {
        return current().answers().isEmpty() && rounds.size() > 1 ? rounds.get(rounds.size() - 2) : current();
    }

    public ValueTriangle triangle() {
        return ValueTriangle.of(counting());
    }

    /** One walk along the questions. */
    public record Round(List<Answer> answers) {
        public Round {
            answers = List.copyOf(answers);
            for (int i = 0; i < answers.size(); i++) {
                if (answers.get(i).question() != Question.values()[i]) {
                    throw new IllegalArgumentException("skipped " + Question.values()[i]);
                }
            }
        }

        public boolean isComplete() {
            return answers.size() == Question.values().length;
        }

        /** The last question got a no. */
        public boolean isSentBack() {
            return isComplete() && !answers.get(answers.size() - 1).holds();
        }

        public Optional<Answer> find(Question question) {
            return answers.stream().filter(a -> a.question() == question).findFirst();
        }

        Optional<Question> next() {
            return answers.isEmpty()
                    ? Optional.of(Question.EFFECT)
                    : answers.get(answers.size() - 1).question().next();
        }

        Round with(Answer answer) {
            List<Answer> more = new ArrayList<>(answers);
            more.add(answer);
            return new Round(more);
        }
    }
}
