package nl.buurtbundel.provision;

import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * What a new day brings without anybody doing something: a tariff or a row of the need table that begins or ends. Only
 * provisions that this can touch are read, some in each transaction, and what is as it should be is not written: doing it
 * twice changes nothing.
 */
@ApplicationScoped
@Transactional(REQUIRES_NEW)
class NewDay {
    private static final int AT_ONCE = 500;
    private static final String BEGINS_OR_ENDS =
            "(e.firstDay > :since and e.firstDay <= :today or e.lastDay >= :since and e.lastDay < :today)";

    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog auditLog;
    private final FreedHelp freedHelp;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected NewDay() {
        this(null, null, null, null);
    }

    @Inject
    NewDay(Access access, AuditLog auditLog, FreedHelp freedHelp, Clock clock) {
        this.access = access;
        this.auditLog = auditLog;
        this.freedHelp = freedHelp;
        this.clock = clock;
    }

    /**
     * What began or ended.
     *
     * @param since through this day it was followed
     */
    record Turn(
            MunicipalityCode municipality,
            LocalDate since,
            LocalDate today,
            Set<String> providers,
            Set<Category> categories) {}

    /** Products that answer a need. */
    record Category(Law law, String code) {}

    /** The municipalities that have prices, or rows of their own in the need table. */
    List<MunicipalityCode> listMunicipalities() {
        return Stream.of(
                        "select distinct t.municipality from Tariff t",
                        "select distinct m.municipality from NeedMapping m where m.municipality is not null")
                .flatMap(query -> entityManager.createQuery(query, String.class).getResultStream())
                .distinct()
                .sorted()
                .map(MunicipalityCode::new)
                .toList();
    }

    public Turn turn(MunicipalityCode municipality) {
        access.requireForWhole(Operation.IMPORT, municipality);
        ReachedDay reached = entityManager.find(ReachedDay.class, municipality.value());
        if (reached == null) {
            reached = new ReachedDay(municipality, LocalDate.EPOCH);
            entityManager.persist(reached);
        }
        // a load that began before midnight has the prices of that day, and may have come in after the night’s round
        LocalDate since = reached.day().minusDays(1);
        LocalDate today = LocalDate.now(clock);
        return new Turn(
                municipality,
                since,
                today,
                new LinkedHashSet<>(between(
                                entityManager.createQuery(
                                        "select distinct e.provider from Tariff e where e.municipality = :municipality and "
                                                + BEGINS_OR_ENDS,
                                        String.class),
                                municipality,
                                since,
                                today)
                        .getResultList()),
                between(
                                entityManager.createQuery(
                                        "select e from NeedMapping e where (e.municipality is null or e.municipality ="
                                                + " :municipality) and " + BEGINS_OR_ENDS,
                                        NeedMapping.class),
                                municipality,
                                since,
                                today)
                        .getResultStream()
                        .map(row -> new Category(row.law(), row.category()))
                        .collect(Collectors.toSet()));
    }

    /**
     * Prices some provisions anew.
     *
     * @return after which the next come, if there are more
     */
    public OptionalLong price(Turn turn, String provider, long after) {
        access.requireForWhole(Operation.IMPORT, turn.municipality());
        takeTurns(turn);
        List<Tariff> tariffs = Tariff.of(entityManager, turn.municipality(), Set.of(provider));
        return each(
                running(turn, "p.provider = :provider", after).setParameter("provider", provider),
                provision -> provision.price(tariffs, turn.today(), clock.instant()));
    }

    /**
     * Sees anew which need some provisions answer.
     *
     * @return after which the next come, if there are more
     */
    public OptionalLong answer(Turn turn, Category category, long after) {
        access.requireForWhole(Operation.IMPORT, turn.municipality());
        takeTurns(turn);
        List<NeedMapping> rows = NeedMappings.rows(entityManager, turn.municipality());
        return each(
                running(turn, "p.law = :law and p.category = :category", after)
                        .setParameter("law", category.law())
                        .setParameter("category", category.code()),
                provision -> provision.answers(rows, turn.today()));
    }

    public void reach(Turn turn) {
        access.requireForWhole(Operation.IMPORT, turn.municipality());
        takeTurns(turn).reaches(turn.today());
        if (!turn.providers().isEmpty() || !turn.categories().isEmpty()) {
            auditLog.record(
                    "provision.new-day",
                    "provisions",
                    turn.municipality().value(),
                    "since=" + turn.since() + " providers=" + turn.providers().size() + " categories="
                            + turn.categories().size());
        }
    }

    /** Of two processes at once the second waits, and finds everything as it should be. */
    private ReachedDay takeTurns(Turn turn) {
        return Objects.requireNonNull(
                entityManager.find(ReachedDay.class, turn.municipality().value(), LockModeType.PESSIMISTIC_WRITE));
    }

    private OptionalLong each(TypedQuery<Provision> query, Consumer<Provision> work) {
        List<Provision> some = query.setMaxResults(AT_ONCE).getResultList();
        freedHelp.change(some, () -> some.forEach(work));
        return some.size() < AT_ONCE
                ? OptionalLong.empty()
                : OptionalLong.of(some.get(AT_ONCE - 1).provisionId().value());
    }

    /** Not what begins today or later, and not what had ended before: these keep the price of their first or last day. */
    private TypedQuery<Provision> running(Turn turn, String which, long after) {
        return between(
                        entityManager.createQuery(
                                "select p from Provision p where p.municipality = :municipality and " + which
                                        + " and p.firstDay < :today and (p.lastDay is null or p.lastDay > :since)"
                                        + " and p.id > :after order by p.id",
                                Provision.class),
                        turn.municipality(),
                        turn.since(),
                        turn.today())
                .setParameter("after", after);
    }

    private static <T> TypedQuery<T> between(
            TypedQuery<T> query, MunicipalityCode municipality, LocalDate since, LocalDate today) {
        return query.setParameter("municipality", municipality.value())
                .setParameter("since", since)
                .setParameter("today", today);
    }
}
