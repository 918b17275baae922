package nl.buurtbundel.initiative;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a plan says about leaving: free until the cut-off date and during a trial, with notice after that. */
record LeavingTerms(Stage stage, int planVersion, @Nullable LocalDate cutOff, boolean hasTrial, int noticeDays) {

    static LeavingTerms of(Initiative initiative) {
        Plan plan = initiative.plan();
        return new LeavingTerms(
                initiative.stage(),
                initiative.planVersion(),
                initiative.cutOff(),
                plan.trialMonths() > 0,
                plan.noticeDays());
    }

    /** The last day on which a household takes part that leaves today; today itself when leaving is free. */
    LocalDate lastDay(Pledge pledge, LocalDate today) {
        return isFree(pledge, today) ? today : today.plusDays(noticeDays);
    }

    private boolean isFree(Pledge pledge, LocalDate today) {
        boolean nothingBinds = !pledge.isConfirmedFor(planVersion);
        boolean stillTrying = stage == Stage.TRIAL || hasTrial && stage == Stage.RUNNING && !pledge.choseAfterTrial();
        return nothingBinds || stillTrying || cutOff != null && !today.isAfter(cutOff);
    }
}
