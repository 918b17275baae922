package nl.buurtbundel.spending;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.Slices;
import nl.buurtbundel.initiative.Initiatives;

/** Photos of receipts and bills: looked into when they come in, shown to who may see the expense only, and each look is kept. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Receipts {
    public static final int MOST_MEGABYTES = ReceiptCheck.MOST_MEGABYTES;
    public static final int MOST_OF_AN_EXPENSE = 5;

    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final Initiatives initiatives;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Receipts() {
        this(null, null, null, null);
    }

    @Inject
    Receipts(Access access, AuditLog audit, Initiatives initiatives, Clock clock) {
        this.access = access;
        this.audit = audit;
        this.initiatives = initiatives;
        this.clock = clock;
    }

    /**
     * Looks into what comes in; nothing is kept yet.
     *
     * @param fileName only to name it in a refusal
     */
    public NewReceipt take(String fileName, InputStream content) throws IOException {
        access.require(Operation.BOOK_EXPENSE);
        return ReceiptCheck.take(fileName, content);
    }

    /** Somebody looks at a receipt: whoever began the plan, the team, the budget holder or the controller. */
    @Transactional(REQUIRED)
    public ReceiptContent look(ReceiptId id) {
        Receipt receipt = find(id);
        Expense expense = entityManager.find(Expense.class, receipt.expense().value());
        boolean ofOffice = access.may(Operation.SEE_EXPENSES, expense.neighbourhood());
        Operation operation = ofOffice ? Operation.SEE_EXPENSES : Operation.BOOK_EXPENSE;
        User reader = access.require(operation, expense.neighbourhood());
        if (!ofOffice && !initiatives.read(expense.initiative()).mine()) {
            throw new NotFound();
        }
        audit.inPowerOf(
                reader.capacityFor(operation, expense.neighbourhood()),
                () -> audit.record(
                        "spending.look-receipt",
                        "receipt",
                        Long.toString(receipt.id()),
                        "expense=" + expense.id().value()));
        return new ReceiptContent(receipt.kind(), bytes(receipt));
    }

    /** @param before how many it has already */
    void keep(Expense expense, int before, List<NewReceipt> receipts, UserId by) {
        if (before + receipts.size() == 0) {
            throw new Refusal("spending.error.no-receipt");
        }
        if (before + receipts.size() > MOST_OF_AN_EXPENSE) {
            throw new Refusal("spending.error.receipts-many", MOST_OF_AN_EXPENSE);
        }
        for (NewReceipt one : receipts) {
            byte[] content = one.content();
            Receipt receipt = new Receipt(expense.id(), one.kind(), content.length, by, LocalDate.now(clock));
            entityManager.persist(receipt);
            entityManager.flush();
            int number = 0;
            for (byte[] part : Slices.of(content)) {
                entityManager.persist(new ReceiptPart(receipt.id(), number++, part));
            }
        }
    }

    /** The receipts of these expenses, in as many queries for many as for few. */
    Map<ExpenseId, List<ReceiptSummary>> list(Collection<ExpenseId> expenses) {
        Map<ExpenseId, List<ReceiptSummary>> receipts = new HashMap<>();
        for (List<Long> part : Parts.of(expenses.stream().map(ExpenseId::value).toList())) {
            entityManager
                    .createQuery("select r from Receipt r where r.expense in :expenses order by r.id", Receipt.class)
                    .setParameter("expenses", part)
                    .getResultStream()
                    .forEach(receipt -> receipts.computeIfAbsent(receipt.expense(), none -> new ArrayList<>())
                            .add(receipt.summary()));
        }
        return receipts;
    }

    private Receipt find(ReceiptId id) {
        return entityManager
                .createQuery("select r from Receipt r where r.opaqueId = :id", Receipt.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private byte[] bytes(Receipt receipt) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(receipt.bytes());
        entityManager
                .createQuery(
                        "select p from ReceiptPart p where p.receipt = :receipt order by p.number", ReceiptPart.class)
                .setParameter("receipt", receipt.id())
                .getResultStream()
                .map(ReceiptPart::content)
                .forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
