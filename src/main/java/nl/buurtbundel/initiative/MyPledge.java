package nl.buurtbundel.initiative;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pledge of the reader's own household.
 *
 * @param version the version seen, to send along with a command
 * @param freeUntil until this day leaving is free
 * @param lastDay the last day of taking part: when leaving already, or else if the household left today
 */
public record MyPledge(
        PledgeId id,
        int version,
        InitiativeId initiative,
        String title,
        Stage stage,
        Answer answer,
        int adultsAsked,
        LocalDate joinedOn,
        @Nullable LocalDate freeUntil,
        LocalDate lastDay) {

    /** Once for each plan, as it is now: who left and came back said yes more than once. The order stays. */
    static List<MyPledge> oncePerPlan(List<MyPledge> newestFirst) {
        Map<InitiativeId, MyPledge> now = new LinkedHashMap<>();
        newestFirst.forEach(pledge -> now.merge(
                pledge.initiative(),
                pledge,
                (kept, older) -> !kept.answer().isActive() && older.answer().isActive() ? older : kept));
        return List.copyOf(now.values());
    }

    /** The household took part in a plan that had been granted, and does no longer: help that stopped for it comes back. */
    public boolean mayComeBackToOwnHelp() {
        return !answer.isActive() && stage.mayHaveRun();
    }

    /** How it stands with this reader's yes. */
    public enum Answer {
        TAKES_PART,
        WAITS_FOR_OTHER_ADULT,
        /** The plan changed: this reader has not said yes to the new one. */
        ASKED_AGAIN,
        CHOOSE_AFTER_TRIAL,
        LEAVING,
        OVER;

        public boolean isActive() {
            return this != OVER;
        }
    }
}
