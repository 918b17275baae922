package nl.buurtbundel.ledger;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * Moves money, holds it, and answers what there is. Every command has a key: the same again changes nothing and gives the
 * same answer, another command under a used key is refused.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Ledger {
    /** With both sides, so that the number of queries does not grow with the number of transfers. */
    private static final String TRANSFERS =
            "select distinct t from Transfer t join fetch t.postings p join fetch p.account";

    private static final int LOTS_AT_ONCE = 100;

    private static final String AFTER =
            " and l.origin <> :others and (l.number > :number or l.number = :number and l.place > :place)";

    private static final String CHECKED_ABOVE =
            "called by rooms that know what the money is for, and that have checked";

    private static final Map<String, Object> AS_IN_DATABASE =
            Map.of("jakarta.persistence.cache.storeMode", CacheStoreMode.REFRESH);

    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final TaskFields taskFields;
    private final Event<ReservationsExpiring> expiring;
    private final Event<ReservationExpired> expired;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Ledger() {
        this(null, null, null, null, null, null);
    }

    @Inject
    Ledger(
            Access access,
            AuditLog audit,
            TaskFields taskFields,
            Event<ReservationsExpiring> expiring,
            Event<ReservationExpired> expired,
            Clock clock) {
        this.access = access;
        this.audit = audit;
        this.taskFields = taskFields;
        this.expiring = expiring;
        this.expired = expired;
        this.clock = clock;
    }

    @Transactional(REQUIRED)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public Receipt transfer(NewTransfer command) {
        Book book = lock(command.from().municipality());
        Optional<Long> before = findAnswer(book, command.key(), command.canonical());
        if (before.isPresent()) {
            return new Receipt(new TransferId(before.get()), true);
        }
        Account from = open(book, command.from());
        Account to = open(book, command.to());
        Cause cause = cause(book, command.reason(), command.reference(), command.purpose(), null);
        Transfer transfer = record(Transfer.move(from, lotsOf(from, command.amount()), to, command.amount(), cause));
        remember(book, command.key(), command.canonical(), transfer.id());
        return new Receipt(new TransferId(transfer.id()), false);
    }

    /**
     * From here on nobody else writes in the book until this transaction ends. Who locks payments besides comes here first:
     * in one order, two transactions never wait for each other.
     */
    @Transactional(MANDATORY)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public void open(MunicipalityCode municipality) {
        lock(municipality);
    }

    /**
     * What came of a request to reserve, if it was made before. From here on nobody else writes in the book until this
     * transaction ends, so that what is left on an account stays left while lines are made up.
     */
    @Transactional(MANDATORY)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public Optional<ReservationId> findReserved(MunicipalityCode municipality, String key, String content) {
        return findAnswer(lock(municipality), key, "reserve|" + content).map(ReservationId::new);
    }

    @Transactional(REQUIRED)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public ReservationId reserve(NewReservation command) {
        String content = "reserve|" + command.content();
        Book book = lock(command.municipality());
        Optional<Long> before = findAnswer(book, command.key(), content);
        if (before.isPresent()) {
            return new ReservationId(before.get());
        }
        Reservation reservation =
                new Reservation(command.municipality(), command.reference(), command.reason(), command.expiresOn());
        Map<AccountKey, Account> accounts = new LinkedHashMap<>();
        for (NewReservation.Line line : command.lines()) {
            accounts.computeIfAbsent(line.from(), key -> open(book, key));
            accounts.computeIfAbsent(line.to(), key -> open(book, key));
        }
        // all of them are read before any changes: an account that is read again is as the database has it
        for (NewReservation.Line line : command.lines()) {
            reservation.hold(account(accounts, line.from()), account(accounts, line.to()), line.amount());
        }
        entityManager.persist(reservation);
        remember(book, command.key(), content, reservation.id());
        audit.record("ledger.reserve", "reservation", reservation.id());
        return new ReservationId(reservation.id());
    }

    /** The held money goes where it was meant to go. Once; not after a voiding, and not after the last day. */
    @Transactional(REQUIRED)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public void post(String key, ReservationId id) {
        post(key, id, "post|" + id.value(), reservation -> reservation.post(today()));
    }

    /**
     * A part of the held money goes where it was meant to go, line after line; the rest is free again. Once: who wants to hold
     * what is left holds it anew, in the same transaction.
     */
    @Transactional(REQUIRED)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public void postPart(String key, ReservationId id, Money part) {
        post(key, id, "post|" + id.value() + '|' + part.cents(), reservation -> reservation.post(part, today()));
    }

    private void post(
            String key, ReservationId id, String content, Function<Reservation, List<ReservationLine>> posting) {
        Reservation reservation = readReservation(id);
        Book book = lock(new MunicipalityCode(reservation.municipality()));
        if (findAnswer(book, key, content).isPresent()) {
            return;
        }
        refresh(reservation);
        for (ReservationLine line : posting.apply(reservation)) {
            Cause cause = cause(book, reservation.reason(), reservation.reference(), "", reservation.id());
            record(Transfer.move(line.from(), lotsOf(line.from(), line.posted()), line.to(), line.posted(), cause));
            // the next line reads lots and shares that this one changed
            entityManager.flush();
        }
        remember(book, key, content, reservation.id());
        audit.record("ledger.post-reservation", "reservation", reservation.id());
    }

    /** The held money is free again. Once; not after a posting. */
    @Transactional(REQUIRED)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public void voidReservation(String key, ReservationId id) {
        Reservation reservation = readReservation(id);
        Book book = lock(new MunicipalityCode(reservation.municipality()));
        String content = "void|" + id.value();
        if (findAnswer(book, key, content).isPresent()) {
            return;
        }
        refresh(reservation);
        reservation.letGo(today());
        remember(book, key, content, reservation.id());
        audit.record("ledger.void-reservation", "reservation", reservation.id());
    }

    /** Frees what was held past its last day. Says how many reservations were past it. */
    @Transactional(REQUIRED)
    public int voidExpired(MunicipalityCode municipality) {
        access.requireForWhole(Operation.FREE_EXPIRED_RESERVATIONS, municipality);
        List<Reservation> tooLate = entityManager
                .createQuery(
                        "select r from Reservation r where r.municipality = :municipality and r.state = :pending"
                                + " and r.expiresOn < :today order by r.id",
                        Reservation.class)
                .setParameter("municipality", municipality.value())
                .setParameter("pending", ReservationState.PENDING)
                .setParameter("today", today())
                .getResultList();
        expiring.fire(new ReservationsExpiring(tooLate.stream()
                .map(reservation -> new ReservationId(reservation.id()))
                .toList()));
        lock(municipality);
        for (Reservation reservation : tooLate) {
            refresh(reservation);
            if (reservation.state() == ReservationState.PENDING) {
                reservation.letGo(today());
                audit.record("ledger.expire-reservation", "reservation", reservation.id());
                expired.fire(new ReservationExpired(new ReservationId(reservation.id())));
            }
        }
        return tooLate.size();
    }

    /** The only correction there is: what one transfer did is undone by another. */
    @Transactional(REQUIRED)
    public TransferId counter(String key, TransferId id, String purpose) {
        access.require(Operation.POST_CORRECTION);
        Transfer wrong = Optional.ofNullable(entityManager.find(Transfer.class, id.value()))
                .orElseThrow(NotFound::new);
        MunicipalityCode municipality = new MunicipalityCode(wrong.municipality());
        User user = access.requireForWhole(Operation.POST_CORRECTION, municipality);
        Book book = lock(municipality);
        String content = "counter|" + id.value() + '|' + purpose;
        Optional<Long> before = findAnswer(book, key, content);
        if (before.isPresent()) {
            return new TransferId(before.get());
        }
        if (purpose.isBlank()) {
            throw new Refusal("ledger.error.correction-without-reason");
        }
        if (findCounterOf(id).isPresent()) {
            throw new Refusal("ledger.error.already-countered");
        }
        book.requireOpen(wrong.giver().key().year());
        refreshToUndo(wrong);
        Transfer counter = audit.inPowerOf(
                user.capacityForWhole(Operation.POST_CORRECTION),
                () -> record(wrong.counter(cause(book, wrong.reason(), wrong.reference(), purpose, null)), wrong));
        remember(book, key, content, counter.id());
        return new TransferId(counter.id());
    }

    private void refreshToUndo(Transfer wrong) {
        refresh(wrong.giver());
        refresh(wrong.taker());
        for (Lot lot : wrong.lots()) {
            entityManager.refresh(lot);
            lot.source().ifPresent(entityManager::refresh);
        }
    }

    /**
     * What was paid out of what was held came back: every cent is again in the very lot that it came from. Once.
     *
     * @param purpose goes with each counter-transfer
     * @throws Refusal when its year is closed
     */
    @Transactional(REQUIRED)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public void comeBack(String key, ReservationId paid, String purpose) {
        Reservation reservation = readReservation(paid);
        Book book = lock(new MunicipalityCode(reservation.municipality()));
        String content = "come-back|" + paid.value();
        if (findAnswer(book, key, content).isPresent()) {
            return;
        }
        List<Transfer> payments = entityManager
                .createQuery("select t from Transfer t where t.reservation = :paid order by t.number", Transfer.class)
                .setParameter("paid", paid.value())
                .getResultList();
        if (payments.isEmpty()) {
            throw new NotFound();
        }
        for (Transfer payment : payments) {
            if (findCounterOf(new TransferId(payment.id())).isPresent()) {
                throw new Refusal("ledger.error.already-countered");
            }
            book.requireOpen(payment.giver().key().year());
            refreshToUndo(payment);
            record(payment.comeBack(cause(book, payment.reason(), payment.reference(), purpose, null)), payment);
            // the next one reads lots and shares that this one changed
            entityManager.flush();
        }
        remember(book, key, content, reservation.id());
        audit.record("ledger.payment-came-back", "reservation", reservation.id());
    }

    /**
     * Nobody books in this year any more, nor in those before: not by a late message, not by a correction.
     *
     * @throws Refusal when money of the year is still held for something
     */
    @Transactional(MANDATORY)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public void close(MunicipalityCode municipality, FiscalYear year) {
        Book book = lock(municipality);
        if (!listHeld(municipality, year).isEmpty()) {
            throw new Refusal("ledger.error.year-holds", year.toString());
        }
        book.close(year);
        audit.record("ledger.close-year", "fiscal-year", year.year());
    }

    @WithoutAccessCheck(CHECKED_ABOVE)
    public boolean isOpen(MunicipalityCode municipality, FiscalYear year) {
        Book book = entityManager.find(Book.class, municipality.value());
        return book == null || book.isOpen(year);
    }

    /** What is held in a year, or in those before, and not resolved yet. */
    @WithoutAccessCheck(CHECKED_ABOVE)
    public List<ReservationSummary> listHeld(MunicipalityCode municipality, FiscalYear year) {
        return refreshed(entityManager
                        .createQuery(
                                "select distinct r from Reservation r join fetch r.lines l join fetch l.from"
                                        + " join fetch l.to where r.municipality = :municipality and r.state = :pending"
                                        + " and exists (select h.id from ReservationLine h where h.reservation = r"
                                        + " and h.from.fiscalYear <= :year) order by r.id",
                                Reservation.class)
                        .setParameter("municipality", municipality.value())
                        .setParameter("pending", ReservationState.PENDING)
                        .setParameter("year", year.year()))
                .getResultStream()
                .map(Reservation::summary)
                .toList();
    }

    @WithoutAccessCheck(CHECKED_ABOVE)
    public Optional<AccountSummary> findAccount(AccountKey key) {
        return find(key).getResultStream().findFirst().map(Account::summary);
    }

    /** The accounts of a kind in a year, by task field, neighbourhood and reference. */
    @WithoutAccessCheck(CHECKED_ABOVE)
    public List<AccountSummary> listAccounts(MunicipalityCode municipality, FiscalYear year, AccountKind kind) {
        return refreshed(entityManager
                        .createQuery(
                                "select a from Account a where a.municipality = :municipality"
                                        + " and a.fiscalYear = :year and a.kind = :kind"
                                        + " order by a.taskField, a.neighbourhood, a.reference",
                                Account.class)
                        .setParameter("municipality", municipality.value())
                        .setParameter("year", year.year())
                        .setParameter("kind", kind))
                .getResultStream()
                .map(Account::summary)
                .toList();
    }

    /** The accounts that belong to a reference, oldest year first. */
    @WithoutAccessCheck(CHECKED_ABOVE)
    public List<AccountSummary> listAccounts(MunicipalityCode municipality, String reference) {
        return refreshed(entityManager
                        .createQuery(
                                "select a from Account a where a.municipality = :municipality"
                                        + " and a.reference = :reference order by a.fiscalYear, a.id",
                                Account.class)
                        .setParameter("municipality", municipality.value())
                        .setParameter("reference", reference))
                .getResultStream()
                .map(Account::summary)
                .toList();
    }

    @WithoutAccessCheck(CHECKED_ABOVE)
    public List<ReservationSummary> listReservations(MunicipalityCode municipality, String reference) {
        return refreshed(entityManager
                        .createQuery(
                                "select distinct r from Reservation r join fetch r.lines l join fetch l.from"
                                        + " join fetch l.to where r.municipality = :municipality"
                                        + " and r.reference = :reference",
                                Reservation.class)
                        .setParameter("municipality", municipality.value())
                        .setParameter("reference", reference))
                .getResultStream()
                .sorted(Comparator.comparing(Reservation::id))
                .map(Reservation::summary)
                .toList();
    }

    /** Everything that was ever held of an account, whatever came of it, the oldest first. */
    @WithoutAccessCheck(CHECKED_ABOVE)
    public List<ReservationSummary> listReservations(AccountId account) {
        return refreshed(entityManager
                        .createQuery(
                                "select distinct r from Reservation r join fetch r.lines l join fetch l.from"
                                        + " join fetch l.to where exists (select h.id from ReservationLine h"
                                        + " where h.reservation = r and h.from.id = :account)",
                                Reservation.class)
                        .setParameter("account", account.value()))
                .getResultStream()
                .sorted(Comparator.comparing(Reservation::id))
                .map(Reservation::summary)
                .toList();
    }

    /** Everything that was moved for a reference, in the order of the book. */
    @WithoutAccessCheck(CHECKED_ABOVE)
    public List<TransferSummary> listTransfers(MunicipalityCode municipality, String reference) {
        return summaries(entityManager
                .createQuery(
                        TRANSFERS + " where t.municipality = :municipality and t.reference = :reference",
                        Transfer.class)
                .setParameter("municipality", municipality.value())
                .setParameter("reference", reference));
    }

    /** Everything that was moved in a year for a reason, in the order of the book. */
    @WithoutAccessCheck(CHECKED_ABOVE)
    public List<TransferSummary> listTransfers(MunicipalityCode municipality, FiscalYear year, Reason reason) {
        return summaries(entityManager
                .createQuery(
                        TRANSFERS + " where t.municipality = :municipality and t.fiscalYear = :year"
                                + " and t.reason = :reason",
                        Transfer.class)
                .setParameter("municipality", municipality.value())
                .setParameter("year", year.year())
                .setParameter("reason", reason));
    }

    /** Everything that was moved for a reason and one of these references, in the order of the book. */
    @WithoutAccessCheck(CHECKED_ABOVE)
    public List<TransferSummary> listTransfers(
            MunicipalityCode municipality, Reason reason, Collection<String> references) {
        List<Transfer> found = new ArrayList<>();
        for (List<String> part : Parts.of(new TreeSet<>(references))) {
            found.addAll(entityManager
                    .createQuery(
                            TRANSFERS + " where t.municipality = :municipality and t.reason = :reason"
                                    + " and t.reference in :references",
                            Transfer.class)
                    .setParameter("municipality", municipality.value())
                    .setParameter("reason", reason)
                    .setParameter("references", part)
                    .getResultList());
        }
        return summaries(found);
    }

    /** Everything that was booked for one of these reasons in these days, in the order of the book. */
    @WithoutAccessCheck(CHECKED_ABOVE)
    public List<TransferSummary> listTransfers(
            MunicipalityCode municipality, Set<Reason> reasons, LocalDate first, LocalDate last) {
        return summaries(entityManager
                .createQuery(
                        TRANSFERS + " where t.municipality = :municipality and t.reason in :reasons"
                                + " and t.bookedOn >= :first and t.bookedOn <= :last",
                        Transfer.class)
                .setParameter("municipality", municipality.value())
                .setParameter("reasons", reasons)
                .setParameter("first", first)
                .setParameter("last", last));
    }

    /** What was moved for a reason and undone by a counter-transfer since. Corrections are few, however much was moved. */
    @WithoutAccessCheck(CHECKED_ABOVE)
    public Set<TransferId> listCountered(MunicipalityCode municipality, Reason reason) {
        return entityManager
                .createQuery(
                        "select t.counters from Transfer t where t.municipality = :municipality"
                                + " and t.reason = :reason and t.counters is not null",
                        Long.class)
                .setParameter("municipality", municipality.value())
                .setParameter("reason", reason)
                .getResultStream()
                .map(TransferId::new)
                .collect(Collectors.toSet());
    }

    /** Everything of this amount that was moved for a reason, in the order of the book. */
    @WithoutAccessCheck(CHECKED_ABOVE)
    public List<TransferSummary> listTransfers(MunicipalityCode municipality, Reason reason, Money amount) {
        return summaries(entityManager
                .createQuery(
                        TRANSFERS + " where t.municipality = :municipality and t.reason = :reason"
                                + " and t.amountCents = :amount",
                        Transfer.class)
                .setParameter("municipality", municipality.value())
                .setParameter("reason", reason)
                .setParameter("amount", amount.cents()));
    }

    /** What was moved in all for a reason, by reference; what was undone by a counter-transfer since is left out. */
    @WithoutAccessCheck(CHECKED_ABOVE)
    public Map<String, Money> sumStanding(MunicipalityCode municipality, Reason reason) {
        return entityManager
                .createQuery(
                        "select t.reference, sum(t.amountCents) from Transfer t where t.municipality = :municipality"
                                + " and t.reason = :reason and t.counters is null"
                                + " and not exists (select c.id from Transfer c where c.counters = t.id)"
                                + " group by t.reference",
                        Object[].class)
                .setParameter("municipality", municipality.value())
                .setParameter("reason", reason)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> Money.ofCents(((Number) row[1]).longValue())));
    }

    private static List<TransferSummary> summaries(TypedQuery<Transfer> query) {
        return summaries(query.getResultList());
    }

    private static List<TransferSummary> summaries(List<Transfer> found) {
        List<Transfer> transfers =
                found.stream().sorted(Comparator.comparing(Transfer::number)).toList();
        // a counter-transfer keeps the reference and the reason of what it undoes
        Set<TransferId> countered =
                transfers.stream().flatMap(t -> t.counters().stream()).collect(Collectors.toSet());
        return transfers.stream()
                .map(transfer -> transfer.summary(countered.contains(new TransferId(transfer.id()))))
                .toList();
    }

    /**
     * What an account gave (below zero) or took (above zero) for each reference in one neighbourhood, the oldest reference
     * first.
     */
    @WithoutAccessCheck(CHECKED_ABOVE)
    public Map<String, Money> sumByReference(AccountId account, NeighbourhoodCode neighbourhood) {
        Map<String, Money> sums = new LinkedHashMap<>();
        for (Object[] row : entityManager
                .createQuery(
                        "select t.reference, sum(p.amountCents), min(t.number) from Posting p join p.transfer t"
                                + " where p.account.id = :account and t.neighbourhood = :neighbourhood"
                                + " group by t.reference order by min(t.number)",
                        Object[].class)
                .setParameter("account", account.value())
                .setParameter("neighbourhood", neighbourhood.value())
                .getResultList()) {
            sums.put((String) row[0], Money.ofCents(((Number) row[1]).longValue()));
        }
        return sums;
    }

    /**
     * Where the money that came into an account came from, lot by lot and exact to the cent. A lot that a counter-transfer
     * undid is left out.
     */
    @WithoutAccessCheck(CHECKED_ABOVE)
    public List<Origin> traceBack(AccountId account) {
        return new LotTrace(entityManager).of(account);
    }

    /** Where the money came from that is on an account now, lot by lot, in the order in which it leaves. */
    @WithoutAccessCheck(CHECKED_ABOVE)
    public List<Origin> traceUnused(AccountId account) {
        return new LotTrace(entityManager).ofUnused(account);
    }

    /** Where the money that these transfers moved came from, lot by lot; also of those that were undone since. */
    @WithoutAccessCheck(CHECKED_ABOVE)
    public List<Origin> traceBack(Collection<TransferId> transfers) {
        return new LotTrace(entityManager).of(transfers);
    }

    /** What this transaction changed so far reaches the database first: from here on rows are read anew, without asking. */
    private Book lock(MunicipalityCode municipality) {
        entityManager.flush();
        return findLocked(municipality.value()).orElseGet(() -> {
            if (findLocked(Book.SHELF).isEmpty()) {
                throw new IllegalStateException("nothing to lock while a book is made");
            }
            return findLocked(municipality.value()).orElseGet(() -> {
                Book book = new Book(municipality.value());
                entityManager.persist(book);
                entityManager.flush();
                return book;
            });
        });
    }

    private Optional<Book> findLocked(String municipality) {
        return Optional.ofNullable(
                entityManager.find(Book.class, municipality, LockModeType.PESSIMISTIC_WRITE, AS_IN_DATABASE));
    }

    private Account open(Book book, AccountKey key) {
        book.requireOpen(key.year());
        return withoutFlush(find(key)).getResultStream().findFirst().orElseGet(() -> {
            if (!key.taskField().isEmpty()
                    && taskFields.find(key.taskField(), key.year()).isEmpty()) {
                throw new Refusal(
                        "ledger.error.no-task-field",
                        key.taskField(),
                        key.year().toString());
            }
            Account account = new Account(key);
            entityManager.persist(account);
            entityManager.flush();
            return account;
        });
    }

    private static Account account(Map<AccountKey, Account> accounts, AccountKey key) {
        return Objects.requireNonNull(accounts.get(key));
    }

    private TypedQuery<Account> find(AccountKey key) {
        return refreshed(entityManager
                .createQuery(
                        "select a from Account a where a.municipality = :municipality"
                                + " and a.fiscalYear = :year and a.kind = :kind and a.reference = :reference"
                                + " and a.taskField = :taskField and a.neighbourhood = :neighbourhood",
                        Account.class)
                .setParameter("municipality", key.municipality().value())
                .setParameter("year", key.year().year())
                .setParameter("kind", key.kind())
                .setParameter("reference", key.reference())
                .setParameter("taskField", key.taskField())
                .setParameter("neighbourhood", key.neighbourhoodOrNone()));
    }

    /**
     * Of an account, in their order of use: what others gave, for that leaves first also when it came last, and so many of the
     * rest that there is enough for this amount.
     */
    private List<Lot> lotsOf(Account account, Money amount) {
        if (account.isSource()) {
            return List.of();
        }
        List<Lot> oldest = unused(account, "").setMaxResults(LOTS_AT_ONCE).getResultList();
        if (oldest.size() < LOTS_AT_ONCE) {
            return Lot.inOrderOfUse(oldest);
        }
        List<Lot> lots = new ArrayList<>();
        if (account.key().kind().mayHoldOthers()) {
            lots.addAll(unused(account, " and l.origin = :others")
                    .setParameter("others", Origin.OF_OTHERS)
                    .getResultList());
        }
        Lot last = oldest.get(oldest.size() - 1);
        List<Lot> own = oldest.stream().filter(lot -> !lot.isOfOthers()).toList();
        lots.addAll(own);
        boolean more = true;
        while (more && (own.isEmpty() || sum(lots).compareTo(amount) < 0)) {
            own = unused(account, AFTER)
                    .setParameter("others", Origin.OF_OTHERS)
                    .setParameter("number", last.number())
                    .setParameter("place", last.place())
                    .setMaxResults(LOTS_AT_ONCE)
                    .getResultList();
            lots.addAll(own);
            more = own.size() == LOTS_AT_ONCE;
            last = more ? own.get(own.size() - 1) : last;
        }
        return lots;
    }

    private static Money sum(List<Lot> lots) {
        return Money.sum(lots.stream().map(Lot::remaining).toList());
    }

    private TypedQuery<Lot> unused(Account account, String which) {
        return withoutFlush(refreshed(entityManager
                .createQuery(
                        "select l from Lot l where l.account = :account and l.number >= :unusedFrom"
                                + " and l.remainingCents > 0" + which + " order by l.inAccount, l.number, l.place",
                        Lot.class)
                .setParameter("account", account)
                .setParameter("unusedFrom", account.unusedFrom())));
    }

    private Reservation readReservation(ReservationId id) {
        return Optional.ofNullable(entityManager.find(Reservation.class, id.value()))
                .orElseThrow(NotFound::new);
    }

    private void refresh(Reservation reservation) {
        entityManager.refresh(reservation, LockModeType.PESSIMISTIC_WRITE);
        for (ReservationLine line : reservation.lines()) {
            refresh(line.from());
            refresh(line.to());
        }
    }

    private void refresh(Account account) {
        entityManager.flush();
        entityManager.refresh(account, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Long> findCounterOf(TransferId id) {
        return entityManager
                .createQuery("select t.id from Transfer t where t.counters = :id", Long.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    private Cause cause(Book book, Reason reason, String reference, String purpose, @Nullable Long reservation) {
        return new Cause(book.nextNumber(), clock.instant(), today(), reason, reference, purpose, reservation);
    }

    private Transfer record(Transfer transfer) {
        return record(transfer, null);
    }

    private Transfer record(Transfer transfer, @Nullable Transfer undoes) {
        entityManager.persist(transfer);
        Map<Map.Entry<Account, String>, AccountShare> known = shares(transfer);
        for (Transfer.Share share : transfer.shares(undoes)) {
            known.computeIfAbsent(
                            Map.entry(share.account(), share.origin()), at -> newShare(at.getKey(), at.getValue()))
                    .add(share.amount());
        }
        audit.record(
                "ledger.transfer",
                "transfer",
                Long.toString(transfer.id()),
                "number=" + transfer.number() + " reason=" + transfer.reason() + " cents="
                        + transfer.amount().cents());
        return transfer;
    }

    /** What both accounts have, by account and origin. */
    private Map<Map.Entry<Account, String>, AccountShare> shares(Transfer transfer) {
        Map<Map.Entry<Account, String>, AccountShare> shares = new LinkedHashMap<>();
        withoutFlush(refreshed(entityManager
                        .createQuery(
                                "select s from AccountShare s where s.account in (:giver, :taker)", AccountShare.class)
                        .setParameter("giver", transfer.giver())
                        .setParameter("taker", transfer.taker())))
                .getResultStream()
                .forEach(share -> shares.put(Map.entry(share.account(), share.origin()), share));
        return shares;
    }

    private AccountShare newShare(Account account, String origin) {
        AccountShare share = new AccountShare(account, origin);
        entityManager.persist(share);
        return share;
    }

    private Optional<Long> findAnswer(Book book, String key, String content) {
        return withoutFlush(entityManager
                        .createQuery(
                                "select c from LedgerCommand c where c.municipality = :municipality"
                                        + " and c.idempotencyKey = :key",
                                LedgerCommand.class)
                        .setParameter("municipality", book.municipality())
                        .setParameter("key", key))
                .getResultStream()
                .findFirst()
                .map(command -> command.answer(content));
    }

    private void remember(Book book, String key, String content, long result) {
        entityManager.persist(new LedgerCommand(book.municipality(), key, content, result));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Rows as they are in the database now, not as this transaction may have read them before it had the lock. */
    private static <T> TypedQuery<T> refreshed(TypedQuery<T> query) {
        AS_IN_DATABASE.forEach(query::setHint);
        return query;
    }

    /** For what this command has not changed: comparing all that the transaction holds takes longer than the query. */
    private static <T> TypedQuery<T> withoutFlush(TypedQuery<T> query) {
        return query.setFlushMode(FlushModeType.COMMIT);
    }
}
