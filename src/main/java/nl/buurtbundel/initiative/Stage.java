package nl.buurtbundel.initiative;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a plan is between idea and closing account (design section 6). */
public enum Stage {
    IDEA(Office.INITIATOR),
    OPEN(Office.INITIATOR),
    SUBMITTED(Office.NEIGHBOURHOOD_TEAM),
    IN_ASSESSMENT(Office.NEIGHBOURHOOD_TEAM),
    RETURNED(Office.INITIATOR),
    ADVISED(Office.DECIDER),
    GRANTED(Office.NEIGHBOURHOOD_TEAM),
    PARTLY_GRANTED(Office.NEIGHBOURHOOD_TEAM),
    REFUSED(null),
    TRIAL(Office.NEIGHBOURHOOD_TEAM),
    RUNNING(Office.INITIATOR),
    ACCOUNTED_FOR(null),
    WITHDRAWN(null),
    STOPPED(null),
    SOLVED_WITHOUT_US(null);

    /** Stages in which the municipality has said yes or no. */
    public static final Set<Stage> DECIDED =
            Set.copyOf(EnumSet.of(GRANTED, PARTLY_GRANTED, REFUSED, TRIAL, RUNNING, ACCOUNTED_FOR, STOPPED));

    private final @Nullable Office owner;

    Stage(@Nullable Office owner) {
        this.owner = owner;
    }

    /** Who has the next step as a rule; nobody once the plan has ended. */
    public @Nullable Office owner() {
        return owner;
    }

    /** Who has the next step: as long as nothing waits to be decided on, the team proposes it. */
    public @Nullable Office owner(ProposalStanding proposal) {
        return this == ADVISED && proposal != ProposalStanding.WAITS ? Office.NEIGHBOURHOOD_TEAM : owner;
    }

    /** The plan is over: nobody takes part any more. */
    public boolean isEnded() {
        return owner == null;
    }

    /** People take part for real, on trial or for good. */
    public boolean isRunning() {
        return this == TRIAL || this == RUNNING;
    }

    /** It runs, or ended in a way in which a plan that ran can end. */
    public boolean mayHaveRun() {
        return isRunning() || this == ACCOUNTED_FOR || this == STOPPED || this == SOLVED_WITHOUT_US;
    }

    public boolean isDecided() {
        return DECIDED.contains(this);
    }

    /** Money is set aside for it and households reckon with it: nobody ends it for all of them alone. */
    public boolean isGranted() {
        return this == GRANTED || this == PARTLY_GRANTED || isRunning();
    }

    /** Households can say yes. */
    public boolean takesPledges() {
        return this != IDEA && !isEnded();
    }

    /** The plan itself may change: before it is handed in, and after it came back with questions. */
    public boolean allowsPlanChange() {
        return this == IDEA || this == OPEN || this == RETURNED;
    }

    public boolean allows(Stage next) {
        return switch (this) {
            case IDEA -> next == OPEN || endsBeforeDecision(next);
            case OPEN -> next == SUBMITTED || endsBeforeDecision(next);
            case SUBMITTED -> next == IN_ASSESSMENT || endsBeforeDecision(next);
            case IN_ASSESSMENT -> next == RETURNED || next == ADVISED || endsBeforeDecision(next);
            case RETURNED -> next == IN_ASSESSMENT || endsBeforeDecision(next);
            case ADVISED -> isDecision(next) || endsBeforeDecision(next);
            // a decision is changed by a new decision only, and not once the plan has started
            case GRANTED, PARTLY_GRANTED ->
                isDecision(next) || next == TRIAL || next == RUNNING || next == STOPPED || next == SOLVED_WITHOUT_US;
            case TRIAL -> next == RUNNING || next == STOPPED || next == SOLVED_WITHOUT_US;
            case RUNNING -> next == ACCOUNTED_FOR || next == STOPPED || next == SOLVED_WITHOUT_US;
            // a refusal has let every household go: what comes after it is a new plan
            case REFUSED, ACCOUNTED_FOR, WITHDRAWN, STOPPED, SOLVED_WITHOUT_US -> false;
        };
    }

    private static boolean isDecision(Stage next) {
        return next == GRANTED || next == PARTLY_GRANTED || next == REFUSED;
    }

    private static boolean endsBeforeDecision(Stage next) {
        return next == WITHDRAWN || next == SOLVED_WITHOUT_US;
    }
}
