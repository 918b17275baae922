package nl.buurtbundel.ledger;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * Where the money of a year is. Read from the accounts and their shares, and what is held from the lots that are left on the
 * accounts that hold something; never from the postings, so that it takes as long in December as in January.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Positions {
    private static final Set<AccountKind> BEARING =
            EnumSet.of(AccountKind.APPROPRIATED, AccountKind.RELEASED, AccountKind.PRE_FINANCING);

    private static final Set<AccountKind> BEARING_OR_OF_OTHERS = EnumSet.of(
            AccountKind.APPROPRIATED, AccountKind.RELEASED, AccountKind.PRE_FINANCING, AccountKind.CONTRIBUTED);

    /** What undoes nothing and was not undone. */
    private static final String STANDING =
            " and t.counters is null and not exists (select c.id from Transfer c where c.counters = t.id)";

    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Positions() {
        this(null);
    }

    @Inject
    Positions(Access access) {
        this.access = access;
    }

    public PositionReport read(MunicipalityCode municipality, FiscalYear year) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        List<Released> released = released(municipality, year);
        return new PositionReport(
                year,
                taskFields(municipality, year, sums(released, Released::taskField)),
                ofOthers(municipality, year),
                places(municipality, year, sums(released, Released::neighbourhood)),
                references(municipality, year));
    }

    private List<PositionReport.OfTaskField> taskFields(
            MunicipalityCode municipality, FiscalYear year, Map<String, Money> released) {
        Map<String, Amounts> shares = new TreeMap<>();
        rows(
                        "select s.origin, a.kind, sum(s.amountCents) from AccountShare s join s.account a"
                                + " where a.municipality = :municipality and a.fiscalYear = :year"
                                + " and s.origin <> '" + Origin.OF_OTHERS + "' group by s.origin, a.kind",
                        municipality,
                        year,
                        Set.of())
                .forEach(row -> shares.computeIfAbsent((String) row[0], field -> new Amounts())
                        .add((AccountKind) row[1], cents(row[2])));
        Map<String, Money> setApart = new HashMap<>();
        rows(
                        "select s.origin, sum(s.amountCents) from AccountShare s join s.account a"
                                + " where a.municipality = :municipality and a.fiscalYear = :year and a.kind in :kinds"
                                + " and a.reference <> '' group by s.origin",
                        municipality,
                        year,
                        EnumSet.of(AccountKind.APPROPRIATED))
                .forEach(row -> setApart.put((String) row[0], cents(row[1])));
        Map<String, Money> held = heldByOrigin(municipality, year);
        // what came free too late is money of the reserves, and is told where it came free
        Set<String> fields = new TreeSet<>(shares.keySet());
        fields.addAll(released.keySet());
        return fields.stream()
                .map(field -> {
                    Amounts at = shares.getOrDefault(field, new Amounts());
                    Money apart = setApart.getOrDefault(field, Money.ZERO);
                    return new PositionReport.OfTaskField(
                            field,
                            at.of(EnumSet.complementOf(EnumSet.of(AccountKind.COUNCIL))),
                            at.of(EnumSet.of(AccountKind.APPROPRIATED, AccountKind.BRIDGING))
                                    .minus(apart),
                            apart,
                            released.getOrDefault(field, Money.ZERO),
                            at.of(AccountKind.RELEASED),
                            at.of(AccountKind.PRE_FINANCING),
                            held.getOrDefault(field, Money.ZERO),
                            at.of(AccountKind.GRANTED).plus(at.of(AccountKind.PAID)),
                            at.of(AccountKind.PAID),
                            at.of(AccountKind.CARRIED_OVER));
                })
                .toList();
    }

    /** An account of released money may hold that of the reserves beside that of its own task field: the oldest is held first. */
    private Map<String, Money> heldByOrigin(MunicipalityCode municipality, FiscalYear year) {
        Map<String, Money> held = new HashMap<>();
        Map<Long, Money> left = new HashMap<>();
        for (Object[] row : rows(
                "select a.id, a.heldCents, l.origin, l.remainingCents from Lot l join l.account a"
                        + " where a.municipality = :municipality and a.fiscalYear = :year and a.kind in :kinds"
                        + " and a.heldCents > 0 and l.remainingCents > 0 order by a.id, l.number, l.place",
                municipality,
                year,
                BEARING)) {
            Money wanted = left.getOrDefault((Long) row[0], cents(row[1]));
            Money taken = wanted.min(cents(row[3]));
            left.put((Long) row[0], wanted.minus(taken));
            held.merge((String) row[2], taken, Money::plus);
        }
        return held;
    }

    private PositionReport.OfOthers ofOthers(MunicipalityCode municipality, FiscalYear year) {
        Amounts balances = new Amounts();
        Amounts held = new Amounts();
        rows(
                        "select a.kind, sum(a.balanceCents), sum(a.heldCents) from Account a"
                                + " where a.municipality = :municipality and a.fiscalYear = :year and a.kind in :kinds"
                                + " group by a.kind",
                        municipality,
                        year,
                        EnumSet.of(AccountKind.CONTRIBUTOR, AccountKind.CONTRIBUTED))
                .forEach(row -> {
                    balances.add((AccountKind) row[0], cents(row[1]));
                    held.add((AccountKind) row[0], cents(row[2]));
                });
        Amounts borne = new Amounts();
        rows(
                        "select a.kind, sum(s.amountCents) from AccountShare s join s.account a"
                                + " where a.municipality = :municipality and a.fiscalYear = :year"
                                + " and a.kind in :kinds and s.origin = '" + Origin.OF_OTHERS + "' group by a.kind",
                        municipality,
                        year,
                        EnumSet.of(AccountKind.GRANTED, AccountKind.PAID))
                .forEach(row -> borne.add((AccountKind) row[0], cents(row[1])));
        return new PositionReport.OfOthers(
                balances.of(AccountKind.CONTRIBUTOR).negated(),
                balances.of(AccountKind.CONTRIBUTED),
                held.of(AccountKind.CONTRIBUTED),
                borne.of(AccountKind.GRANTED).plus(borne.of(AccountKind.PAID)),
                borne.of(AccountKind.PAID));
    }

    private List<PositionReport.OfPlace> places(
            MunicipalityCode municipality, FiscalYear year, Map<String, Money> released) {
        Map<String, Amounts> balances = new HashMap<>();
        Map<String, Amounts> held = new HashMap<>();
        rows(
                        "select a.neighbourhood, a.kind, sum(a.balanceCents), sum(a.heldCents) from Account a"
                                + " where a.municipality = :municipality and a.fiscalYear = :year"
                                + " and a.kind in :kinds group by a.neighbourhood, a.kind",
                        municipality,
                        year,
                        EnumSet.of(
                                AccountKind.RELEASED, AccountKind.PRE_FINANCING, AccountKind.GRANTED, AccountKind.PAID))
                .forEach(row -> {
                    String place = (String) row[0];
                    AccountKind kind = (AccountKind) row[1];
                    balances.computeIfAbsent(place, code -> new Amounts()).add(kind, cents(row[2]));
                    held.computeIfAbsent(place, code -> new Amounts()).add(kind, cents(row[3]));
                });
        Set<String> codes = new TreeSet<>(balances.keySet());
        codes.addAll(released.keySet());
        return codes.stream()
                .map(code -> {
                    Amounts at = balances.getOrDefault(code, new Amounts());
                    Amounts kept = held.getOrDefault(code, new Amounts());
                    return new PositionReport.OfPlace(
                            code.isEmpty() ? null : new NeighbourhoodCode(code),
                            released.getOrDefault(code, Money.ZERO),
                            at.of(AccountKind.RELEASED),
                            at.of(AccountKind.PRE_FINANCING),
                            kept.of(EnumSet.of(AccountKind.RELEASED, AccountKind.PRE_FINANCING)),
                            at.of(AccountKind.GRANTED).plus(at.of(AccountKind.PAID)),
                            kept.of(AccountKind.GRANTED),
                            at.of(AccountKind.PAID));
                })
                .toList();
    }

    private List<PositionReport.OfReference> references(MunicipalityCode municipality, FiscalYear year) {
        Map<String, Money> reserved = new HashMap<>();
        rows(
                        "select r.reference, sum(l.amountCents) from ReservationLine l join l.reservation r join l.from a"
                                + " where r.municipality = :municipality and a.fiscalYear = :year"
                                + " and r.state = nl.buurtbundel.ledger.ReservationState.PENDING"
                                + " and a.kind in :kinds group by r.reference",
                        municipality,
                        year,
                        BEARING_OR_OF_OTHERS)
                .forEach(row -> reserved.put((String) row[0], cents(row[1])));
        Map<String, String> places = new HashMap<>();
        Map<String, Amounts> balances = new HashMap<>();
        Map<String, Money> committed = new HashMap<>();
        rows(
                        "select a.reference, a.neighbourhood, a.kind, a.balanceCents, a.heldCents from Account a"
                                + " where a.municipality = :municipality and a.fiscalYear = :year and a.kind in :kinds",
                        municipality,
                        year,
                        EnumSet.of(AccountKind.GRANTED, AccountKind.PAID))
                .forEach(row -> {
                    String reference = (String) row[0];
                    places.put(reference, (String) row[1]);
                    balances.computeIfAbsent(reference, of -> new Amounts()).add((AccountKind) row[2], cents(row[3]));
                    committed.merge(reference, cents(row[4]), Money::plus);
                });
        Set<String> all = new TreeSet<>(balances.keySet());
        all.addAll(reserved.keySet());
        List<PositionReport.OfReference> positions = new ArrayList<>();
        for (String reference : all) {
            Amounts at = balances.getOrDefault(reference, new Amounts());
            String place = places.getOrDefault(reference, "");
            positions.add(new PositionReport.OfReference(
                    reference,
                    place.isEmpty() ? null : new NeighbourhoodCode(place),
                    reserved.getOrDefault(reference, Money.ZERO),
                    at.of(AccountKind.GRANTED).plus(at.of(AccountKind.PAID)),
                    committed.getOrDefault(reference, Money.ZERO),
                    at.of(AccountKind.PAID)));
        }
        positions.sort(Comparator.comparing(PositionReport.OfReference::granted).reversed());
        return positions;
    }

    /** Plan against actual of everything that money was granted for, by reference and task field. */
    public List<PlanAgainstActual> listPlanAgainstActual(MunicipalityCode municipality, FiscalYear year) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        Map<Granted, Amounts> there = new HashMap<>();
        rows(
                        "select a.reference, a.neighbourhood, s.origin, a.kind, s.amountCents from AccountShare s"
                                + " join s.account a where a.municipality = :municipality and a.fiscalYear = :year"
                                + " and a.kind in :kinds",
                        municipality,
                        year,
                        EnumSet.of(AccountKind.GRANTED, AccountKind.PAID))
                .forEach(row -> there.computeIfAbsent(Granted.of(row), of -> new Amounts())
                        .add((AccountKind) row[3], cents(row[4])));
        Map<Granted, Map<Reason, Money>> gone = new HashMap<>();
        rows(
                        "select a.reference, a.neighbourhood, l.origin, t.reason, sum(l.amountCents) from Lot l"
                                + " join l.transfer t join l.source f join f.account a"
                                + " where a.municipality = :municipality and a.fiscalYear = :year and a.kind in :kinds"
                                + " and t.reason in (nl.buurtbundel.ledger.Reason.UNSPENT_RETURNED,"
                                + " nl.buurtbundel.ledger.Reason.CARRIED_OVER,"
                                + " nl.buurtbundel.ledger.Reason.CONTRIBUTION_MOVED)" + STANDING
                                + " group by a.reference, a.neighbourhood, l.origin, t.reason",
                        municipality,
                        year,
                        EnumSet.of(AccountKind.GRANTED))
                .forEach(row -> gone.computeIfAbsent(Granted.of(row), of -> new EnumMap<>(Reason.class))
                        .put((Reason) row[3], cents(row[4])));
        return rows(
                        "select a.reference, a.neighbourhood, l.origin, sum(l.amountCents) from Lot l"
                                + " join l.transfer t join l.account a"
                                + " where a.municipality = :municipality and a.fiscalYear = :year and a.kind in :kinds"
                                + STANDING
                                + " group by a.reference, a.neighbourhood, l.origin order by a.reference, l.origin",
                        municipality,
                        year,
                        EnumSet.of(AccountKind.GRANTED))
                .stream()
                .map(row -> {
                    Granted granted = Granted.of(row);
                    Amounts here = there.getOrDefault(granted, new Amounts());
                    Map<Reason, Money> away = gone.getOrDefault(granted, Map.of());
                    return new PlanAgainstActual(
                            granted.reference(),
                            granted.neighbourhood().isEmpty() ? null : new NeighbourhoodCode(granted.neighbourhood()),
                            granted.taskField(),
                            cents(row[3]),
                            here.of(AccountKind.PAID),
                            here.of(AccountKind.GRANTED),
                            away.getOrDefault(Reason.UNSPENT_RETURNED, Money.ZERO),
                            away.getOrDefault(Reason.CARRIED_OVER, Money.ZERO)
                                    .plus(away.getOrDefault(Reason.CONTRIBUTION_MOVED, Money.ZERO)));
                })
                .toList();
    }

    /** What money was granted for, and whose money it was. */
    private record Granted(String reference, String neighbourhood, String taskField) {
        static Granted of(Object[] row) {
            return new Granted((String) row[0], (String) row[1], (String) row[2]);
        }
    }

    private record Released(String taskField, String neighbourhood, Money amount) {}

    /** What came free in a year, less what was countered. */
    private List<Released> released(MunicipalityCode municipality, FiscalYear year) {
        return rows(
                        "select a.taskField, a.neighbourhood, sum(p.amountCents) from Posting p"
                                + " join p.transfer t join p.account a"
                                + " where t.municipality = :municipality and t.fiscalYear = :year"
                                + " and t.reason in (nl.buurtbundel.ledger.Reason.RELEASE_REALISED,"
                                + " nl.buurtbundel.ledger.Reason.CARRIED_OVER)"
                                + " and a.kind = nl.buurtbundel.ledger.AccountKind.RELEASED"
                                + " group by a.taskField, a.neighbourhood",
                        municipality,
                        year,
                        Set.of())
                .stream()
                .map(row -> new Released((String) row[0], (String) row[1], cents(row[2])))
                .toList();
    }

    private static Map<String, Money> sums(List<Released> released, Function<Released, String> by) {
        return released.stream()
                .collect(Collectors.groupingBy(by, Collectors.reducing(Money.ZERO, Released::amount, Money::plus)));
    }

    /** @param kinds of accounts, where the query asks for them */
    private List<Object[]> rows(String jpql, MunicipalityCode municipality, FiscalYear year, Set<AccountKind> kinds) {
        TypedQuery<Object[]> query = entityManager
                .createQuery(jpql, Object[].class)
                .setParameter("municipality", municipality.value())
                .setParameter("year", year.year());
        if (!kinds.isEmpty()) {
            query.setParameter("kinds", kinds);
        }
        return query.getResultList();
    }

    private static Money cents(Object column) {
        return Money.ofCents(((Number) column).longValue());
    }

    /** Amounts by kind of account; nothing where there is none. */
    private static final class Amounts {
        private final Map<AccountKind, Money> amounts = new HashMap<>();

        void add(AccountKind key, Money amount) {
            amounts.merge(key, amount, Money::plus);
        }

        Money of(AccountKind key) {
            return amounts.getOrDefault(key, Money.ZERO);
        }

        Money of(Set<AccountKind> keys) {
            return Money.sum(keys.stream().map(this::of).toList());
        }
    }
}
