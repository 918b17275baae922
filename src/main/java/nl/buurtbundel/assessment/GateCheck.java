package nl.buurtbundel.assessment;

import nl.buurtbundel.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody found out about a legal gate.
 *
 * @param checker who looked at it, an organisation or an office; for a gate that is met, and then always
 * @param ground what a met gate rests on, or why a gate does not apply; null while open
 */
public record GateCheck(
        GateState state, @Nullable String checker, @Nullable String ground) {
    private static final int SHORTEST_EXPLANATION = 20;
    private static final int SHORTEST_REFERENCE = 5;
    private static final int SHORTEST_CHECKER = 3;
    private static final int LONGEST_CHECKER = 200;

    public GateCheck {
        switch (state) {
            case OPEN -> {
                if (checker != null || ground != null) {
                    throw new IllegalArgumentException("an open gate rests on nothing");
                }
            }
            case MET -> {
                checker = named(checker);
                ground = explained(ground, "assessment.error.gate-without-ground", true);
            }
            case NOT_APPLICABLE -> {
                if (checker != null) {
                    throw new IllegalArgumentException("nobody checks what does not apply");
                }
                ground = explained(ground, "assessment.error.gate-without-reason", false);
            }
        }
    }

    public static GateCheck open() {
        return new GateCheck(GateState.OPEN, null, null);
    }

    public static GateCheck met(String checker, String ground) {
        return new GateCheck(GateState.MET, checker, ground);
    }

    public static GateCheck notApplicable(String why) {
        return new GateCheck(GateState.NOT_APPLICABLE, null, why);
    }

    private static String named(@Nullable String checker) {
        String name = checker == null ? "" : checker.strip();
        if (name.chars().filter(Character::isLetter).count() < SHORTEST_CHECKER || name.length() > LONGEST_CHECKER) {
            throw new Refusal("assessment.error.gate-without-checker", LONGEST_CHECKER);
        }
        return name;
    }

    /** A document goes by a number or a date; anything else takes a sentence. */
    private static String explained(@Nullable String text, String codeWhenMissing, boolean mayBeDocument) {
        String words = PlainWords.within(text == null ? "" : text);
        boolean document = mayBeDocument
                && words.length() >= SHORTEST_REFERENCE
                && words.chars().anyMatch(Character::isDigit);
        if (!document && words.length() < SHORTEST_EXPLANATION) {
            throw new Refusal(codeWhenMissing, SHORTEST_EXPLANATION);
        }
        return words;
    }
}
