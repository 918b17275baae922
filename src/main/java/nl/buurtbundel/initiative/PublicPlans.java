package nl.buurtbundel.initiative;

import java.util.List;

/** A page of the public list, the newest first. */
public record PublicPlans(List<PublicPlan> plans, boolean more) {
    public static final int SIZE = 20;

    public PublicPlans {
        plans = List.copyOf(plans);
    }
}
