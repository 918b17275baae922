package nl.buurtbundel.outcome;

import java.util.Optional;
import java.util.Set;

/** What staff do on a plan or for the municipality, as coarsely as it is ever told. */
public enum WorkStep {
    /** Finding out whether a plan is good: the reverse test, gates, objections, the advice. */
    ASSESSING,
    /** Proposing, deciding, agreeing and signing. */
    DECIDING,
    /** Checking what was spent: expenses, payments, the book. */
    CHECKING,
    /** All else: opportunities, invitations, coming free of individual help, repairs. */
    OTHER;

    private static final Set<String> OF_RESIDENTS = Set.of("household", "signal");
    /** What the program writes because of a step that stands in the log itself. */
    private static final Set<String> FOLLOWS = Set.of("ledger", "access");

    private static final Set<String> ASSESSING_PLANS = Set.of("take-into-assessment", "assign", "return", "advise");
    private static final Set<String> DECIDING_ON_PLANS = Set.of("grant", "grant-partly", "refuse");
    private static final Set<String> LEADING_PLANS = Set.of("start", "end-trial", "stop", "account-for");

    /** @return empty for what residents do, and for what follows from a step by itself */
    static Optional<WorkStep> ofDeed(String action) {
        int dot = action.indexOf('.');
        String room = dot < 0 ? action : action.substring(0, dot);
        String deed = action.substring(dot + 1);
        if (OF_RESIDENTS.contains(room) || FOLLOWS.contains(room)) {
            return Optional.empty();
        }
        return switch (room) {
            case "initiative" -> ofPlan(deed);
            case "assessment" -> Optional.of(ASSESSING);
            case "decision" -> Optional.of(DECIDING);
            case "spending", "budget" -> Optional.of(CHECKING);
            default -> Optional.of(OTHER);
        };
    }

    private static Optional<WorkStep> ofPlan(String deed) {
        if (ASSESSING_PLANS.contains(deed)) {
            return Optional.of(ASSESSING);
        }
        if (DECIDING_ON_PLANS.contains(deed)) {
            return Optional.of(DECIDING);
        }
        return LEADING_PLANS.contains(deed) ? Optional.of(OTHER) : Optional.empty();
    }

    public boolean isDeciding() {
        return this != OTHER;
    }
}
