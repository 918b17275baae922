package nl.buurtbundel.suggestion;

import java.util.List;
import nl.buurtbundel.catalogue.CostLine;
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

    private static final int WHOLE_PERCENT = 100;
    private static final long THOUSAND_EUROS = 100_000;

    /**
     * For readers outside the team: too coarse to reckon back how many households there are or what they cost. What is paid
     * per household is for a number rounded to 5, as in an {@link Idea}; so is the break-even, and how many live here.
     *
     * @param sum of what was published
     */
    static Headline outside(Sum sum) {
        Outcome likely = sum.likely();
        List<CostLine> lines = sum.alternative().yearlyCosts();
        Money exactly = yearly(lines, likely.groups(), likely.households());
        Money roundly = yearly(lines, likely.groups(), Idea.roundly(likely.households()));
        Integer breakEven = likely.breakEven() == null ? null : (Integer) Idea.roundedUp(likely.breakEven());
        int most = Math.min(
                Idea.roundly(sum.basis().households()),
                Idea.roundedUp(sum.alternative().size().capacity()));
        Integer replaced = likely.ofReplaced();
        return new Headline(
                likely.cost().minus(exactly).plus(roundly),
                inThousands(likely.result()),
                rounded(likely.ofToday()),
                replaced == null ? null : rounded(replaced),
                breakEven,
                breakEven != null && breakEven <= most);
    }

    private static Money yearly(List<CostLine> lines, int groups, int households) {
        return Money.sum(
                lines.stream().map(line -> line.amount(groups, households)).toList());
    }

    static Money inThousands(Money amount) {
        return Money.ofCents(Math.floorDiv(amount.cents() + THOUSAND_EUROS / 2, THOUSAND_EUROS) * THOUSAND_EUROS);
    }

    private static int rounded(int basisPoints) {
        return (basisPoints + WHOLE_PERCENT / 2) / WHOLE_PERCENT * WHOLE_PERCENT;
    }

    /** What it likely replaces in a year, as coarse as the result is. */
    public Money replaced() {
        return cost.plus(result).max(Money.ZERO);
    }

    /** For the team. */
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
