package nl.buurtbundel.decision;

import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Who had what hand in a plan. Nobody decides on what they made, proposed, assessed, will be paid from or have an interest in,
 * and no two signatures come from one hand. Who stands in for somebody is one hand, and lends no power that the absent one
 * could not use: both are asked.
 *
 * @param interested who said to have an interest in the plan
 * @param signed who already put a name under the decision, in whatever role, and in whose power
 * @param absent in whose power the user acts, where that is not the own
 */
public record FourEyes(
        UserId proposer,
        UserId initiator,
        Set<UserId> assessors,
        Set<UserId> paidMembers,
        Set<UserId> interested,
        Set<UserId> signed,
        @Nullable UserId absent) {

    public FourEyes {
        assessors = Set.copyOf(assessors);
        paidMembers = Set.copyOf(paidMembers);
        interested = Set.copyOf(interested);
        signed = Set.copyOf(signed);
    }

    FourEyes inPowerOf(@Nullable UserId other) {
        return new FourEyes(proposer, initiator, assessors, paidMembers, interested, signed, other);
    }

    /** Nobody proposes money for a plan that they made, asked to be paid from or have an interest in. */
    static void requireOutsider(UserId user, UserId initiator, Set<UserId> paidMembers, Set<UserId> interested) {
        if (user.equals(initiator)) {
            throw new Refusal("decision.error.own-plan");
        }
        if (paidMembers.contains(user)) {
            throw new Refusal("decision.error.paid-from-plan");
        }
        if (interested.contains(user)) {
            throw new Refusal("decision.error.has-interest");
        }
    }

    /** Why this user may not put a name under it, as a message key; empty when they may. */
    public Optional<String> whyNot(UserId user) {
        return whyNotSelf(user)
                .or(() -> Optional.ofNullable(absent)
                        .filter(other -> whyNotSelf(other).isPresent())
                        .map(other -> "decision.error.absent-has-a-hand"));
    }

    /** Who proposed or signed it said afterwards to have an interest: no yes can stand on that hand. */
    boolean hasInterestedHand() {
        return interested.contains(proposer) || signed.stream().anyMatch(interested::contains);
    }

    private Optional<String> whyNotSelf(UserId user) {
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
        if (interested.contains(user)) {
            return Optional.of("decision.error.has-interest");
        }
        return signed.contains(user) ? Optional.of("decision.error.signed-already") : Optional.empty();
    }

    boolean hasNoHandOf(UserId user) {
        return whyNotSelf(user).isEmpty();
    }

    void require(UserId user) {
        whyNot(user).ifPresent(code -> {
            throw new Refusal(code);
        });
    }
}
