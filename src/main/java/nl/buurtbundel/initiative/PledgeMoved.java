package nl.buurtbundel.initiative;

import java.time.LocalDate;
import java.util.Set;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * A household takes part, or no longer will. Fired in the same transaction, for the room that plans and takes back releases;
 * never for a screen.
 *
 * @param pledge whose releases it is about, whoever of the household has come of age or moved since
 * @param subjects the opaque ids of the adults who said yes
 * @param on from when: the last day of taking part when the household leaves
 */
public record PledgeMoved(
        InitiativeId initiative,
        NeighbourhoodCode neighbourhood,
        PledgeId pledge,
        Set<String> subjects,
        Kind kind,
        LocalDate on) {
    public PledgeMoved {
        subjects = Set.copyOf(subjects);
    }

    /** What changed for the household. */
    public enum Kind {
        /** All adults said yes to the plan as it is now. */
        TAKES_PART,
        /** After a trial: the household chose to go on, and its own help may change. */
        CHOSE_AFTER_TRIAL,
        /** The household said that it leaves, and takes part until its last day. */
        LEAVES,
        /** The last day of taking part is over, or leaving was free. */
        HAS_LEFT
    }
}
