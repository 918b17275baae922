package nl.buurtbundel.budget;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.PlanInBrief;
import nl.buurtbundel.initiative.PublicInitiative;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.NewReservation;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.ReservationExpired;
import nl.buurtbundel.ledger.ReservationId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * Payments to plans, out of what was granted for this year and earlier ones, between the decision and the end of the plan. The team makes one
 * ready, which holds the money; the budget holder pays it, or does not.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Payments {
    private static final int WEEKS_IT_WAITS = 8;

    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final Initiatives initiatives;
    private final Ledger ledger;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Payments() {
        this(null, null, null, null, null);
    }

    @Inject
    Payments(Access access, AuditLog audit, Initiatives initiatives, Ledger ledger, Clock clock) {
        this.access = access;
        this.audit = audit;
        this.initiatives = initiatives;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** From which day on there is money to pay to a plan with, where all that was granted is for later years. */
    public Optional<LocalDate> findPayableFrom(InitiativeId initiative) {
        InitiativeDossier plan = initiatives.readDossier(initiative);
        access.require(Operation.SEE_BUDGETS, plan.neighbourhood());
        return listGrantedAtAll(plan).stream()
                .filter(account -> account.available().isPositive())
                .map(account -> account.key().year().firstDay())
                .findFirst()
                .filter(first -> first.isAfter(today()));
    }

    /** What could be paid to a plan today: what was granted for this year and what is left of earlier ones. */
    public Money readPayable(InitiativeId initiative) {
        InitiativeDossier plan = initiatives.readDossier(initiative);
        access.require(Operation.SEE_BUDGETS, plan.neighbourhood());
        return plan.stage().isGranted()
                ? Money.sum(listGranted(plan).stream()
                        .map(AccountSummary::available)
                        .toList())
                : Money.ZERO;
    }

    /**
     * Makes a payment ready, and holds the money.
     *
     * @param key of the command: the same again changes nothing and gives the same payment
     * @param purpose what it is for, in a few words
     */
    @Transactional(REQUIRED)
    public PaymentId prepare(String key, InitiativeId initiative, Money amount, String purpose) {
        InitiativeDossier plan = initiatives.readDossier(initiative);
        User preparer = access.require(Operation.PREPARE_PAYMENT, plan.neighbourhood());
        requirePayable(plan);
        Payment payment = new Payment(
                initiative, plan.neighbourhood(), amount, purpose, preparer.id(), interested(plan), today());
        MunicipalityCode municipality = plan.neighbourhood().municipality();
        String content = initiative.reference() + '|' + amount.cents() + '|' + purpose;
        Optional<Payment> before =
                ledger.findReserved(municipality, key, content).flatMap(this::findBy);
        if (before.isPresent()) {
            return new PaymentId(before.get().id());
        }
        payment.held(ledger.reserve(new NewReservation(
                key,
                content,
                municipality,
                Reason.PAID,
                initiative.reference(),
                today().plusWeeks(WEEKS_IT_WAITS),
                lines(listGranted(plan), amount))));
        entityManager.persist(payment);
        record("prepare", payment, "cents=" + amount.cents());
        return new PaymentId(payment.id());
    }

    /** The second person pays: the money leaves the pooled budget. */
    @Transactional(REQUIRED)
    public void pay(PaymentId id, int version) {
        Payment payment = read(id);
        User payer = access.require(Operation.PAY, payment.neighbourhood());
        lock(payment);
        Conflict.unlessSame(version, payment.version());
        InitiativeDossier plan = planOf(payment);
        requirePayable(plan);
        payment.pay(payer.id(), interested(plan), today());
        ledger.post(key(payment) + ":pay", payment.reservation());
        record("pay", payment, "");
    }

    /** The second person does not pay: the money is there again. */
    @Transactional(REQUIRED)
    public void decline(PaymentId id, int version, String because) {
        Payment payment = read(id);
        User payer = access.require(Operation.PAY, payment.neighbourhood());
        lock(payment);
        Conflict.unlessSame(version, payment.version());
        payment.decline(payer.id(), because, today());
        ledger.voidReservation(key(payment) + ":void", payment.reservation());
        record("decline-payment", payment, "");
    }

    /** The payments to a plan, the newest first. */
    public List<PaymentSummary> list(InitiativeId initiative) {
        InitiativeDossier plan = initiatives.readDossier(initiative);
        User user = access.require(Operation.SEE_BUDGETS, plan.neighbourhood());
        boolean pays = access.may(Operation.PAY, plan.neighbourhood());
        return listOf(initiative).stream()
                .map(payment -> payment.summary(plan.title(), pays && mayPay(payment, user, interested(plan))))
                .toList();
    }

    /** What became of the money of a plan that ended, as the book tells it; none of a plan that goes on or got nothing. */
    @WithoutAccessCheck(
            "a public page: the whole of what was granted, and of what became of it once the plan has ended")
    public Optional<Settlement> findSettlement(InitiativeId initiative) {
        PublicInitiative plan = initiatives.readPublic(initiative);
        return plan.stage().isEnded() && plan.granted() != null
                ? Settlement.of(ledger.listTransfers(plan.neighbourhood().municipality(), initiative.reference()))
                : Optional.empty();
    }

    /** What payments were for, by what was held for them; as far as the reader may see budgets. */
    public Map<ReservationId, String> listPurposes(Collection<ReservationId> held) {
        access.require(Operation.SEE_BUDGETS);
        Map<ReservationId, String> purposes = new HashMap<>();
        for (List<Long> part :
                Parts.of(held.stream().map(ReservationId::value).sorted().toList())) {
            entityManager
                    .createQuery("select p from Payment p where p.reservation in :held", Payment.class)
                    .setParameter("held", part)
                    .getResultStream()
                    .filter(payment -> access.may(Operation.SEE_BUDGETS, payment.neighbourhood()))
                    .forEach(payment -> purposes.put(payment.reservation(), payment.purpose()));
        }
        return purposes;
    }

    /** What waits for the budget holder, the oldest first. */
    public List<PaymentSummary> listWaiting() {
        User user = access.require(Operation.PAY);
        List<Payment> waiting = entityManager
                .createQuery(
                        "select p from Payment p where p.state = :prepared and p.neighbourhood like :municipality"
                                + " order by p.id",
                        Payment.class)
                .setParameter("prepared", PaymentState.PREPARED)
                .setParameter("municipality", user.municipality().neighbourhoodPattern())
                .getResultList();
        Map<InitiativeId, PlanInBrief> plans = initiatives.listInBrief(
                waiting.stream().map(Payment::initiative).toList());
        return waiting.stream()
                .flatMap(payment -> Optional.ofNullable(plans.get(payment.initiative()))
                        .map(plan -> payment.summary(plan.title(), mayPay(payment, user, plan.interested())))
                        .stream())
                .toList();
    }

    /** The plan has ended: what waits is not paid any more, and its money is there again. */
    @Transactional(MANDATORY)
    @WithoutAccessCheck("called inside the transaction that ends the plan, which has checked")
    public void lapse(InitiativeId initiative) {
        for (Payment payment : listOf(initiative)) {
            lock(payment);
            if (payment.state() == PaymentState.PREPARED) {
                payment.lapse(LapseReason.PLAN_ENDED, today());
                ledger.voidReservation(key(payment) + ":void", payment.reservation());
                record("lapse-payment", payment, "");
            }
        }
    }

    /** The money of a payment that waited too long is free again: it is not paid any more. */
    void whenHeldTooLong(@Observes ReservationExpired expired) {
        findBy(expired.reservation())
                .filter(payment -> payment.state() == PaymentState.PREPARED)
                .ifPresent(payment -> {
                    payment.lapse(LapseReason.WAITED_TOO_LONG, today());
                    record("lapse-payment", payment, "waited too long");
                });
    }

    private static boolean mayPay(Payment payment, User user, Set<UserId> interested) {
        return payment.state() == PaymentState.PREPARED
                && payment.whyNotBy(user.id(), interested).isEmpty();
    }

    private static void requirePayable(InitiativeDossier plan) {
        if (!plan.stage().isGranted()) {
            throw new Refusal("budget.error.plan-not-payable");
        }
    }

    /** Who made the plan or is paid from it decides on none of its money. */
    private static Set<UserId> interested(InitiativeDossier plan) {
        Set<UserId> interested = new HashSet<>(plan.paidMembers());
        interested.add(plan.initiator());
        return interested;
    }

    /** What was granted for this year and earlier ones, the oldest first: the bill often comes in a later year than the work. */
    private List<AccountSummary> listGranted(InitiativeDossier plan) {
        FiscalYear year = FiscalYear.of(today());
        return listGrantedAtAll(plan).stream()
                .filter(account -> account.key().year().compareTo(year) <= 0)
                .toList();
    }

    private List<AccountSummary> listGrantedAtAll(InitiativeDossier plan) {
        return ledger
                .listAccounts(plan.neighbourhood().municipality(), plan.id().reference())
                .stream()
                .filter(account -> account.key().kind() == AccountKind.GRANTED)
                .toList();
    }

    /** The oldest money first. What is more than there is stays on the newest, where the ledger refuses it. */
    private static List<NewReservation.Line> lines(List<AccountSummary> granted, Money amount) {
        if (granted.isEmpty()) {
            throw new Refusal("budget.error.nothing-granted");
        }
        List<NewReservation.Line> lines = new ArrayList<>();
        Money left = amount;
        for (AccountSummary account : granted) {
            boolean newest = account.equals(granted.get(granted.size() - 1));
            Money part = newest ? left : left.min(account.available());
            if (part.isPositive()) {
                lines.add(new NewReservation.Line(account.key(), paid(account.key()), part));
                left = left.minus(part);
            }
        }
        return lines;
    }

    private static AccountKey paid(AccountKey granted) {
        return AccountKey.of(granted.municipality(), granted.year(), AccountKind.PAID)
                .withReference(granted.reference())
                .withTaskField(granted.taskField())
                .withNeighbourhood(granted.neighbourhood());
    }

    private Optional<Payment> findBy(ReservationId held) {
        return entityManager
                .createQuery("select p from Payment p where p.reservation = :held", Payment.class)
                .setParameter("held", held.value())
                .getResultStream()
                .findFirst();
    }

    private InitiativeDossier planOf(Payment payment) {
        return initiatives.readDossier(payment.initiative());
    }

    private List<Payment> listOf(InitiativeId initiative) {
        return entityManager
                .createQuery(
                        "select p from Payment p where p.initiative = :initiative order by p.id desc", Payment.class)
                .setParameter("initiative", initiative.value())
                .getResultList();
    }

    private Payment read(PaymentId id) {
        Payment payment = entityManager.find(Payment.class, id.value());
        if (payment == null) {
            throw new NotFound();
        }
        return payment;
    }

    /**
     * The row stays locked until the end of the transaction; what is read is what the other one left. The book first, as the
     * night does, which comes from the book to the payments.
     */
    private void lock(Payment payment) {
        ledger.open(payment.neighbourhood().municipality());
        entityManager.refresh(payment, LockModeType.PESSIMISTIC_WRITE);
    }

    private void record(String deed, Payment payment, String details) {
        audit.record(
                "budget." + deed,
                "payment",
                Long.toString(payment.id()),
                (payment.initiative().reference() + " " + details).strip());
    }

    private static String key(Payment payment) {
        return "payment:" + payment.id();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
