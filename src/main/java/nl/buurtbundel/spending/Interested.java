package nl.buurtbundel.spending;

import java.util.Set;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.assessment.Interests;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.Stage;

/** Who made a plan, is paid from it or said to have an interest in it has no say over its money; and money is spent from the decision until the end. */
final class Interested {
    private Interested() {}

    static Set<UserId> in(InitiativeDossier plan, Interests interests) {
        Set<UserId> interested = plan.interested();
        interested.addAll(interests.listOf(plan.id()));
        return interested;
    }

    static void requireNone(UserId user, Set<UserId> interested) {
        if (interested.contains(user)) {
            throw new Refusal("spending.error.paid-from-plan");
        }
    }

    static void requireSpendable(Stage stage) {
        if (!stage.isGranted()) {
            throw new Refusal("spending.error.plan-not-payable");
        }
    }
}
