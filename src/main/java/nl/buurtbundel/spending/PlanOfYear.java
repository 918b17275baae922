package nl.buurtbundel.spending;

import java.util.List;
import nl.buurtbundel.ledger.PlanAgainstActual;

/**
 * Plan against actual of one plan in one year out of one task field, with the words of its team.
 *
 * @param title of the plan; its reference where the plan is unknown
 * @param ended nothing more will be spent on it
 * @param whys the reasons that were given line by line
 */
public record PlanOfYear(PlanAgainstActual figures, String title, boolean ended, List<String> whys) {
    public PlanOfYear {
        whys = List.copyOf(whys);
    }

    /** What explains that not all was paid that was planned. Several may hold at once. */
    public enum Cause {
        /** It goes on, and may still spend it. */
        RUNNING,
        /** It has ended, and what is left has not gone back yet. */
        TO_BE_RETURNED,
        RETURNED,
        CARRIED_OVER
    }

    public List<Cause> causes() {
        return List.of(Cause.values()).stream()
                .filter(cause -> switch (cause) {
                    case RUNNING -> !ended && figures.left().isPositive();
                    case TO_BE_RETURNED -> ended && figures.left().isPositive();
                    case RETURNED -> figures.returned().isPositive();
                    case CARRIED_OVER -> figures.carriedOver().isPositive();
                })
                .toList();
    }
}
