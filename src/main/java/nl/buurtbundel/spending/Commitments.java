package nl.buurtbundel.spending;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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
import nl.buurtbundel.assessment.Interests;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.ReservationId;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/** What the team agreed with organisations: the money is held until the last bill, or until nothing more will be asked for. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Commitments {
    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final Initiatives initiatives;
    private final Interests interests;
    private final LineBook lines;
    private final GrantedMoney money;
    private final Ledger ledger;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Commitments() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    Commitments(
            Access access,
            AuditLog audit,
            Initiatives initiatives,
            Interests interests,
            LineBook lines,
            GrantedMoney money,
            Ledger ledger,
            Clock clock) {
        this.access = access;
        this.audit = audit;
        this.initiatives = initiatives;
        this.interests = interests;
        this.lines = lines;
        this.money = money;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Keeps what was agreed, and holds its money.
     *
     * @param key of the command: the same again changes nothing and gives the same agreement
     */
    @Transactional(REQUIRED)
    public CommitmentId agree(String key, NewCommitment agreed) {
        BudgetLine line = lines.read(agreed.line());
        User worker = access.require(Operation.KEEP_BUDGET_LINES, line.neighbourhood());
        ledger.open(line.neighbourhood().municipality());
        Optional<Commitment> before = findBy(key);
        if (before.isPresent()) {
            return before.get().answer(agreed);
        }
        // after the book: it may have ended while this waited
        InitiativeDossier plan = initiatives.readDossier(line.initiative());
        Interested.requireSpendable(plan.stage());
        Interested.requireNone(worker.id(), Interested.in(plan, interests));
        Commitment commitment = new Commitment(key, lines.lock(agreed.line()), agreed, worker.id(), today());
        entityManager.persist(commitment);
        hold(commitment, null);
        record("agree", commitment, "cents=" + agreed.amount().cents());
        return commitment.id();
    }

    /** Nothing more will be asked for: what no bill took is left on its line again. */
    @Transactional(REQUIRED)
    public void close(CommitmentId id, int version) {
        Commitment commitment = read(id);
        access.require(Operation.KEEP_BUDGET_LINES, commitment.neighbourhood());
        lock(commitment);
        Conflict.unlessSame(version, commitment.version());
        close(commitment);
        record("close-commitment", commitment, "");
    }

    private void close(Commitment commitment) {
        Money free = commitment.close(today());
        lines.lock(commitment.line()).uncommit(free);
        commitment.reservation().ifPresent(held -> ledger.voidReservation(key(commitment, held), held));
        commitment.held(null);
    }

    /** Nothing more is to come of it, or is let come: what was agreed holds nothing any more. Its bills have lapsed before. */
    void lapse(Commitment commitment) {
        boolean unused = commitment.toCome().isPositive();
        close(commitment);
        if (unused) {
            record("lapse-commitment", commitment, "");
        }
    }

    /** A bill is paid out of what was agreed; what is still to come is held anew. Gives what it was paid from. */
    ReservationId pay(CommitmentId id, Expense bill) {
        Commitment commitment = readLocked(id);
        ReservationId held = commitment.reservation().orElseThrow(NotFound::new);
        ledger.postPart("expense:" + bill.id().value() + ":pay:" + held.value(), held, bill.amount());
        commitment.pay(bill.amount());
        commitment.held(null);
        if (commitment.isOver(today())) {
            lapse(commitment);
        } else {
            hold(commitment, held);
        }
        return held;
    }

    /** What a bill of it was paid with is there again: to be paid still, or left on its line where nothing more is asked for. */
    void comeBack(CommitmentId id, Expense bill, BudgetLine line) {
        Commitment commitment = readLocked(id);
        commitment.comeBack(bill.amount());
        if (!commitment.isOpen()) {
            line.comeBack(bill.amount());
            return;
        }
        line.comeBackCommitted(bill.amount());
        if (commitment.isOver(today())) {
            lapse(commitment);
            return;
        }
        ReservationId held = commitment.reservation().orElseThrow(NotFound::new);
        ledger.voidReservation(key(commitment, held), held);
        hold(commitment, held);
    }

    /** The bank paid a bill of it, or may pay one any day: what was let go of it is held anew. */
    void holdOn(Commitment commitment, LocalDate until) {
        ReservationId before = commitment.reservation().orElseThrow(NotFound::new);
        commitment.held(money.hold(
                "commitment:" + commitment.id().value() + ":after:" + before.value(),
                commitment.neighbourhood().municipality(),
                commitment.initiative(),
                commitment.toCome(),
                until));
        record("hold-on-commitment", commitment, "");
    }

    /** @param before by which it was held until now */
    private void hold(Commitment commitment, @Nullable ReservationId before) {
        String key = "commitment:" + commitment.id().value() + ":"
                + commitment.toCome().cents();
        commitment.held(money.hold(
                before == null ? key : key + ":after:" + before.value(),
                commitment.neighbourhood().municipality(),
                commitment.initiative(),
                commitment.toCome(),
                commitment.heldUntil(today())));
    }

    Commitment readLocked(CommitmentId id) {
        Commitment commitment = read(id);
        lock(commitment);
        return commitment;
    }

    Commitment read(CommitmentId id) {
        Commitment commitment = entityManager.find(Commitment.class, id.value());
        if (commitment == null) {
            throw new NotFound();
        }
        return commitment;
    }

    List<Commitment> list(InitiativeId plan) {
        return entityManager
                .createQuery(
                        "select c from Commitment c where c.initiative = :plan order by c.id desc", Commitment.class)
                .setParameter("plan", plan.value())
                .getResultList();
    }

    Optional<Commitment> findHeldBy(ReservationId held) {
        return entityManager
                .createQuery("select c from Commitment c where c.reservation = :held", Commitment.class)
                .setParameter("held", held.value())
                .getResultStream()
                .findFirst();
    }

    private Optional<Commitment> findBy(String key) {
        return entityManager
                .createQuery("select c from Commitment c where c.commandKey = :key", Commitment.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    /** The book first, as everybody who moves money does. */
    private void lock(Commitment commitment) {
        ledger.open(commitment.neighbourhood().municipality());
        entityManager.refresh(commitment, LockModeType.PESSIMISTIC_WRITE);
    }

    private void record(String deed, Commitment commitment, String details) {
        audit.record(
                "spending." + deed,
                "commitment",
                Long.toString(commitment.id().value()),
                (commitment.initiative().reference() + " " + details).strip());
    }

    private static String key(Commitment commitment, ReservationId held) {
        return "commitment:" + commitment.id().value() + ":void:" + held.value();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
