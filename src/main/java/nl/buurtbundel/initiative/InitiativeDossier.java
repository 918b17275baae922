package nl.buurtbundel.initiative;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.suggestion.SuggestionId;
import org.jspecify.annotations.Nullable;

/**
 * A plan for those who assess it and decide on it.
 *
 * @param version the version seen, to send along with a command
 * @param planVersion the version of the plan that households said yes to
 * @param suggestion the suggestion it began with
 * @param enoughPledged enough households said yes to this version; never how many
 * @param paidMembers who asked to be paid from the plan, be it withdrawn since, and so has no say in the decision
 */
public record InitiativeDossier(
        InitiativeId id,
        int version,
        int planVersion,
        NeighbourhoodCode neighbourhood,
        String title,
        String summary,
        String need,
        @Nullable SuggestionId suggestion,
        @Nullable String alternative,
        Money startUp,
        Money yearlyCost,
        int householdsNeeded,
        boolean enoughPledged,
        Stage stage,
        UserId initiator,
        Set<UserId> paidMembers,
        LocalDate intendedStart,
        List<PlanLine> lines) {
    public InitiativeDossier {
        paidMembers = Set.copyOf(paidMembers);
        lines = List.copyOf(lines);
    }

    /** A plan costs nothing before it was proposed to grant it, even if it meant to start earlier. */
    public LocalDate costsFrom(LocalDate proposedOn) {
        return PlanCourse.costsFrom(intendedStart, proposedOn);
    }

    /** Who made it or is paid from it, and so has no say over its money. */
    public Set<UserId> interested() {
        Set<UserId> interested = new HashSet<>(paidMembers);
        interested.add(initiator);
        return interested;
    }
}
