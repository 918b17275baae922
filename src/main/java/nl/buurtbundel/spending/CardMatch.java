package nl.buurtbundel.spending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtbundel.decision.MiniBudgetCard;
import nl.buurtbundel.decision.MiniBudgetId;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Which payment at the bank was made from which mini-budget. A payment by card says nothing of what it was for; so it is certain
 * only where the amount is what is left to the cent, it is of the time of that one mini-budget and no other, no other payment
 * fits it, and no expense waits for the same amount. A payment that names a mini-budget may be of a part. The order makes no difference.
 */
final class CardMatch {
    private CardMatch() {}

    /** @param names the mini-budget whose reference stands with it, or null */
    record Payment(
            long line,
            LocalDate day,
            Money amount,
            @Nullable Long names) {}

    /** @return of the payments for which it is certain, by their line, which one it was */
    static Map<Long, MiniBudgetId> of(
            Collection<Payment> payments,
            Collection<MiniBudgetCard> held,
            Collection<StatementMatch.Payable> expenses) {
        Map<Long, MiniBudgetId> certain = new HashMap<>();
        for (MiniBudgetCard one : held) {
            List<Payment> naming = payments.stream()
                    .filter(payment -> Long.valueOf(one.id().value()).equals(payment.names()))
                    .toList();
            if (!naming.isEmpty()) {
                if (fitTogether(naming, one)) {
                    naming.forEach(payment -> certain.put(payment.line(), one.id()));
                }
                continue;
            }
            List<Payment> fitting = payments.stream()
                    .filter(payment -> payment.names() == null && fits(payment, one))
                    .toList();
            if (fitting.size() == 1
                    && fitsNoOther(fitting.get(0), one, held)
                    && expenses.stream().noneMatch(expense -> mayPay(fitting.get(0), expense))) {
                certain.put(fitting.get(0).line(), one.id());
            }
        }
        return certain;
    }

    private static boolean fitTogether(List<Payment> naming, MiniBudgetCard one) {
        List<Money> amounts = new ArrayList<>();
        for (Payment payment : naming) {
            if (!one.isAround(payment.day())) {
                return false;
            }
            amounts.add(payment.amount());
        }
        return Money.sum(amounts).compareTo(one.left()) <= 0;
    }

    private static boolean fits(Payment payment, MiniBudgetCard one) {
        return one.left().equals(payment.amount()) && one.isAround(payment.day());
    }

    private static boolean fitsNoOther(Payment payment, MiniBudgetCard one, Collection<MiniBudgetCard> held) {
        return held.stream().noneMatch(other -> !other.id().equals(one.id()) && fits(payment, other));
    }

    private static boolean mayPay(Payment payment, StatementMatch.Payable expense) {
        return expense.fits(payment.amount()) && expense.isAround(payment.day());
    }
}
