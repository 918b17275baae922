package nl.buurtbundel.assessment;

/**
 * The value triangle (waardedriehoek): a solution holds on legitimacy, commitment and return, or it is no solution. Derived
 * from the answers of the reverse test, never entered.
 */
public record ValueTriangle(Side legitimacy, Side commitment, Side publicReturn) {

    static ValueTriangle of(ReverseTest.Round round) {
        return new ValueTriangle(
                both(side(round, Question.VALUES), side(round, Question.LEGAL_GROUND)),
                side(round, Question.EFFECT),
                side(round, Question.CONSEQUENCES));
    }

    public boolean holds() {
        return legitimacy == Side.HOLDS && commitment == Side.HOLDS && publicReturn == Side.HOLDS;
    }

    private static Side side(ReverseTest.Round round, Question question) {
        return round.find(question)
                .map(answer -> answer.holds() ? Side.HOLDS : Side.DOES_NOT_HOLD)
                .orElse(Side.NOT_KNOWN_YET);
    }

    private static Side both(Side one, Side other) {
        if (one == Side.DOES_NOT_HOLD || other == Side.DOES_NOT_HOLD) {
            return Side.DOES_NOT_HOLD;
        }
        return one == Side.HOLDS && other == Side.HOLDS ? Side.HOLDS : Side.NOT_KNOWN_YET;
    }

    /** Whether one side of the triangle stands. */
    public enum Side {
        HOLDS,
        DOES_NOT_HOLD,
        NOT_KNOWN_YET
    }
}
