package nl.buurtbundel.decision;

import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;

/**
 * Who had what hand in a plan. Nobody decides on what they made, proposed, assessed or will be paid from, and no two
 * signatures come from one hand.
 *
 * @param signed who already put a name under the decision, in whatever role
 */
public record FourEyes(
        UserId proposer, UserId initiator, Set<UserId> assessors, Set<UserId> paidMembers, Set<UserId> signed) {

    public FourEyes {
        assessors = Set.copyOf(assessors);
        paidMembers = Set.copyOf(paidMembers);
        signed = Set.copyOf(signed);
    }

    /** Nobody proposes money for a plan that they made, or asked to be paid from. */
    static void requireOutsider(UserId user, UserId initiator, Set<UserId> paidMembers) {
        if (user.equals(initiator)) {
            throw new Refusal("decision.error.own-plan");
        }
        if (paidMembers.contains(user)) {
            throw new Refusal("decision.error.paid-from-plan");
        }
    }

    /** Why this user may not put a name under it, as a message key; empty when they may. */
    public Optional<String> whyNot(UserId user) {
        if (user.equals(proposer)) {
            return Optional.of("decision.error.own-proposal");
        }
        if (user.equals(initiator)) {
            return Optional.of("decision.error.own-plan");
        }
        if (assessors.contains(user)) {
            return Optional.of("decision.error.own-assessment");
        }
        if (paidMembers.contains(user)) {
            return Optional.of("decision.error.paid-from-plan");
        }
        return signed.contains(user) ? Optional.of("decision.error.signed-already") : Optional.empty();
    }

    void require(UserId user) {
        whyNot(user).ifPresent(code -> {
            throw new Refusal(code);
        });
    }
}
