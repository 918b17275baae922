package nl.buurtbundel.decision;

import java.util.Optional;
import nl.buurtbundel.assessment.RefusalGround;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on a plan, as the people whose plan it is read it: what, and why. Who decided it is not in it.
 *
 * @param asked what the plan asked for in total
 * @param granted all that is granted by now; null after a refusal
 * @param conditions of a grant, where it has any
 * @param ground of a refusal, and then always
 * @param reasons of a refusal, and then always
 */
public record DecisionLetter(
        Money asked,
        @Nullable Money granted,
        @Nullable String conditions,
        @Nullable RefusalGround ground,
        @Nullable String reasons) {

    public Optional<Money> findGranted() {
        return Optional.ofNullable(granted);
    }

    /** Granted, and less than was asked. */
    public boolean isPartly() {
        return granted != null && granted.compareTo(asked) < 0;
    }
}
