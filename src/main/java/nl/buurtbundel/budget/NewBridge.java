package nl.buurtbundel.budget;

import java.time.LocalDate;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;

/**
 * Money to pay with while it is argued who pays.
 *
 * @param receiver the organisation that is paid, never a person
 * @param until the last day on which payers can settle it; what they left then, the bridging budget bears
 */
public record NewBridge(EscalationLevel level, String receiver, Money amount, LocalDate until) {
    private static final int LONGEST_RECEIVER = 100;

    public NewBridge {
        receiver = receiver.strip();
        if (receiver.isEmpty() || receiver.length() > LONGEST_RECEIVER) {
            throw new Refusal("budget.error.bridge-receiver");
        }
        if (!amount.isPositive()) {
            throw new Refusal("budget.error.nothing-asked");
        }
    }
}
