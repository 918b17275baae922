package nl.buurtbundel.budget;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.NewTransfer;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/** What may bear costs that realised release does not bear yet: how much, until when, and whose money it is. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class PreFinancings {
    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final Ledger ledger;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected PreFinancings() {
        this(null, null, null, null);
    }

    @Inject
    PreFinancings(Access access, AuditLog audit, Ledger ledger, Clock clock) {
        this.access = access;
        this.audit = audit;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Makes or changes the arrangement of a year, place and task field. A higher limit takes money from the task field, a lower
     * one gives it back; what is in use cannot be given back.
     *
     * @param neighbourhood none: for the whole municipality
     */
    @Transactional(REQUIRED)
    public PreFinancingId set(
            FiscalYear year,
            @Nullable NeighbourhoodCode neighbourhood,
            String taskField,
            Money limit,
            LocalDate endsOn) {
        User user = access.require(Operation.SET_PRE_FINANCING);
        access.requireForWhole(
                Operation.SET_PRE_FINANCING,
                neighbourhood == null ? user.municipality() : neighbourhood.municipality());
        PreFinancing preFinancing = find(user.municipality(), year, neighbourhood, taskField)
                .orElseGet(() -> {
                    PreFinancing made = new PreFinancing(user.municipality(), year, neighbourhood, taskField, endsOn);
                    entityManager.persist(made);
                    return made;
                });
        Money difference = preFinancing.change(limit, endsOn, LocalDate.now(clock));
        String key = preFinancing.reference() + ":" + preFinancing.changes();
        if (difference.isPositive()) {
            ledger.transfer(new NewTransfer(
                    key,
                    preFinancing.source(),
                    preFinancing.account(),
                    difference,
                    Reason.PRE_FINANCING_SET,
                    preFinancing.reference(),
                    ""));
        } else if (difference.isNegative()) {
            ledger.transfer(new NewTransfer(
                    key,
                    preFinancing.account(),
                    preFinancing.source(),
                    difference.negated(),
                    Reason.PRE_FINANCING_SET,
                    preFinancing.reference(),
                    ""));
        }
        audit.record(
                "budget.set-pre-financing",
                "pre-financing",
                Long.toString(preFinancing.id()),
                "limit=" + limit.cents() + " ends=" + endsOn);
        return new PreFinancingId(preFinancing.id());
    }

    /** What bears costs of a neighbourhood today. */
    public List<PreFinancingSummary> list(NeighbourhoodCode neighbourhood, FiscalYear year) {
        access.require(Operation.SEE_BUDGETS, neighbourhood);
        return listBearing(neighbourhood, year);
    }

    List<PreFinancingSummary> listBearing(NeighbourhoodCode neighbourhood, FiscalYear year) {
        LocalDate today = LocalDate.now(clock);
        return listOf(neighbourhood, year).stream()
                .filter(preFinancing -> preFinancing.bears(neighbourhood, today))
                .flatMap(preFinancing -> ledger.findAccount(preFinancing.account()).map(preFinancing::summary).stream())
                .toList();
    }

    /** The last day on which the arrangement of an account bears. */
    Optional<LocalDate> findEnd(NeighbourhoodCode neighbourhood, AccountKey account) {
        return listOf(neighbourhood, account.year()).stream()
                .filter(preFinancing -> preFinancing.account().equals(account))
                .map(PreFinancing::endsOn)
                .findFirst();
    }

    /** The accounts that bear costs of a neighbourhood or did so, also past their end date. */
    List<AccountSummary> listAccounts(NeighbourhoodCode neighbourhood, FiscalYear year) {
        return listOf(neighbourhood, year).stream()
                .flatMap(preFinancing -> ledger.findAccount(preFinancing.account()).stream())
                .toList();
    }

    private List<PreFinancing> listOf(NeighbourhoodCode neighbourhood, FiscalYear year) {
        // the arrangement for the neighbourhood itself before the one for all
        return entityManager
                .createQuery(
                        "select p from PreFinancing p where p.municipality = :municipality and p.fiscalYear = :year"
                                + " order by p.neighbourhood desc, p.sourceTaskField, p.id",
                        PreFinancing.class)
                .setParameter("municipality", neighbourhood.municipality().value())
                .setParameter("year", year.year())
                .getResultStream()
                .filter(preFinancing -> preFinancing.bears(neighbourhood))
                .toList();
    }

    private Optional<PreFinancing> find(
            MunicipalityCode municipality,
            FiscalYear year,
            @Nullable NeighbourhoodCode neighbourhood,
            String taskField) {
        return entityManager
                .createQuery(
                        "select p from PreFinancing p where p.municipality = :municipality and p.fiscalYear = :year"
                                + " and p.neighbourhood = :neighbourhood and p.sourceTaskField = :taskField",
                        PreFinancing.class)
                .setParameter("municipality", municipality.value())
                .setParameter("year", year.year())
                .setParameter("neighbourhood", neighbourhood == null ? "" : neighbourhood.value())
                .setParameter("taskField", taskField)
                .getResultStream()
                .findFirst();
    }
}
