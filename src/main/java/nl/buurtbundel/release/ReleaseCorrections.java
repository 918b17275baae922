package nl.buurtbundel.release;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.ProcessingLog;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.PlanInBrief;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.provision.ProvisionId;

/**
 * What was posted and turns out not to have come free. The program takes no money out of the budget behind people’s backs: it
 * shows what is to be countered, and sees in the ledger that it was. Anything may be countered there at any time, also after a
 * report said that it was right after all; the newest report says what came free, and the ledger what is in the budget.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class ReleaseCorrections {
    /** What came in after its year was closed is carried over. */
    private static final Set<Reason> BOOKED_BY = EnumSet.of(Reason.RELEASE_REALISED, Reason.CARRIED_OVER);

    @PersistenceContext
    private EntityManager entityManager;

    private final Initiatives initiatives;
    private final Ledger ledger;
    private final Access access;
    private final AuditLog audit;
    private final ProcessingLog processingLog;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected ReleaseCorrections() {
        this(null, null, null, null, null, null);
    }

    @Inject
    ReleaseCorrections(
            Initiatives initiatives,
            Ledger ledger,
            Access access,
            AuditLog audit,
            ProcessingLog processingLog,
            Clock clock) {
        this.initiatives = initiatives;
        this.ledger = ledger;
        this.access = access;
        this.audit = audit;
        this.processingLog = processingLog;
        this.clock = clock;
    }

    /** What is to be countered, as far as the user’s rights reach, the oldest first. Each is a look that the person can see. */
    @Transactional(REQUIRED)
    public List<ReleaseToCorrect> list() {
        User user = access.require(Operation.SEE_RELEASE_TO_CORRECT);
        List<PostedTooMuch> visible = listNoted(user.municipality()).stream()
                .filter(noted -> access.may(Operation.SEE_RELEASE_TO_CORRECT, noted.neighbourhood()))
                .toList();
        Map<String, List<TransferSummary>> bookings = standing(user.municipality(), visible);
        Map<TransferId, FiscalYear> years = mapYears(visible);
        Map<InitiativeId, PlanInBrief> plans = initiatives.listInBrief(
                visible.stream().map(PostedTooMuch::initiative).toList());
        List<PostedTooMuch> shown = new ArrayList<>();
        List<ReleaseToCorrect> found = new ArrayList<>();
        for (PostedTooMuch noted : visible) {
            List<TransferSummary> standing = bookings.getOrDefault(noted.provisionReference(), List.of()).stream()
                    .filter(booking -> noted.year().equals(years.get(booking.id())))
                    .toList();
            Money posted =
                    Money.sum(standing.stream().map(TransferSummary::amount).toList());
            if (posted.compareTo(noted.cameFree()) > 0) {
                shown.add(noted);
                found.add(toCorrect(
                        noted,
                        Objects.requireNonNull(plans.get(noted.initiative())).title(),
                        posted,
                        standing));
            }
        }
        shown.stream()
                .collect(Collectors.groupingBy(
                        noted -> user.capacityFor(Operation.SEE_RELEASE_TO_CORRECT, noted.neighbourhood()),
                        Collectors.mapping(noted -> noted.person().toString(), Collectors.toSet())))
                .forEach((capacity, persons) -> processingLog.looked("release.look.to-correct", persons, capacity));
        return found;
    }

    private ReleaseToCorrect toCorrect(PostedTooMuch noted, String plan, Money posted, List<TransferSummary> standing) {
        return new ReleaseToCorrect(
                noted.initiative(),
                plan,
                noted.neighbourhood(),
                noted.year(),
                posted,
                noted.cameFree(),
                noted.notedOn(),
                standing.stream()
                        .map(transfer -> new ReleaseToCorrect.Booking(
                                transfer.number(),
                                transfer.amount(),
                                ledger.findAccount(transfer.to())
                                        .map(AccountSummary::id)
                                        .orElseThrow()))
                        .toList());
    }

    /**
     * Holds what is in the budget of a provision, for whichever plan it came, against what came free of it by the newest
     * report. What was countered since the last night is in the budget no longer, whether it was noted or not.
     *
     * @return what came free of it before, by year
     */
    SortedMap<FiscalYear, ReleasedInYear> compare(ExpectedRelease expected, FreedMoney cameFree) {
        Map<FiscalYear, PostedTooMuch> noted = listNoted(expected.provision()).stream()
                .collect(Collectors.toMap(PostedTooMuch::year, note -> note, (first, second) -> first, TreeMap::new));
        SortedMap<FiscalYear, ReleasedInYear> released = byYear(listRealised(expected.provision()));
        if (released.values().stream().anyMatch(ReleasedInYear::hasPosted)) {
            Set<TransferId> countered = listCountered(expected);
            released.values().forEach(year -> year.counter(countered));
        }
        Set<FiscalYear> years = new TreeSet<>(released.keySet());
        years.addAll(noted.keySet());
        for (FiscalYear year : years) {
            Money tooMuch =
                    released.getOrDefault(year, ReleasedInYear.NOTHING).posted().minus(cameFree.of(year));
            PostedTooMuch known = noted.get(year);
            if (tooMuch.isPositive()) {
                audit.record(
                        "release.posted-too-much",
                        "provision",
                        expected.provision().toString(),
                        "initiative=" + expected.initiative().value() + " year=" + year + " amount=" + tooMuch);
                if (known == null) {
                    entityManager.persist(new PostedTooMuch(expected, year, cameFree.of(year), today()));
                } else {
                    known.cameFree(cameFree.of(year), today());
                }
            } else if (known != null) {
                entityManager.remove(known);
            }
        }
        entityManager.flush();
        return released;
    }

    /**
     * @param anew what did come free and is to be posted again
     * @param gone of what nothing is in the budget any more, and nothing is on its way there
     */
    record Settled(List<Anew> anew, Set<ProvisionId> gone) {}

    /** @param taker the plan’s expectation of it */
    record Anew(RealisedRelease release, ExpectedRelease taker) {}

    private record YearOf(ProvisionId provision, FiscalYear year) {}

    /**
     * Sees what the ledger countered since. What came free all the same is posted again: what a later report said, or where none
     * said less, all of it. It reads what was noted or countered, and no more often when that was more.
     */
    Settled settle(MunicipalityCode municipality) {
        Set<TransferId> countered = new HashSet<>();
        BOOKED_BY.forEach(reason -> countered.addAll(ledger.listCountered(municipality, reason)));
        Map<YearOf, PostedTooMuch> noted = listNoted(municipality).stream()
                .collect(Collectors.toMap(note -> new YearOf(note.provision(), note.year()), note -> note));
        Set<Long> touched = new TreeSet<>(listProvisionsPosted(countered));
        noted.keySet().forEach(one -> touched.add(one.provision().value()));
        Map<ProvisionId, ExpectedRelease> takers = listTakers(touched);
        List<Anew> anew = new ArrayList<>();
        Set<ProvisionId> gone = new LinkedHashSet<>();
        for (Map.Entry<ProvisionId, List<RealisedRelease>> ofProvision :
                listRealised(touched).entrySet()) {
            ProvisionId provision = ofProvision.getKey();
            for (Map.Entry<FiscalYear, ReleasedInYear> inYear :
                    byYear(ofProvision.getValue()).entrySet()) {
                ReleasedInYear released = inYear.getValue();
                PostedTooMuch note = noted.get(new YearOf(provision, inYear.getKey()));
                Optional<Money> cameFree = released.settle(countered, note == null ? null : note.cameFree());
                if (cameFree.isEmpty()) {
                    continue;
                }
                if (note != null) {
                    entityManager.remove(note);
                }
                // of a household that has left it waits, until the household takes part again or the plan ends
                Optional<Anew> rest = Optional.ofNullable(takers.get(provision))
                        .flatMap(
                                taker -> released.anew(cameFree.get(), taker).map(release -> new Anew(release, taker)));
                if (rest.isPresent()) {
                    entityManager.persist(rest.get().release());
                    anew.add(rest.get());
                }
                if (rest.map(waits -> waits.taker().hasReturned())
                        .orElse(!released.all().isPositive())) {
                    gone.add(provision);
                }
            }
        }
        entityManager.flush();
        return new Settled(anew, gone);
    }

    private static SortedMap<FiscalYear, ReleasedInYear> byYear(List<RealisedRelease> parts) {
        return parts.stream()
                .collect(Collectors.groupingBy(
                        RealisedRelease::year,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), ReleasedInYear::new)));
    }

    private Set<TransferId> listCountered(ExpectedRelease expected) {
        return ledger.listTransfers(expected.neighbourhood().municipality(), expected.provisionReference()).stream()
                .filter(transfer -> BOOKED_BY.contains(transfer.reason()) && transfer.countered())
                .map(TransferSummary::id)
                .collect(Collectors.toSet());
    }

    /** By provision: what was booked as released of what was noted, and stands in the budget. */
    private Map<String, List<TransferSummary>> standing(MunicipalityCode municipality, List<PostedTooMuch> noted) {
        List<String> provisions =
                noted.stream().map(PostedTooMuch::provisionReference).toList();
        return BOOKED_BY.stream()
                .flatMap(reason -> ledger.listTransfers(municipality, reason, provisions).stream())
                .filter(TransferSummary::stands)
                .sorted(Comparator.comparing(TransferSummary::number))
                .collect(Collectors.groupingBy(TransferSummary::reference));
    }

    /** For which year each booking came free; what came in too late was booked in a later one. */
    private Map<TransferId, FiscalYear> mapYears(List<PostedTooMuch> noted) {
        Map<TransferId, FiscalYear> years = new HashMap<>();
        listRealised(noted.stream().map(one -> one.provision().value()).toList())
                .values()
                .forEach(parts ->
                        parts.forEach(part -> part.booking().ifPresent(booking -> years.put(booking, part.year()))));
        return years;
    }

    private List<PostedTooMuch> listNoted(MunicipalityCode municipality) {
        return entityManager
                .createQuery(
                        "select n from PostedTooMuch n where n.neighbourhood like :municipality order by n.notedOn, n.id",
                        PostedTooMuch.class)
                .setParameter("municipality", municipality.neighbourhoodPattern())
                .getResultList();
    }

    private List<PostedTooMuch> listNoted(ProvisionId provision) {
        return entityManager
                .createQuery(
                        "select n from PostedTooMuch n where n.provision = :provision order by n.id",
                        PostedTooMuch.class)
                .setParameter("provision", provision.value())
                .getResultList();
    }

    private List<RealisedRelease> listRealised(ProvisionId provision) {
        return entityManager
                .createQuery(
                        "select r from RealisedRelease r where r.provision = :provision order by r.id",
                        RealisedRelease.class)
                .setParameter("provision", provision.value())
                .getResultList();
    }

    private Map<ProvisionId, List<RealisedRelease>> listRealised(Collection<Long> provisions) {
        Map<ProvisionId, List<RealisedRelease>> found = new LinkedHashMap<>();
        for (List<Long> part : Parts.of(provisions)) {
            entityManager
                    .createQuery(
                            "select r from RealisedRelease r where r.provision in :provisions order by r.id",
                            RealisedRelease.class)
                    .setParameter("provisions", part)
                    .getResultStream()
                    .forEach(release -> found.computeIfAbsent(release.provision(), provision -> new ArrayList<>())
                            .add(release));
        }
        return found;
    }

    /** Of which provisions one of these bookings still counts as posted. */
    private Set<Long> listProvisionsPosted(Set<TransferId> bookings) {
        Set<Long> provisions = new HashSet<>();
        for (List<Long> part :
                Parts.of(bookings.stream().map(TransferId::value).sorted().toList())) {
            provisions.addAll(entityManager
                    .createQuery(
                            "select distinct r.provision from RealisedRelease r where r.booking in :bookings"
                                    + " and r.countered = false",
                            Long.class)
                    .setParameter("bookings", part)
                    .getResultList());
        }
        return provisions;
    }

    /**
     * Which plan has what comes free of each of these provisions: the newest that it stopped for; else the newest that goes on
     * and that its household has left.
     */
    private Map<ProvisionId, ExpectedRelease> listTakers(Collection<Long> provisions) {
        Map<ProvisionId, ExpectedRelease> takers = new HashMap<>();
        for (List<Long> part : Parts.of(provisions)) {
            entityManager
                    .createQuery(
                            "select e from ExpectedRelease e where e.provision in :provisions", ExpectedRelease.class)
                    .setParameter("provisions", part)
                    .getResultStream()
                    .sorted(ExpectedRelease.IN_TIME)
                    .filter(expected -> expected.hasStopped() || expected.hasReturned() && goesOn(expected))
                    .forEach(expected -> takers.merge(
                            expected.provision(),
                            expected,
                            (earlier, later) -> later.hasStopped() || !earlier.hasStopped() ? later : earlier));
        }
        return takers;
    }

    private boolean goesOn(ExpectedRelease expected) {
        return initiatives.read(expected.initiative()).stage().isGranted();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
