package nl.buurtbundel.initiative;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a plan stands, as it follows from its history. A verb computes it step by step and writes it in the columns that
 * lists need; the nightly proof computes it again from the first step and compares.
 */
record InitiativeState(
        Stage stage,
        LocalDate since,
        @Nullable LocalDate dueOn,
        int planVersion,
        int revision,
        @Nullable LocalDate cutOff,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate trialEndsOn,
        @Nullable Long decision,
        @Nullable Long grantedCents,
        @Nullable Integer grantedHouseholds,
        @Nullable String ground,
        @Nullable LocalDate endAskedOn) {

    static InitiativeState first(InitiativeStep step, Plan plan) {
        LocalDate due = Deadlines.dueOn(Stage.IDEA, step.on(), null, plan.intendedStart(), null);
        return new InitiativeState(Stage.IDEA, step.on(), due, 1, 0, null, null, null, null, null, null, null, null);
    }

    /** @param plan the plan as this step leaves it */
    InitiativeState after(InitiativeStep step, Plan plan) {
        Deed deed = step.deed();
        Stage next = deed.stageAfter(stage);
        LocalDate nextSince = deed.moves() ? step.on() : since;
        LocalDate nextCutOff = step.cutOff() != null ? step.cutOff() : cutOff;
        LocalDate nextStartedOn = startedOn;
        LocalDate nextTrialEndsOn = trialEndsOn;
        if (deed == Deed.TRIAL_STARTED || deed == Deed.STARTED_RUNNING && startedOn == null) {
            nextStartedOn = step.on();
        }
        if (deed == Deed.TRIAL_STARTED) {
            nextTrialEndsOn = step.on().plusMonths(plan.trialMonths());
        } else if (deed == Deed.STARTED_RUNNING && stage == Stage.TRIAL) {
            nextTrialEndsOn = step.on();
        }
        boolean decided = step.decision() != null;
        return new InitiativeState(
                next,
                nextSince,
                step.pausedUntil() != null
                        ? Deadlines.paused(dueOn, step.on(), step.pausedUntil())
                        : deed.moves() || deed == Deed.PLAN_CHANGED
                                ? Deadlines.dueOn(next, nextSince, nextCutOff, plan.intendedStart(), nextTrialEndsOn)
                                : dueOn,
                deed == Deed.PLAN_CHANGED ? planVersion + 1 : planVersion,
                deed == Deed.PLAN_CHANGED ? 0 : deed == Deed.PLAN_CORRECTED ? revision + 1 : revision,
                nextCutOff,
                nextStartedOn,
                nextTrialEndsOn,
                decided ? step.decision() : decision,
                decided ? step.amountCents() : grantedCents,
                decided ? householdsOnce(step) : grantedHouseholds,
                decided ? step.text() : ground,
                deed == Deed.ASKED_TO_END ? step.on() : endAskedOn);
    }

    /** Of the first grant: everybody may read it, and two such numbers of one plan tell who came or left in between. */
    private @Nullable Integer householdsOnce(InitiativeStep step) {
        return step.households() == null || grantedHouseholds == null ? step.households() : grantedHouseholds;
    }
}
