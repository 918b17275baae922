package nl.buurtbundel.decision;

import java.util.List;
import java.util.Optional;
import nl.buurtbundel.foundation.Refusal;

/**
 * What still stands between a plan and a yes.
 *
 * @param openGates the articles of the legal gates that are open
 * @param overdueObjection somebody said “not allowed”, named no article and got no answer in time: it stops nothing, but
 *     whoever decides confirms the legal ground
 * @param enoughHouseholds as many households as the plan needs have said yes to it; what the team may grant goes by them
 * @param interestedHand who proposed or signed it said afterwards to have an interest in the plan
 */
public record Readiness(
        List<String> openGates,
        boolean blockingObjection,
        boolean overdueObjection,
        boolean enoughHouseholds,
        boolean interestedHand) {

    public Readiness {
        openGates = List.copyOf(openGates);
    }

    /** Why no yes can be given now, as a message key; empty when it can. */
    public Optional<String> whyNot() {
        if (!openGates.isEmpty()) {
            return Optional.of("decision.error.gate-open");
        }
        if (blockingObjection) {
            return Optional.of("decision.error.objection-blocks");
        }
        if (interestedHand) {
            return Optional.of("decision.error.interested-hand");
        }
        return enoughHouseholds ? Optional.empty() : Optional.of("decision.error.not-enough-households");
    }

    public boolean isReady() {
        return whyNot().isEmpty();
    }

    void require(boolean confirmsLegalGround) {
        whyNot().ifPresent(code -> {
            throw new Refusal(code);
        });
        if (overdueObjection && !confirmsLegalGround) {
            throw new Refusal("decision.error.confirm-legal-ground");
        }
    }
}
