package nl.buurtbundel.suggestion;

import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How it works out in one scenario, in a full year.
 *
 * @param households that join
 * @param replacedShare the part of their support that is replaced, in basis points
 * @param breakEven the households from which it pays; null when no number is enough
 * @param breakEvenPossible whether so many live here and fit in
 * @param ofToday the cost against what all eligible households cost today, in basis points
 * @param ofReplaced the cost against what it replaces, in basis points; null when it replaces nothing
 */
public record Outcome(
        int households,
        int replacedShare,
        int groups,
        boolean canStart,
        Money replaced,
        Money cost,
        Money result,
        @Nullable Integer breakEven,
        boolean breakEvenPossible,
        int ofToday,
        @Nullable Integer ofReplaced) {}
