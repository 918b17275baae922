package nl.buurtbundel.spending;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.Sha256;
import nl.buurtbundel.money.Money;

/**
 * Payment orders for the bank: a file for many expenses at once. Writing one moves nothing and keeps no account number; what was
 * sent is recorded as any payment is. The same order written twice has the same number, so that the bank refuses the second.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class PaymentOrders {
    private static final int DIGITS_OF_AN_ID = 30;
    private static final int DAYS_AHEAD = 90;

    private final Access access;
    private final AuditLog audit;
    private final Expenses expenses;
    private final SpendingRule rule;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected PaymentOrders() {
        this(null, null, null, null, null);
    }

    @Inject
    PaymentOrders(Access access, AuditLog audit, Expenses expenses, SpendingRule rule, Clock clock) {
        this.access = access;
        this.audit = audit;
        this.expenses = expenses;
        this.rule = rule;
        this.clock = clock;
    }

    /** From where is paid, as far as it is set; to be filled in where it is not. */
    public PaidFrom readPaidFrom() {
        access.require(Operation.PAY);
        Iban account = rule.account();
        return new PaidFrom(rule.holder(), account == null ? "" : account.value());
    }

    /**
     * Writes an order, whole or not at all.
     *
     * @param on from today on
     * @throws Refusal that names the payment, by its place, of which something is not right
     */
    @Transactional(REQUIRED)
    public PaymentOrder write(PaidFrom from, LocalDate on, List<OrderedPayment> payments) {
        access.require(Operation.PAY);
        requireDay(on);
        Iban account = Iban.find(from.account()).orElseThrow(() -> new Refusal("spending.error.order-own-account"));
        Map<ExpenseId, ExpenseSummary> waiting =
                expenses.listToPay().stream().collect(Collectors.toMap(ExpenseSummary::id, Function.identity()));
        List<PaymentFile.Payment> parts = new ArrayList<>();
        for (OrderedPayment payment : payments) {
            int place = parts.size() + 1;
            ExpenseSummary expense = waiting.get(payment.expense());
            if (expense == null) {
                throw new Refusal("spending.error.order-gone", place);
            }
            Conflict.unlessSame(payment.version(), expense.version());
            if (payment.payee().isBlank()) {
                throw new Refusal("spending.error.order-payee", place, expense.purpose());
            }
            parts.add(new PaymentFile.Payment(
                    expense.id(),
                    expense.initiative(),
                    expense.amount(),
                    payment.payee(),
                    Iban.find(payment.account())
                            .orElseThrow(() -> new Refusal("spending.error.order-iban", place, expense.purpose()))));
        }
        String id = id(account, on, parts);
        byte[] file = PaymentFile.of(id, OffsetDateTime.now(clock), from.holder(), account, on, parts);
        PaymentOrder order = new PaymentOrder(
                id,
                file,
                parts.size(),
                Money.sum(parts.stream().map(PaymentFile.Payment::amount).toList()));
        audit.record(
                "spending.write-order",
                "payment-order",
                id,
                "payments=" + order.payments() + " cents=" + order.sum().cents());
        return order;
    }

    /** The bank has the order: all of it is recorded as paid, or nothing. */
    @Transactional(REQUIRED)
    public void recordSent(List<OrderedPayment> payments) {
        access.require(Operation.PAY);
        payments.forEach(payment -> expenses.pay(payment.expense(), payment.version()));
    }

    private void requireDay(LocalDate on) {
        LocalDate today = LocalDate.now(clock);
        if (on.isBefore(today) || on.isAfter(today.plusDays(DAYS_AHEAD))) {
            throw new Refusal("spending.error.order-day", DAYS_AHEAD);
        }
    }

    private static String id(Iban from, LocalDate on, List<PaymentFile.Payment> payments) {
        String content = payments.stream()
                .map(payment -> String.join(
                        "|",
                        PaymentReference.of(payment.expense()),
                        Long.toString(payment.amount().cents()),
                        payment.account().value()))
                .sorted()
                .collect(Collectors.joining("\n", from.value() + '|' + on + '\n', ""));
        return "BB-" + Sha256.of(content).substring(0, DIGITS_OF_AN_ID);
    }
}
