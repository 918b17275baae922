package nl.buurtbundel.suggestion;

import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A sum in six numbers, for lists and for comparing: nothing in it tells how many households there are.
 *
 * @param ofToday the likely cost against what all eligible households cost today, in basis points
 * @param ofReplaced the likely cost against what it replaces, in basis points; null when it replaces nothing
 * @param breakEven the households from which it pays; null when no number is enough
 * @param breakEvenPossible whether so many live here and fit in
 */
public record Headline(
        Money cost,
        Money result,
        int ofToday,
        @Nullable Integer ofReplaced,
        @Nullable Integer breakEven,
        boolean breakEvenPossible) {

    static Headline of(Sum sum) {
        Outcome likely = sum.likely();
        return new Headline(
                likely.cost(),
                likely.result(),
                likely.ofToday(),
                likely.ofReplaced(),
                likely.breakEven(),
                likely.breakEvenPossible());
    }
}
