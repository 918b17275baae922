package nl.buurtbundel.budget;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.Money;

/**
 * What became of all that was granted to a plan.
 *
 * @param returned what was not paid and went back by the rule of the decision, when the plan ended
 */
public record Settlement(Money granted, Money paid, Money returned) {

    /**
     * @param transfers everything that was moved for the plan
     * @return none when nothing was ever granted
     */
    static Optional<Settlement> of(List<TransferSummary> transfers) {
        Money granted = sum(transfers, Reason.GRANTED, any -> true);
        // what others gave went out of the grant of one year and into that of the next; more came in where it had gone
        // back before
        Money boreAgain = sum(
                        transfers, Reason.CONTRIBUTION_MOVED, one -> one.to().kind() == AccountKind.GRANTED)
                .minus(sum(
                        transfers, Reason.CONTRIBUTION_MOVED, one -> one.from().kind() == AccountKind.GRANTED));
        return granted.isPositive()
                ? Optional.of(new Settlement(
                        granted,
                        sum(transfers, Reason.PAID, any -> true),
                        sum(transfers, Reason.UNSPENT_RETURNED, any -> true).minus(boreAgain)))
                : Optional.empty();
    }

    /** What was booked for it, less what was countered later. */
    private static Money sum(List<TransferSummary> transfers, Reason reason, Predicate<TransferSummary> which) {
        return Money.sum(transfers.stream()
                .filter(transfer -> transfer.reason() == reason && transfer.stands())
                .filter(which)
                .map(TransferSummary::amount)
                .toList());
    }
}
