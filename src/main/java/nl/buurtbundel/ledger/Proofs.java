package nl.buurtbundel.ledger;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** The proof that the book of a municipality balances: on demand, and every night. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Proofs {
    private static final Logger LOGGER = Logger.getLogger(Proofs.class.getName());

    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Proofs() {
        this(null, null);
    }

    @Inject
    Proofs(Access access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /** Recomputes the whole book from its postings and keeps the result. Nobody writes in the book meanwhile. */
    @Transactional(REQUIRED)
    public ProofReport prove(MunicipalityCode municipality) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        entityManager.flush();
        Proof proof =
                new Proof(municipality, clock.instant(), figures(municipality).findings());
        entityManager.persist(proof);
        ProofReport report = proof.report();
        if (!report.holds()) {
            LOGGER.log(Level.SEVERE, "The book of {0} does not balance: {1}", new Object[] {
                municipality,
                report.findings().stream().filter(finding -> !finding.holds()).toList()
            });
        }
        return report;
    }

    public Optional<ProofReport> findLast(MunicipalityCode municipality) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        return entityManager
                .createQuery(
                        "select p from Proof p where p.municipality = :municipality order by p.at desc, p.id desc",
                        Proof.class)
                .setParameter("municipality", municipality.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(Proof::report);
    }

    @WithoutAccessCheck("names municipalities only, for the nightly work")
    public List<MunicipalityCode> listMunicipalities() {
        return entityManager
                .createQuery(
                        "select b.municipality from Book b where b.municipality <> :shelf order by b.municipality",
                        String.class)
                .setParameter("shelf", Book.SHELF)
                .getResultStream()
                .map(MunicipalityCode::new)
                .toList();
    }

    private BookFigures figures(MunicipalityCode municipality) {
        Book book = entityManager.find(Book.class, municipality.value());
        if (book == null) {
            return new BookFigures(
                    List.of(), 0, 0, 0, List.of(), Map.of(), Map.of(), Map.of(), List.of(), 0, List.of(), List.of());
        }
        entityManager.refresh(book, LockModeType.PESSIMISTIC_WRITE);
        Object[] transfers = (Object[]) query(
                        "select count(t), max(t.number) from Transfer t where t.municipality = :municipality",
                        municipality)
                .getSingleResult();
        return new BookFigures(
                rows(
                                "select a.id, a.kind, a.balanceCents, a.heldCents from Account a"
                                        + " where a.municipality = :municipality order by a.id",
                                municipality)
                        .stream()
                        .map(row -> new BookFigures.Balance(
                                number(row[0]), !((AccountKind) row[1]).isGuarded(), money(row[2]), money(row[3])))
                        .toList(),
                number(transfers[0]),
                book.lastNumber(),
                number(transfers[1]),
                rows(
                                "select t.id, sum(p.amountCents) from Posting p join p.transfer t"
                                        + " where t.municipality = :municipality group by t.id"
                                        + " having sum(p.amountCents) <> 0",
                                municipality)
                        .stream()
                        .map(row -> number(row[0]))
                        .toList(),
                sums(
                        "select a.id, sum(p.amountCents) from Posting p join p.account a"
                                + " where a.municipality = :municipality group by a.id",
                        municipality),
                sums(
                        "select a.id, sum(l.amountCents) from ReservationLine l join l.from a join l.reservation r"
                                + " where a.municipality = :municipality"
                                + " and r.state = nl.buurtbundel.ledger.ReservationState.PENDING group by a.id",
                        municipality),
                sums(
                        // a lot that a transfer would pass over is money that is not found
                        "select a.id, sum(case when l.number < a.unusedFrom then 0 else l.remainingCents end)"
                                + " from Lot l join l.account a where a.municipality = :municipality group by a.id",
                        municipality),
                resolutions(municipality),
                number(query(
                                "select count(p) from Posting p join p.account a where a.municipality = :municipality",
                                municipality)
                        .getSingleResult()),
                wrongBalances(municipality),
                appropriations(municipality));
    }

    /** One pass over the postings: JPQL has no running sum. */
    @SuppressWarnings("unchecked")
    private List<Long> wrongBalances(MunicipalityCode municipality) {
        List<Object> ids = entityManager
                .createNativeQuery("select checked.id from (select p.id, p.balance_after_cents,"
                        + " sum(p.amount_cents) over (partition by p.account order by p.number) as running"
                        + " from ledger_posting p join ledger_account a on a.id = p.account"
                        + " where a.municipality = ?) checked where checked.running <> checked.balance_after_cents")
                .setParameter(1, municipality.value())
                .getResultList();
        return ids.stream().map(Proofs::number).toList();
    }

    private List<BookFigures.Appropriation> appropriations(MunicipalityCode municipality) {
        Map<List<Object>, Money> adopted = given(AccountKind.COUNCIL, municipality);
        given(AccountKind.CONTRIBUTOR, municipality)
                .forEach((at, amount) -> adopted.merge(List.of(at.get(0), Origin.OF_OTHERS), amount, Money::plus));
        Map<List<Object>, Money> shares = byYearAndField(
                "select a.fiscalYear, s.origin, sum(s.amountCents) from AccountShare s join s.account a"
                        + " where a.municipality = :municipality group by a.fiscalYear, s.origin",
                municipality);
        Map<List<Object>, Money> lots = byYearAndField(
                "select a.fiscalYear, l.origin, sum(l.remainingCents) from Lot l join l.account a"
                        + " where a.municipality = :municipality group by a.fiscalYear, l.origin",
                municipality);
        return Stream.of(adopted, shares, lots)
                .flatMap(figures -> figures.keySet().stream())
                .distinct()
                .map(at -> new BookFigures.Appropriation(
                        (Integer) at.get(0),
                        (String) at.get(1),
                        adopted.getOrDefault(at, Money.ZERO),
                        shares.getOrDefault(at, Money.ZERO),
                        lots.getOrDefault(at, Money.ZERO)))
                .toList();
    }

    /** What went back to where money comes from is on its account; only a gift that was undone never was one. */
    private Map<List<Object>, Money> given(AccountKind source, MunicipalityCode municipality) {
        return byYearAndField(
                "select a.fiscalYear, t.taskField, sum(-p.amountCents) from Posting p join p.account a join p.transfer t"
                        + " where a.municipality = :municipality and a.kind = nl.buurtbundel.ledger.AccountKind."
                        + source
                        + " and (p.amountCents < 0 and t.counters is null"
                        + " or p.amountCents > 0 and t.counters is not null)"
                        + " group by a.fiscalYear, t.taskField",
                municipality);
    }

    private Map<List<Object>, Money> byYearAndField(String jpql, MunicipalityCode municipality) {
        Map<List<Object>, Money> sums = new LinkedHashMap<>();
        rows(jpql, municipality).forEach(row -> sums.put(List.of(row[0], row[1]), money(row[2])));
        return sums;
    }

    private List<BookFigures.Resolution> resolutions(MunicipalityCode municipality) {
        Map<Long, Object[]> moved = new HashMap<>();
        rows(
                        "select t.reservation, count(t), sum(t.amountCents) from Transfer t"
                                + " where t.municipality = :municipality and t.reservation is not null"
                                + " group by t.reservation",
                        municipality)
                .forEach(row -> moved.put(number(row[0]), row));
        return rows(
                        "select r.id, r.state, sum(case when l.postedCents > 0 then 1 else 0 end), sum(l.postedCents)"
                                + " from ReservationLine l"
                                + " join l.reservation r where r.municipality = :municipality group by r.id, r.state",
                        municipality)
                .stream()
                .map(row -> {
                    Object[] movement = moved.getOrDefault(number(row[0]), new Object[] {row[0], 0L, 0L});
                    return new BookFigures.Resolution(
                            number(row[0]),
                            (ReservationState) row[1],
                            number(row[2]),
                            money(row[3]),
                            number(movement[1]),
                            money(movement[2]));
                })
                .toList();
    }

    private Map<Long, Money> sums(String jpql, MunicipalityCode municipality) {
        Map<Long, Money> sums = new HashMap<>();
        rows(jpql, municipality).forEach(row -> sums.put(number(row[0]), money(row[1])));
        return sums;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String jpql, MunicipalityCode municipality) {
        return query(jpql, municipality).getResultList();
    }

    private Query query(String jpql, MunicipalityCode municipality) {
        return entityManager.createQuery(jpql).setParameter("municipality", municipality.value());
    }

    private static long number(@Nullable Object column) {
        return column == null ? 0 : ((Number) column).longValue();
    }

    private static Money money(@Nullable Object column) {
        return Money.ofCents(number(column));
    }
}
