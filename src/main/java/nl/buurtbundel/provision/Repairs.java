package nl.buurtbundel.provision;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.ProcessingLog;
import nl.buurtbundel.access.Scope;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import org.jspecify.annotations.Nullable;

/** What came in but cannot be placed or costed, and how a worker mends it, by allocation number. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Repairs {
    private static final Money HIGHEST = Money.ofEuros(1_000_000);

    private static final int AT_ONCE = 200;
    private static final String TO_REPAIR =
            " from Provision p where p.municipality = :municipality and p.status <> :removed"
                    + " and (p.placeUnknown is not null or (p.costUnknown is not null and p.costUnknown <> :lumpSum))";

    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog auditLog;
    private final ProcessingLog processingLog;
    private final Neighbourhoods neighbourhoods;
    private final FreedHelp freedHelp;
    private final Event<ProvisionRepaired> repaired;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Repairs() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    Repairs(
            Access access,
            AuditLog auditLog,
            ProcessingLog processingLog,
            Neighbourhoods neighbourhoods,
            FreedHelp freedHelp,
            Event<ProvisionRepaired> repaired,
            Clock clock) {
        this.access = access;
        this.auditLog = auditLog;
        this.processingLog = processingLog;
        this.neighbourhoods = neighbourhoods;
        this.freedHelp = freedHelp;
        this.repaired = repaired;
        this.clock = clock;
    }

    /** Some of what this user may repair, in order of number; logged as a look at the persons behind these and no others. */
    @Transactional(REQUIRED)
    public List<RepairItem> list(int offset, int limit) {
        User user = access.require(Operation.REPAIR);
        List<Provision> provisions = toRepair(user, "select p", " order by p.number, p.id", Provision.class)
                .map(query -> query.setFirstResult(offset)
                        .setMaxResults(Math.min(limit, AT_ONCE))
                        .getResultList())
                .orElse(List.of());
        processingLog.looked(
                "provision.activity.repair",
                provisions.stream().map(p -> p.person().toString()).distinct().toList());
        return provisions.stream().map(Provision::repairItem).toList();
    }

    /** How many this user may repair. */
    public int countMine() {
        return count(access.require(Operation.REPAIR));
    }

    private int count(User user) {
        return toRepair(user, "select count(p)", "", Long.class)
                .map(query -> query.getSingleResult().intValue())
                .orElse(0);
    }

    /** A team repairs in its neighbourhoods; what has no neighbourhood is for who repairs for the whole municipality. */
    private <T> Optional<TypedQuery<T>> toRepair(User user, String select, String order, Class<T> type) {
        boolean everywhere = repairsEverywhere(user);
        if (!everywhere && user.neighbourhoods().isEmpty()) {
            return Optional.empty();
        }
        TypedQuery<T> query = entityManager
                .createQuery(
                        select + TO_REPAIR + (everywhere ? "" : " and p.neighbourhood in :neighbourhoods") + order,
                        type)
                .setParameter("municipality", user.municipality().value())
                .setParameter("removed", Status.REMOVED)
                .setParameter("lumpSum", UnknownReason.LUMP_SUM);
        if (!everywhere) {
            query.setParameter(
                    "neighbourhoods",
                    user.neighbourhoods().stream().map(NeighbourhoodCode::value).toList());
        }
        return Optional.of(query);
    }

    /** How many provisions of the municipality came to count as unknown from this moment on and still wait for a repair. */
    public long countSince(Instant moment) {
        User user = access.require(Operation.SEE_IMPORTS);
        return entityManager
                .createQuery("select count(p)" + TO_REPAIR + " and p.unknownSince >= :moment", Long.class)
                .setParameter("moment", moment)
                .setParameter("municipality", user.municipality().value())
                .setParameter("removed", Status.REMOVED)
                .setParameter("lumpSum", UnknownReason.LUMP_SUM)
                .getSingleResult();
    }

    @Transactional(REQUIRED)
    public void place(AllocationNumber number, NeighbourhoodCode neighbourhood, int versionSeen) {
        Provision provision = read(number, versionSeen);
        access.require(Operation.REPAIR, neighbourhood);
        if (neighbourhoods.find(neighbourhood).isEmpty()) {
            throw new Refusal("provision.error.no-such-neighbourhood");
        }
        UnknownReason reason = provision.placeUnknown();
        provision.isPlacedByHandIn(neighbourhood, clock.instant());
        looked(provision);
        tell(provision, reason);
        auditLog.record("provision.place", "provision", id(provision), "neighbourhood=" + neighbourhood);
    }

    /**
     * What the product costs, from the first day of this provision: priced with it is everything of the same product.
     *
     * @return how many others that this user could repair are known with it
     */
    @Transactional(REQUIRED)
    public int setTariff(AllocationNumber number, Price price, int versionSeen) {
        Provision provision = read(number, versionSeen);
        User user = access.require(Operation.REPAIR);
        int before = count(user);
        Money amount = price.amount();
        if (amount != null) {
            requireLikely(amount);
        }
        String provider = provision.provider();
        String category = provision.category();
        if (provider == null || category == null) {
            throw new Refusal("provision.error.no-product");
        }
        MunicipalityCode municipality = provision.municipality();
        UnknownReason reason = provision.costUnknown();
        List<Tariff> old = Tariff.of(entityManager, municipality, Set.of(provider));
        entityManager.persist(new Tariff(
                municipality,
                new TariffCommand(
                        new ProviderCode(provider),
                        provision.law(),
                        category,
                        provision.productCode(),
                        price,
                        Period.from(provision.firstDay()))));
        entityManager.flush();
        List<Tariff> after = Tariff.of(entityManager, municipality, Set.of(provider));
        LocalDate today = LocalDate.now(clock);
        List<Provision> ofProvider = entityManager
                .createQuery(
                        "select p from Provision p where p.municipality = :municipality and p.provider = :provider",
                        Provision.class)
                .setParameter("municipality", municipality.value())
                .setParameter("provider", provider)
                .getResultList();
        if (ofProvider.stream().anyMatch(other -> other.losesCost(old, after, today))) {
            throw new Refusal("provision.error.tariff-makes-unknown");
        }
        freedHelp.change(ofProvider, () -> ofProvider.forEach(other -> other.price(after, today, clock.instant())));
        if (!provision.allocated().isKnown() && price.form() != ContractForm.LUMP_SUM) {
            throw new Refusal("provision.error.tariff-does-not-help");
        }
        looked(provision);
        tell(provision, reason);
        auditLog.record(
                "provision.set-tariff",
                "provision",
                id(provision),
                "form=" + price.form().code() + " unit=" + price.unit() + " cents="
                        + (amount == null ? "" : amount.cents()));
        return Math.max(0, before - count(user) - (provision.neighbourhood() == null ? 0 : 1));
    }

    /** What this one provision costs a year, where no tariff can tell. */
    @Transactional(REQUIRED)
    public void setAnnualCost(AllocationNumber number, Money amount, int versionSeen) {
        Provision provision = read(number, versionSeen);
        requireLikely(amount);
        UnknownReason reason = provision.costUnknown();
        freedHelp.change(List.of(provision), () -> provision.costsByHand(amount, clock.instant()));
        looked(provision);
        tell(provision, reason);
        auditLog.record("provision.set-annual-cost", "provision", id(provision), "cents=" + amount.cents());
    }

    /** Of one deed, however many others are known with it; nothing where there was nothing to repair. */
    private void tell(Provision provision, @Nullable UnknownReason reason) {
        if (reason != null && reason.canBeRepaired()) {
            repaired.fire(new ProvisionRepaired(provision.municipality(), reason, LocalDate.now(clock)));
        }
    }

    /** What is typed by hand for one provision is more than nothing, and less than a slip of the hand makes it. */
    private static void requireLikely(Money amount) {
        if (!amount.isPositive()) {
            throw new Refusal("provision.error.amount-not-positive");
        }
        if (amount.compareTo(HIGHEST) > 0) {
            throw new Refusal("provision.error.amount-too-high", HIGHEST.inEuros());
        }
    }

    private Provision read(AllocationNumber number, int versionSeen) {
        User user = access.require(Operation.REPAIR);
        Provision provision = entityManager
                .createQuery(
                        "select p from Provision p where p.municipality = :municipality and p.law = :law"
                                + " and p.source = :source and p.number = :number",
                        Provision.class)
                .setParameter("municipality", user.municipality().value())
                .setParameter("law", number.law())
                .setParameter("source", number.source())
                .setParameter("number", number.value())
                .getResultStream()
                .findFirst()
                .filter(this::mayRepair)
                .orElseThrow(NotFound::new);
        Conflict.unlessSame(versionSeen, provision.version());
        return provision;
    }

    private boolean mayRepair(Provision provision) {
        NeighbourhoodCode neighbourhood = provision.neighbourhood();
        if (neighbourhood != null) {
            return access.may(Operation.REPAIR, neighbourhood);
        }
        return access.findUser()
                .filter(user -> user.municipality().equals(provision.municipality()) && repairsEverywhere(user))
                .isPresent();
    }

    private static boolean repairsEverywhere(User user) {
        return user.roles().stream().anyMatch(role -> Operation.REPAIR.scopes().get(role) == Scope.MUNICIPALITY);
    }

    private static String id(Provision provision) {
        return provision.provisionId().toString();
    }

    private void looked(Provision provision) {
        processingLog.looked(
                "provision.activity.repair", List.of(provision.person().toString()));
    }
}
