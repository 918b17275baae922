package nl.buurtbundel.ledger;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** This book beside the municipality’s own: what both say was paid, day by day and task field by task field. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Reconciliations {
    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final TaskFields taskFields;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Reconciliations() {
        this(null, null, null, null);
    }

    @Inject
    Reconciliations(Access access, AuditLog audit, TaskFields taskFields, Clock clock) {
        this.access = access;
        this.audit = audit;
        this.taskFields = taskFields;
        this.clock = clock;
    }

    /**
     * Takes in what the municipality’s ledger says, whole or not at all. A later file for the same day and task field is what it
     * says from then on.
     *
     * @param file CSV: {@code datum;taakveld;bedrag}
     * @return how many lines it had
     */
    @Transactional(REQUIRED)
    public int read(MunicipalityCode municipality, byte[] file) {
        User reader = access.requireForWhole(Operation.RECONCILE, municipality);
        LocalDate today = LocalDate.now(clock);
        List<MunicipalBalanceFile.Line> lines = MunicipalBalanceFile.read(file);
        Map<Map.Entry<String, FiscalYear>, Boolean> fields = new HashMap<>();
        Map<Map.Entry<LocalDate, String>, MunicipalBalance> known = known(municipality, lines);
        for (MunicipalBalanceFile.Line line : lines) {
            if (line.day().isAfter(today)) {
                throw new Refusal("ledger.error.balances-later", line.number());
            }
            if (!fields.computeIfAbsent(
                    Map.entry(line.taskField(), FiscalYear.of(line.day())),
                    at -> taskFields.find(at.getKey(), at.getValue()).isPresent())) {
                throw new Refusal("ledger.error.balances-task-field", line.number(), line.taskField());
            }
            known.computeIfAbsent(Map.entry(line.day(), line.taskField()), at -> newBalance(municipality, line))
                    .says(line.amount(), reader.id(), today);
        }
        audit.record("ledger.reconcile", "municipality", municipality.value(), "lines=" + lines.size());
        return lines.size();
    }

    private Map<Map.Entry<LocalDate, String>, MunicipalBalance> known(
            MunicipalityCode municipality, List<MunicipalBalanceFile.Line> lines) {
        Map<Map.Entry<LocalDate, String>, MunicipalBalance> known = new HashMap<>();
        Set<LocalDate> days = lines.stream().map(MunicipalBalanceFile.Line::day).collect(Collectors.toSet());
        for (List<LocalDate> part : Parts.of(new TreeSet<>(days))) {
            listOf(municipality, part)
                    .forEach(balance -> known.put(Map.entry(balance.day(), balance.taskField()), balance));
        }
        return known;
    }

    private MunicipalBalance newBalance(MunicipalityCode municipality, MunicipalBalanceFile.Line line) {
        MunicipalBalance balance = new MunicipalBalance(municipality, line.day(), line.taskField());
        entityManager.persist(balance);
        return balance;
    }

    private List<MunicipalBalance> listOf(MunicipalityCode municipality, List<LocalDate> days) {
        return entityManager
                .createQuery(
                        "select b from MunicipalBalance b where b.municipality = :municipality and b.onDay in :days",
                        MunicipalBalance.class)
                .setParameter("municipality", municipality.value())
                .setParameter("days", days)
                .getResultList();
    }

    /**
     * The newest days that the municipality’s ledger was read of, and of those every task field in which either book has
     * something by then.
     *
     * @param days how many days at most
     */
    public List<Reconciliation> list(MunicipalityCode municipality, FiscalYear year, int days) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        List<LocalDate> newest = entityManager
                .createQuery(
                        "select distinct b.onDay from MunicipalBalance b where b.municipality = :municipality"
                                + " and b.onDay >= :first and b.onDay <= :last order by b.onDay desc",
                        LocalDate.class)
                .setParameter("municipality", municipality.value())
                .setParameter("first", year.firstDay())
                .setParameter("last", year.lastDay())
                .setMaxResults(days)
                .getResultList();
        if (newest.isEmpty()) {
            return List.of();
        }
        return Reconciliation.list(newest, saidByDay(municipality, year), paidByDay(municipality, year));
    }

    /** By task field: what the municipality’s ledger says was spent in the calendar year until each day that was read. */
    private Map<String, TreeMap<LocalDate, Money>> saidByDay(MunicipalityCode municipality, FiscalYear year) {
        Map<String, TreeMap<LocalDate, Money>> said = new TreeMap<>();
        for (Object[] row : entityManager
                .createQuery(
                        "select b.taskField, b.onDay, b.amountCents from MunicipalBalance b"
                                + " where b.municipality = :municipality and b.onDay >= :first and b.onDay <= :last",
                        Object[].class)
                .setParameter("municipality", municipality.value())
                .setParameter("first", year.firstDay())
                .setParameter("last", year.lastDay())
                .getResultList()) {
            said.computeIfAbsent((String) row[0], field -> new TreeMap<>())
                    .put((LocalDate) row[1], Money.ofCents(((Number) row[2]).longValue()));
        }
        return said;
    }

    /** By task field: all that was paid in the calendar year until and including each day on which something was. */
    private Map<String, TreeMap<LocalDate, Money>> paidByDay(MunicipalityCode municipality, FiscalYear year) {
        Map<String, TreeMap<LocalDate, Money>> paid = new TreeMap<>();
        for (Object[] row : entityManager
                .createQuery(
                        "select a.taskField, p.bookedOn, sum(p.amountCents) from Posting p join p.account a"
                                + " where a.municipality = :municipality"
                                + " and p.bookedOn >= :first and p.bookedOn <= :last"
                                + " and a.kind = nl.buurtbundel.ledger.AccountKind.PAID"
                                + " group by a.taskField, p.bookedOn order by p.bookedOn",
                        Object[].class)
                .setParameter("municipality", municipality.value())
                .setParameter("first", year.firstDay())
                .setParameter("last", year.lastDay())
                .getResultList()) {
            TreeMap<LocalDate, Money> byDay = paid.computeIfAbsent((String) row[0], field -> new TreeMap<>());
            Money before = byDay.isEmpty() ? Money.ZERO : byDay.lastEntry().getValue();
            byDay.put((LocalDate) row[1], before.plus(Money.ofCents(((Number) row[2]).longValue())));
        }
        return paid;
    }
}
