package nl.buurtbundel.spending;

import java.util.Collection;
import java.util.Optional;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Plan against actual of one budget line.
 *
 * @param version the version seen, to send along with a command
 * @param title in the words of the plan; empty where the key names it
 * @param titleKey the message key of a name of our own
 * @param granted what decisions granted for it
 * @param limit the same, after what the team shifted
 * @param committed agreed and not paid yet
 * @param inProcess approved and not paid yet
 * @param whyDifferent why more or less was paid than was granted
 * @param asksWhy it ended, and nobody has said yet why it differs so much
 */
public record LineFigures(
        BudgetLineId id,
        int version,
        String title,
        @Nullable String titleKey,
        Money granted,
        Money limit,
        Money committed,
        Money inProcess,
        Money paid,
        Money left,
        @Nullable String whyDifferent,
        boolean asksWhy) {

    /** Agreed or approved, and not paid yet. */
    public Money toPay() {
        return committed.plus(inProcess);
    }

    /** By how much an amount is more than what is left; empty where it is not. */
    public Optional<Money> moreThanLeft(Money amount) {
        return Optional.of(amount.minus(left)).filter(Money::isPositive);
    }

    /** Of all lines: what was granted, less what is to be paid, was paid and is left. It went back at the end of a year. */
    public static Money sumGone(Collection<LineFigures> lines) {
        return Money.sum(lines.stream()
                .map(line ->
                        line.granted().minus(line.toPay()).minus(line.paid()).minus(line.left()))
                .toList());
    }
}
