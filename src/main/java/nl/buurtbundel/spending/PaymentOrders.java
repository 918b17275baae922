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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Capacity;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;

/**
 * Payment orders for the bank: a file for many expenses at once. Writing one moves nothing; what was sent is recorded as any
 * payment is. The file, with the account numbers in it, is kept only until then, and no longer than eight weeks. An expense
 * stands in one order at a time.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class PaymentOrders {
    private static final int DIGITS_OF_AN_ID = 30;
    private static final int DAYS_AHEAD = 90;

    private final Access access;
    private final AuditLog audit;
    private final Expenses expenses;
    private final PaymentOrderFiles files;
    private final SpendingRule rule;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected PaymentOrders() {
        this(null, null, null, null, null, null);
    }

    @Inject
    PaymentOrders(
            Access access, AuditLog audit, Expenses expenses, PaymentOrderFiles files, SpendingRule rule, Clock clock) {
        this.access = access;
        this.audit = audit;
        this.expenses = expenses;
        this.files = files;
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
     * Writes an order, whole or not at all. What stands in it comes in no second one until it is withdrawn.
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
        List<ExpenseSummary> ordered = new ArrayList<>();
        for (OrderedPayment payment : payments) {
            int place = payment.place();
            ExpenseSummary expense = waiting.get(payment.expense());
            if (expense == null) {
                throw new Refusal("spending.error.order-gone", place);
            }
            if (payment.payee().isBlank()) {
                throw new Refusal("spending.error.order-payee", place, expense.purpose());
            }
            ordered.add(expense);
            parts.add(new PaymentFile.Payment(
                    expense.id(),
                    expense.initiative(),
                    expense.amount(),
                    payment.payee(),
                    Iban.find(payment.account())
                            .orElseThrow(() -> new Refusal("spending.error.order-iban", place, expense.purpose()))));
        }
        String id = id();
        byte[] file = PaymentFile.of(id, OffsetDateTime.now(clock), from.holder(), account, on, parts);
        files.keep(id, file);
        payments.forEach(payment -> expenses.order(payment.expense(), payment.version(), id, on));
        PaymentOrder order = new PaymentOrder(
                id,
                file,
                parts.size(),
                Money.sum(parts.stream().map(PaymentFile.Payment::amount).toList()));
        record("write-order", id, ordered);
        return order;
    }

    /** What waits to be paid, as far as the reader may pay it. */
    public WaitingPayments readWaiting() {
        access.require(Operation.PAY);
        List<ExpenseSummary> waiting = expenses.listToPay();
        Set<String> standing = waiting.stream()
                .map(ExpenseSummary::paymentOrder)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return WaitingPayments.of(waiting, expenses.listOrdersSeen(standing), files.count(standing));
    }

    /**
     * The file of an order once more, byte for byte: a bank that gets it twice sees so by its number.
     *
     * @throws Refusal once something of it is recorded as paid or as not sent, and where the reader may not pay all that is in it
     */
    @Transactional(REQUIRED)
    public PaymentOrder download(String order) {
        OrderedExpenses ordered = read(order);
        if (!ordered.fileKept()) {
            throw new Refusal("spending.error.order-no-file");
        }
        record("download-order", order, ordered.expenses());
        return new PaymentOrder(order, files.read(order), ordered.payments(), ordered.sum());
    }

    /**
     * The bank has the order: all of it is recorded as paid, or nothing.
     *
     * @return how many were recorded
     */
    @Transactional(REQUIRED)
    public int recordSent(String order) {
        List<ExpenseSummary> ordered = read(order).expenses();
        ordered.forEach(expense -> expenses.pay(expense.id(), expense.version()));
        return ordered.size();
    }

    /** The bank did not get the order, and will not: what stood in it can be paid in another way. */
    @Transactional(REQUIRED)
    public void withdraw(String order) {
        read(order).expenses().forEach(expense -> expenses.withdrawOrder(expense.id()));
    }

    private OrderedExpenses read(String order) {
        return readWaiting().ordered().stream()
                .filter(one -> one.order().equals(order))
                .findFirst()
                .orElseThrow(() -> new Refusal("spending.error.order-done"));
    }

    /** One row for each power that it takes: who stands in may pay a part of it in the own power, or in that of another. */
    private void record(String deed, String order, List<ExpenseSummary> ordered) {
        Map<Capacity, List<ExpenseSummary>> byPower = new LinkedHashMap<>();
        for (ExpenseSummary expense : ordered) {
            byPower.computeIfAbsent(expenses.capacityToPay(expense.id()), power -> new ArrayList<>())
                    .add(expense);
        }
        byPower.forEach((capacity, part) -> audit.inPowerOf(
                capacity,
                () -> audit.record(
                        "spending." + deed,
                        "payment-order",
                        order,
                        "payments=" + part.size() + " cents="
                                + Money.sum(part.stream()
                                                .map(ExpenseSummary::amount)
                                                .toList())
                                        .cents())));
    }

    private void requireDay(LocalDate on) {
        LocalDate today = LocalDate.now(clock);
        if (on.isBefore(today) || on.isAfter(today.plusDays(DAYS_AHEAD))) {
            throw new Refusal("spending.error.order-day", DAYS_AHEAD);
        }
    }

    /** Drawn: made of what is in the file, it would tell whose account that is. */
    private static String id() {
        return "BB-" + UUID.randomUUID().toString().replace("-", "").substring(0, DIGITS_OF_AN_ID);
    }
}
