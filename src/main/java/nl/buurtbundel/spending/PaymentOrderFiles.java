package nl.buurtbundel.spending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import nl.buurtbundel.foundation.Parts;

/**
 * The files for the bank of which nothing is recorded yet, so that one that got lost is sent as it was: a bank that gets it
 * twice sees so by its number. As soon as something of it is recorded as paid or as not sent it is thrown away.
 */
@ApplicationScoped
class PaymentOrderFiles {
    @PersistenceContext
    private EntityManager entityManager;

    void keep(String order, byte[] file) {
        int number = 0;
        for (int from = 0; from < file.length; from += PaymentOrderPart.BYTES) {
            byte[] part = Arrays.copyOfRange(file, from, Math.min(file.length, from + PaymentOrderPart.BYTES));
            entityManager.persist(new PaymentOrderPart(order, number++, part));
        }
    }

    void forget(String order) {
        entityManager
                .createQuery("delete from PaymentOrderPart p where p.paymentOrder = :order")
                .setParameter("order", order)
                .executeUpdate();
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
