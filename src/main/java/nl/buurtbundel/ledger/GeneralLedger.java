package nl.buurtbundel.ledger;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.foundation.Sha256;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** The book as the controller reads it: years, accounts, and what was posted on each. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class GeneralLedger {
    private static final Set<Reason> WITHIN_A_TASK_FIELD =
            EnumSet.of(Reason.RELEASE_REALISED, Reason.PRE_FINANCING_SET, Reason.PRE_FINANCING_RETURNED);

    /** More than people read at once, and no more than a query bears. */
    private static final int MOST_AT_ONCE = 500;

    private static final int SIDES = 2;

    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected GeneralLedger() {
        this(null);
    }

    @Inject
    GeneralLedger(Access access) {
        this.access = access;
    }

    /** The years that have accounts, the newest first. */
    public List<FiscalYear> listYears(MunicipalityCode municipality) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        return entityManager
                .createQuery(
                        "select distinct a.fiscalYear from Account a where a.municipality = :municipality"
                                + " order by a.fiscalYear desc",
                        Integer.class)
                .setParameter("municipality", municipality.value())
                .getResultStream()
                .map(FiscalYear::new)
                .toList();
    }

    /** What is on the accounts of a year together, by kind, in the order in which money walks. */
    public List<KindTotal> listKinds(MunicipalityCode municipality, FiscalYear year) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        return entityManager
                .createQuery(
                        "select a.kind, count(a), sum(a.balanceCents), sum(a.heldCents) from Account a"
                                + " where a.municipality = :municipality and a.fiscalYear = :year group by a.kind",
                        Object[].class)
                .setParameter("municipality", municipality.value())
                .setParameter("year", year.year())
                .getResultStream()
                .map(row -> new KindTotal(
                        (AccountKind) row[0],
                        ((Number) row[1]).longValue(),
                        Money.ofCents(((Number) row[2]).longValue()),
                        Money.ofCents(((Number) row[3]).longValue())))
                .sorted(Comparator.comparing(KindTotal::kind))
                .toList();
    }

    /**
     * The accounts of a year, in the order in which money walks.
     *
     * @param kind of the accounts; null for every kind
     * @param from how many to pass over
     * @param most how many to give at most
     */
    public List<AccountSummary> listAccounts(
            MunicipalityCode municipality, FiscalYear year, @Nullable AccountKind kind, int from, int most) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        return entityManager
                .createQuery(AccountRow.OF_YEAR, AccountRow.class)
                .setParameter("municipality", municipality.value())
                .setParameter("year", year.year())
                .setParameter("kinds", kind == null ? EnumSet.allOf(AccountKind.class) : EnumSet.of(kind))
                .setFirstResult(from)
                .setMaxResults(Math.min(most, MOST_AT_ONCE))
                .getResultStream()
                .map(AccountRow::summary)
                .toList();
    }

    /** The accounts of what money was granted, given or set apart for, in all years: the oldest year first. */
    public List<AccountSummary> listAccounts(MunicipalityCode municipality, String reference) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        return entityManager
                .createQuery(AccountRow.OF_REFERENCE, AccountRow.class)
                .setParameter("municipality", municipality.value())
                .setParameter("reference", reference)
                .getResultStream()
                .map(AccountRow::summary)
                .toList();
    }

    /**
     * What is held on an account now, and for what: together what it holds. What ends first comes first.
     *
     * @param from how many to pass over
     * @param most how many to give at most
     */
    public List<Held> listHeld(AccountId id, int from, int most) {
        return entityManager
                .createQuery(
                        "select r.id, r.reference, r.reason, r.expiresOn, sum(l.amountCents) from ReservationLine l"
                                + " join l.reservation r where l.from = :account"
                                + " and r.state = nl.buurtbundel.ledger.ReservationState.PENDING"
                                + " group by r.id, r.reference, r.reason, r.expiresOn order by r.expiresOn, r.id",
                        Object[].class)
                .setParameter("account", read(id))
                .setFirstResult(from)
                .setMaxResults(Math.min(most, MOST_AT_ONCE))
                .getResultStream()
                .map(row -> new Held(
                        new ReservationId((Long) row[0]),
                        (String) row[1],
                        (Reason) row[2],
                        (LocalDate) row[3],
                        Money.ofCents(((Number) row[4]).longValue())))
                .toList();
    }

    public AccountSummary readAccount(AccountId id) {
        return read(id).summary();
    }

    /**
     * What was posted on an account, the newest first, with the balance after each.
     *
     * @param before the number of the transfer before which they were posted
     * @param most how many to give at most
     */
    public List<PostingSummary> listPostings(AccountId id, long before, int most) {
        AccountKey here = read(id).key();
        return entityManager
                .createQuery(PostingRow.OF_ACCOUNT, PostingRow.class)
                .setParameter("account", id.value())
                .setParameter("before", before)
                .setMaxResults(Math.min(most, MOST_AT_ONCE))
                .getResultStream()
                .map(row -> row.summary(here))
                .toList();
    }

    /** One booking, where its money came from lot by lot, and where it is now. */
    public TransferTrace trace(TransferId id) {
        List<PostingRow> sides = entityManager
                .createQuery(PostingRow.OF_TRANSFER, PostingRow.class)
                .setParameter("transfer", id.value())
                .getResultList();
        if (sides.isEmpty()) {
            throw new NotFound();
        }
        PostingRow gives = sides.get(0);
        access.requireForWhole(Operation.SEE_LEDGER, new MunicipalityCode(gives.municipality()));
        return new TransferTrace(
                gives.summary(sides.get(1).there()).transfer(),
                sides.get(1).other(),
                gives.other(),
                new LotTrace(entityManager).of(List.of(id)),
                destinations(id));
    }

    /** Step by step for all lots together: of a way of unknown width a database expects far too much, and reads the whole book. */
    private List<TransferTrace.Destination> destinations(TransferId id) {
        Map<Long, Money> amounts = new TreeMap<>();
        List<Object[]> lots = lots("l.transfer.id", List.of(id.value()));
        while (!lots.isEmpty()) {
            List<Long> used = new ArrayList<>();
            for (Object[] lot : lots) {
                Money remaining = Money.ofCents((Long) lot[2]);
                if (remaining.isPositive()) {
                    amounts.merge((Long) lot[1], remaining, Money::plus);
                }
                if (!remaining.equals(Money.ofCents((Long) lot[3]))) {
                    used.add((Long) lot[0]);
                }
            }
            lots = Parts.of(used).stream()
                    .flatMap(part -> lots("l.source.id", part).stream())
                    .toList();
        }
        return Parts.of(amounts.keySet()).stream()
                .flatMap(part -> entityManager
                        .createQuery(AccountRow.AMONG, AccountRow.class)
                        .setParameter("ids", part)
                        .getResultStream())
                .map(account -> new TransferTrace.Destination(
                        account.summary(), Objects.requireNonNull(amounts.get(account.id()))))
                .toList();
    }

    /** What is left of each, and what there was. */
    private List<Object[]> lots(String column, List<Long> ids) {
        return entityManager
                .createQuery(
                        "select l.id, l.account.id, l.remainingCents, l.amountCents from Lot l where " + column
                                + " in :ids",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** What an account held at the end of a day: the balance after its last posting until then. */
    public Money readBalanceOn(AccountId id, LocalDate day) {
        Account account = read(id);
        return entityManager
                .createQuery(
                        "select p from Posting p where p.account = :account and p.bookedOn <= :day"
                                + " order by p.bookedOn desc, p.number desc",
                        Posting.class)
                .setParameter("account", account)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(Posting::balanceAfter)
                .orElse(Money.ZERO);
    }

    /**
     * What the municipality’s own ledger books of a month, transfer by transfer. What came free of individual help, and what
     * was set apart for it, stays within its task field and is left out; so is what may tell of a single household
     * ({@link MunicipalEntry#mayTellOfHousehold}).
     */
    public List<MunicipalEntry> listForMunicipalLedger(MunicipalityCode municipality, YearMonth month) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        List<MunicipalEntry> entries = new ArrayList<>();
        @Nullable MunicipalEntry gives = null;
        for (Object[] row : entityManager
                .createQuery(
                        "select t.number, t.bookedOn, a.kind, a.taskField, a.neighbourhood, t.reason, t.reference,"
                                + " p.amountCents from Posting p join p.transfer t join p.account a"
                                + " where t.municipality = :municipality and t.bookedOn >= :first and t.bookedOn <= :last"
                                + " and t.reason not in :within order by t.number, p.amountCents",
                        Object[].class)
                .setParameter("municipality", municipality.value())
                .setParameter("first", month.atDay(1))
                .setParameter("last", month.atEndOfMonth())
                .setParameter("within", WITHIN_A_TASK_FIELD)
                .getResultList()) {
            MunicipalEntry entry = new MunicipalEntry(
                    (Long) row[0],
                    (LocalDate) row[1],
                    (AccountKind) row[2],
                    (String) row[3],
                    (String) row[4],
                    (Reason) row[5],
                    (String) row[6],
                    Money.ofCents(((Number) row[7]).longValue()));
            if (gives == null) {
                gives = entry;
            } else {
                if (!MunicipalEntry.mayTellOfHousehold(entry.reason(), gives.kind(), entry.kind())) {
                    entries.add(gives);
                    entries.add(entry);
                }
                gives = null;
            }
        }
        return entries;
    }

    /**
     * Where the money on an account came from, lot by lot, the oldest first.
     *
     * @param from how many lots to pass over
     * @param most how many to give at most
     */
    public List<Origin> traceBack(AccountId id, int from, int most) {
        return new LotTrace(entityManager).of(new AccountId(read(id).id()), from, Math.min(most, MOST_AT_ONCE));
    }

    /**
     * The book of a municipality in one line: two books with the same transfers have the same, whatever database they are in.
     *
     * @param year of the transfers; null for all
     */
    public Fingerprint fingerprint(MunicipalityCode municipality, @Nullable FiscalYear year) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        Book book = entityManager.find(Book.class, municipality.value());
        long last = book == null ? 0 : book.lastNumber();
        MessageDigest digest = Sha256.begin();
        long postings = 0;
        for (long after = 0; after < last; after += MOST_AT_ONCE) {
            for (Object[] row : list(municipality, year, after, Math.min(after + MOST_AT_ONCE, last))) {
                String line = Stream.of(row).map(String::valueOf).collect(Collectors.joining("|"));
                digest.update((line + '\n').getBytes(StandardCharsets.UTF_8));
                postings++;
            }
        }
        return new Fingerprint(postings / SIDES, Sha256.finish(digest, ""));
    }

    /**
     * By a range of numbers, which have no gaps: with a limit instead, a database sorts all that is left of the book each
     * time.
     */
    private List<Object[]> list(MunicipalityCode municipality, @Nullable FiscalYear year, long after, long upTo) {
        TypedQuery<Object[]> query = entityManager
                .createQuery(
                        "select t.number, t.bookedOn, t.fiscalYear, t.reason, t.reference, t.purpose, a.kind, a.reference,"
                                + " a.taskField, a.neighbourhood, p.amountCents, p.balanceAfterCents"
                                + " from Posting p join p.transfer t join p.account a"
                                + " where t.municipality = :municipality and t.number > :after and t.number <= :upTo"
                                + (year == null ? "" : " and t.fiscalYear = :year")
                                + " order by t.number, p.amountCents",
                        Object[].class)
                .setParameter("municipality", municipality.value())
                .setParameter("after", after)
                .setParameter("upTo", upTo);
        if (year != null) {
            query.setParameter("year", year.year());
        }
        return query.getResultList();
    }

    private Account read(AccountId id) {
        Account account = Optional.ofNullable(entityManager.find(Account.class, id.value()))
                .orElseThrow(NotFound::new);
        access.requireForWhole(Operation.SEE_LEDGER, account.key().municipality());
        return account;
    }
}
