package nl.buurtbundel.initiative;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Advised plans are being read: the room that decides tells of each where its proposal stands, if there is one. */
public final class ProposalsAsked {
    private final Set<InitiativeId> plans;
    private final Map<InitiativeId, ProposalStanding> standings = new HashMap<>();

    ProposalsAsked(Set<InitiativeId> plans) {
        this.plans = Set.copyOf(plans);
    }

    public Set<InitiativeId> plans() {
        return plans;
    }

    public void answer(InitiativeId plan, ProposalStanding standing) {
        standings.put(plan, standing);
    }

    ProposalStanding standingOf(InitiativeId plan) {
        return standings.getOrDefault(plan, ProposalStanding.NONE);
    }
}
