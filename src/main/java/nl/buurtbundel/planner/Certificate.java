package nl.buurtbundel.planner;

import nl.buurtbundel.money.Money;

/**
 * What is known about how good a plan is.
 *
 * @param objective yearly result of the plan, rounded once to cents
 * @param bound no plan has a higher result; rounded up to cents, and equal to the objective once that is proved best
 * @param nodes boxes of the search tree that were looked into
 */
public record Certificate(Money objective, Money bound, boolean provedOptimal, ShadowPrices prices, long nodes) {

    public Certificate {
        if (bound.compareTo(objective) < 0) {
            throw new IllegalArgumentException("bound " + bound + " below objective " + objective);
        }
        if (provedOptimal && !bound.equals(objective)) {
            throw new IllegalArgumentException("called best with a gap between " + objective + " and " + bound);
        }
    }

    /** How much better a plan might still be. */
    public Money gap() {
        return bound.minus(objective);
    }

    /** The gap as a share of the bound in basis points, rounded up: below 10,000 the plan is within that of the best. */
    public int gapInBasisPoints() {
        if (gap().isZero()) {
            return 0;
        }
        double share = Math.ceil(gap().cents() * 10_000.0 / bound.cents() * (1 + 1e-12));
        return (int) Math.min(10_000, share);
    }
}
