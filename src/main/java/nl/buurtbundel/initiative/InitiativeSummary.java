package nl.buurtbundel.initiative;

import java.time.LocalDate;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * A plan on a list.
 *
 * @param version the version that the user saw, to send along with a command
 * @param planVersion of the plan itself; a change that asks every household again is a new one
 * @param enough enough households take part; all that anybody learns of their number here
 * @param owner the office that has the next step
 * @param proposal where the proposal to decide on it stands, once it was advised
 * @param escalatedTo the office that looks after the step because it is late
 */
public record InitiativeSummary(
        InitiativeId id,
        int version,
        int planVersion,
        NeighbourhoodCode neighbourhood,
        String title,
        String need,
        Stage stage,
        Money startUp,
        Money yearlyCost,
        boolean enough,
        LocalDate since,
        @Nullable LocalDate cutOff,
        @Nullable Office owner,
        ProposalStanding proposal,
        @Nullable LocalDate dueOn,
        @Nullable Office escalatedTo,
        @Nullable UserId assignedWorker) {}
