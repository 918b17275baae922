package nl.buurtbundel.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.buurtbundel.assessment.ValueTriangle.Side;

/**
 * One corner of the value triangle as a plan stands today: whether it holds there, and else what it lacks. It looks wider than
 * {@link ValueTriangle}, at all that the law, the residents and the answers still ask.
 */
public record Corner(Value value, List<Lack> lacks) {
    private static final Set<Why> AGAINST = EnumSet.of(Why.SAID_NO, Why.FORBIDDEN);

    /** What a plan must hold on. */
    public enum Value {
        /** It fits the law and why the law exists. */
        LEGITIMACY,
        /** Residents want it themselves. */
        COMMITMENT,
        /** It is worth the scarce means. */
        RETURN
    }

    /** Why it does not hold. */
    public enum Why {
        NOT_ASKED,
        SAID_NO,
        GATES_OPEN,
        OBJECTED,
        FORBIDDEN,
        TOO_FEW
    }

    /**
     * Something that is lacking.
     *
     * @param number of the question, or how many gates; 0 where there is nothing to count
     * @param words why the answer was no; empty for anything else
     */
    public record Lack(Why why, int number, String words) {}

    public Corner {
        lacks = List.copyOf(lacks);
    }

    static List<Corner> of(AssessmentView assessment, boolean enoughPledged) {
        ReverseTest.Round round = assessment.test().counting();
        return List.of(
                new Corner(
                        Value.LEGITIMACY,
                        Stream.of(
                                        answered(round, Question.VALUES),
                                        answered(round, Question.LEGAL_GROUND),
                                        gates(assessment.openGates().size()),
                                        objections(assessment.objections()))
                                .flatMap(Optional::stream)
                                .toList()),
                new Corner(
                        Value.COMMITMENT,
                        Stream.of(answered(round, Question.EFFECT), lack(!enoughPledged, new Lack(Why.TOO_FEW, 0, "")))
                                .flatMap(Optional::stream)
                                .toList()),
                new Corner(
                        Value.RETURN,
                        answered(round, Question.CONSEQUENCES).stream().toList()));
    }

    public Side side() {
        if (lacks.isEmpty()) {
            return Side.HOLDS;
        }
        return lacks.stream().anyMatch(lack -> AGAINST.contains(lack.why())) ? Side.DOES_NOT_HOLD : Side.NOT_KNOWN_YET;
    }

    private static Optional<Lack> answered(ReverseTest.Round round, Question question) {
        Answer answer = round.find(question).orElse(null);
        int number = question.ordinal() + 1;
        if (answer == null) {
            return Optional.of(new Lack(Why.NOT_ASKED, number, ""));
        }
        return lack(!answer.holds(), new Lack(Why.SAID_NO, number, answer.reasoning()));
    }

    private static Optional<Lack> gates(int open) {
        return lack(open > 0, new Lack(Why.GATES_OPEN, open, ""));
    }

    /** What holds a plan up; one that is past its day without an article is for the decider alone. */
    private static Optional<Lack> objections(List<ObjectionView> objections) {
        List<Why> why = new ArrayList<>();
        for (ObjectionView objection : objections) {
            if (objection.blocks()) {
                why.add(objection.outcome() == ObjectionOutcome.NOT_ALLOWED ? Why.FORBIDDEN : Why.OBJECTED);
            }
        }
        return why.stream().max(Comparator.naturalOrder()).map(worst -> new Lack(worst, 0, ""));
    }

    private static Optional<Lack> lack(boolean lacking, Lack lack) {
        return lacking ? Optional.of(lack) : Optional.empty();
    }
}
