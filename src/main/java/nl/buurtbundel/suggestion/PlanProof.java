package nl.buurtbundel.suggestion;

import nl.buurtbundel.money.Money;

/**
 * What the planner says of all alternatives of the neighbourhood together.
 *
 * @param chosen whether the plan opens this alternative
 * @param result what the plan gains in a year
 * @param bound no plan can gain more than this
 * @param proved whether the plan is proved to be the best
 */
public record PlanProof(boolean chosen, Money result, Money bound, boolean proved) {

    public Money gap() {
        return bound.minus(result);
    }
}
