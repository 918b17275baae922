package nl.buurtbundel.assessment;

import java.util.Optional;
import nl.buurtbundel.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The team’s advice to whoever decides.
 *
 * @param text why; for an advice with conditions: the conditions
 * @param ground for a negative advice only, and then always
 */
public record Advice(AdviceKind kind, String text, @Nullable RefusalGround ground) {

    public Advice {
        text = PlainWords.require(
                text,
                kind == AdviceKind.WITH_CONDITIONS
                        ? "assessment.error.conditions-missing"
                        : "assessment.error.reasoning-missing");
        if (kind == AdviceKind.NEGATIVE && ground == null) {
            throw new Refusal("assessment.error.ground-missing");
        }
        if (kind != AdviceKind.NEGATIVE && ground != null) {
            throw new IllegalArgumentException("a ground to refuse in an advice that is " + kind);
        }
    }

    public static Advice positive(String why) {
        return new Advice(AdviceKind.POSITIVE, why, null);
    }

    public static Advice withConditions(String conditions) {
        return new Advice(AdviceKind.WITH_CONDITIONS, conditions, null);
    }

    public static Advice negative(RefusalGround ground, String why) {
        return new Advice(AdviceKind.NEGATIVE, why, ground);
    }

    public Optional<RefusalGround> findGround() {
        return Optional.ofNullable(ground);
    }
}
