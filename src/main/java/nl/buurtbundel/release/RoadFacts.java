package nl.buurtbundel.release;

import java.time.LocalDate;
import java.time.YearMonth;
import nl.buurtbundel.provision.Law;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a provision on its way from elsewhere: the plan, the messages, the registers. Nothing of it is recorded by
 * hand on the road.
 *
 * @param startsOn the day on which the plan began or is to begin
 * @param trialEndsOn none where no trial was agreed
 * @param definite the plan runs, and after a trial the household chose to go on
 * @param otherLaw the law of the plan, where it is another than that of the help; none where it is the same
 * @param consentInRegister the register of consents lets the data be used for that law
 * @param lumpSum the contract has no price per household
 * @param allocatedUntil as the newest 301 says; none where it has no end
 * @param stoppedOn the last day by the 307 with reason 36, as long as it stands
 * @param declaredUntil the last day of the newest 323
 * @param freesNothing it stopped, and nothing came free of it
 * @param postedOn the day on which what came free was posted
 * @param ended the household left, or the help ended for another reason
 */
record RoadFacts(
        LocalDate startsOn,
        @Nullable LocalDate trialEndsOn,
        boolean definite,
        @Nullable Law otherLaw,
        boolean consentInRegister,
        boolean lumpSum,
        @Nullable LocalDate allocatedUntil,
        @Nullable LocalDate stoppedOn,
        @Nullable LocalDate declaredUntil,
        boolean freesNothing,
        @Nullable LocalDate postedOn,
        boolean ended) {
    boolean isOnTrial() {
        return trialEndsOn != null && !definite;
    }

    boolean hasStopped() {
        return stoppedOn != null;
    }

    /** The last 323 covers the month in which the help ended. */
    boolean isSettled() {
        return stoppedOn != null
                && declaredUntil != null
                && !YearMonth.from(declaredUntil).isBefore(YearMonth.from(stoppedOn));
    }

    boolean endsBy(LocalDate day) {
        return allocatedUntil != null && !day.isBefore(allocatedUntil);
    }
}
