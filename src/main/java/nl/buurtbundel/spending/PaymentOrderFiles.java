package nl.buurtbundel.spending;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.foundation.Slices;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * The files for the bank of which nothing is recorded yet, so that one that got lost is sent as it was: a bank that gets it
 * twice sees so by its number. As soon as something of it is recorded as paid or as not sent it is thrown away, and after
 * {@link OrderedExpenses#WEEKS_KEPT} weeks in any case.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
class PaymentOrderFiles {
    @PersistenceContext
    private EntityManager entityManager;

    private final AuditLog audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected PaymentOrderFiles() {
        this(null, null);
    }

    @Inject
    PaymentOrderFiles(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    void keep(String order, byte[] file) {
        int number = 0;
        for (byte[] part : Slices.of(file)) {
            entityManager.persist(new PaymentOrderPart(order, number++, part));
        }
    }

    void forget(String order) {
        entityManager
                .createQuery("delete from PaymentOrderPart p where p.paymentOrder = :order")
                .setParameter("order", order)
                .executeUpdate();
    }

    /** Nobody recorded in time what became of these: the accounts in them are kept no longer. */
    @Transactional(REQUIRED)
    void forgetOverdue(MunicipalityCode municipality) {
        entityManager
                .createQuery(
                        "select distinct e.paymentOrder from Expense e where e.neighbourhood like :municipality"
                                + " and e.orderedOn <= :day and exists"
                                + " (select p.id from PaymentOrderPart p where p.paymentOrder = e.paymentOrder)",
                        String.class)
                .setParameter("municipality", municipality.neighbourhoodPattern())
                .setParameter("day", LocalDate.now(clock).minusWeeks(OrderedExpenses.WEEKS_KEPT))
                .getResultList()
                .forEach(order -> {
                    forget(order);
                    audit.record("spending.forget-order", "payment-order", order, "");
                });
    }

    /** As it was made; empty once it was thrown away. */
    byte[] read(String order) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        entityManager
                .createQuery(
                        "select p from PaymentOrderPart p where p.paymentOrder = :order order by p.number",
                        PaymentOrderPart.class)
                .setParameter("order", order)
                .getResultStream()
                .map(PaymentOrderPart::content)
                .forEach(file::writeBytes);
        return file.toByteArray();
    }

    /** Of these orders those whose file is kept, with how many expenses stand in it, whoever may pay them. */
    Map<String, Long> count(Collection<String> orders) {
        Map<String, Long> kept = new HashMap<>();
        for (var part : Parts.of(orders)) {
            entityManager
                    .createQuery(
                            "select e.paymentOrder, count(e) from Expense e where e.paymentOrder in :orders and exists"
                                    + " (select p.id from PaymentOrderPart p where p.paymentOrder = e.paymentOrder)"
                                    + " group by e.paymentOrder",
                            Object[].class)
                    .setParameter("orders", part)
                    .getResultStream()
                    .forEach(row -> kept.put((String) row[0], (Long) row[1]));
        }
        return kept;
    }
}
