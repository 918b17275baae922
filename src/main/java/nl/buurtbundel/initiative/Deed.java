package nl.buurtbundel.initiative;

import nl.buurtbundel.foundation.Messages;
import org.jspecify.annotations.Nullable;

/** What happened to a plan, which stage that led to, and which office did it. */
enum Deed {
    STARTED(Stage.IDEA, Office.INITIATOR),
    OPENED(Stage.OPEN, Office.INITIATOR),
    /** A change that asks every household again. */
    PLAN_CHANGED(null, Office.INITIATOR),
    /** A change of words only. */
    PLAN_CORRECTED(null, Office.INITIATOR),
    SUBMITTED(Stage.SUBMITTED, Office.INITIATOR),
    TAKEN_INTO_ASSESSMENT(Stage.IN_ASSESSMENT, Office.NEIGHBOURHOOD_TEAM),
    RETURNED(Stage.RETURNED, Office.NEIGHBOURHOOD_TEAM),
    ANSWERED(Stage.IN_ASSESSMENT, Office.INITIATOR),
    ADVISED(Stage.ADVISED, Office.NEIGHBOURHOOD_TEAM),
    GRANTED(Stage.GRANTED, Office.DECIDER),
    PARTLY_GRANTED(Stage.PARTLY_GRANTED, Office.DECIDER),
    REFUSED(Stage.REFUSED, Office.DECIDER),
    TRIAL_STARTED(Stage.TRIAL, Office.NEIGHBOURHOOD_TEAM),
    STARTED_RUNNING(Stage.RUNNING, Office.NEIGHBOURHOOD_TEAM),
    /** Who began a granted plan asks the team to end it. */
    ASKED_TO_END(null, Office.INITIATOR),
    /** The term of this step stands still until a day. */
    PAUSED(null, Office.MANAGER),
    ACCOUNTED_FOR(Stage.ACCOUNTED_FOR, Office.INITIATOR),
    WITHDRAWN(Stage.WITHDRAWN, Office.INITIATOR),
    STOPPED(Stage.STOPPED, Office.NEIGHBOURHOOD_TEAM),
    SOLVED_WITHOUT_US(Stage.SOLVED_WITHOUT_US, Office.INITIATOR);

    private final @Nullable Stage stage;
    private final Office office;

    Deed(@Nullable Stage stage, Office office) {
        this.stage = stage;
        this.office = office;
    }

    /** The stage after this deed, or the present one when the deed does not move the plan. */
    Stage stageAfter(@Nullable Stage present) {
        if (stage != null) {
            return stage;
        }
        if (present == null) {
            throw new IllegalStateException(this + " cannot be first");
        }
        return present;
    }

    boolean moves() {
        return stage != null;
    }

    Office office() {
        return office;
    }

    String messageKey() {
        return "initiative.timeline." + Messages.word(this);
    }
}
