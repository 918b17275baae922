package nl.buurtbundel.release;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.ProcessingLog;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.foundation.Sheet;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.PlanInBrief;

/** What the teams ordered, for the back office that makes the messages 301 of it. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class ChangeOrders {
    private static final int MOST = 100;

    @PersistenceContext
    private EntityManager entityManager;

    private final Initiatives initiatives;
    private final Access access;
    private final CurrentUser currentUser;
    private final AuditLog audit;
    private final ProcessingLog processingLog;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected ChangeOrders() {
        this(null, null, null, null, null);
    }

    @Inject
    ChangeOrders(
            Initiatives initiatives,
            Access access,
            CurrentUser currentUser,
            AuditLog audit,
            ProcessingLog processingLog) {
        this.initiatives = initiatives;
        this.access = access;
        this.currentUser = currentUser;
        this.audit = audit;
        this.processingLog = processingLog;
    }

    /** The newest orders, as far as the user’s rights reach. A look at each person, who can see it. */
    @Transactional(REQUIRED)
    public List<ChangeOrderView> list() {
        User user = access.require(Operation.SEE_CHANGE_ORDERS);
        List<ChangeOrder> orders = entityManager
                .createQuery(
                        "select o from ChangeOrder o where o.neighbourhood like :municipality order by o.id desc",
                        ChangeOrder.class)
                .setParameter("municipality", user.municipality().neighbourhoodPattern())
                .getResultStream()
                .filter(order -> access.may(Operation.SEE_CHANGE_ORDERS, order.neighbourhood()))
                .limit(MOST)
                .toList();
        return looked(user, orders);
    }

    /** One of them, as a table to take along. A look at each person in it. */
    @Transactional(REQUIRED)
    public Sheet download(ChangeOrderId id) {
        ChangeOrder order = entityManager.find(ChangeOrder.class, id.value());
        if (order == null) {
            throw new NotFound();
        }
        User user = access.require(Operation.SEE_CHANGE_ORDERS, order.neighbourhood());
        ChangeOrderView view = looked(user, List.of(order)).get(0);
        audit.record("release.change-order-download", "change-order", id.value());
        return ChangeOrderSheet.of(view);
    }

    private List<ChangeOrderView> looked(User user, List<ChangeOrder> orders) {
        processingLog.looked(
                "release.look.order",
                orders.stream()
                        .flatMap(order -> order.subjects().stream())
                        .distinct()
                        .toList());
        // the back office reads of the plan what it is called, and nothing else
        Map<InitiativeId, PlanInBrief> plans = currentUser.runAs(
                User.system(user.municipality()),
                () -> initiatives.listInBrief(
                        orders.stream().map(ChangeOrder::initiative).toList()));
        Map<Long, LocalDate> ordered = mapOrdered(orders);
        return orders.stream()
                .map(order -> order.view(
                        Objects.requireNonNull(plans.get(order.initiative())).title(), ordered))
                .toList();
    }

    /** Until when help is ordered to end now. What was taken back is not in it. */
    private Map<Long, LocalDate> mapOrdered(List<ChangeOrder> orders) {
        Map<Long, LocalDate> ordered = new HashMap<>();
        List<Long> ids = orders.stream()
                .flatMap(order -> order.roads().stream())
                .distinct()
                .toList();
        for (List<Long> some : Parts.of(ids)) {
            entityManager
                    .createQuery(
                            "select r from ReleaseRoad r where r.expected in :ids and r.orderedUntil is not null",
                            ReleaseRoad.class)
                    .setParameter("ids", some)
                    .getResultStream()
                    .forEach(road -> ordered.put(road.expected(), Objects.requireNonNull(road.orderedUntil())));
        }
        return ordered;
    }
}
