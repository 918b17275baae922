package nl.buurtbundel.budget;

import nl.buurtbundel.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How much of a bridge one payer bears, beside the others.
 *
 * @param kind null for the municipality itself
 * @param name of the organisation; for the municipality the task field that pays
 * @param parts the weight beside the other payers: 1 and 1 is half each, 30 and 70 are per cent
 */
public record BridgeShare(@Nullable ContributorKind kind, String name, int parts) {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_PARTS = 1_000_000;

    public BridgeShare {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Refusal("budget.error.bridge-payer");
        }
        if (parts < 1 || parts > MOST_PARTS) {
            throw new Refusal("budget.error.bridge-parts", MOST_PARTS);
        }
    }

    public static BridgeShare ofTaskField(String taskField, int parts) {
        return new BridgeShare(null, taskField, parts);
    }
}
