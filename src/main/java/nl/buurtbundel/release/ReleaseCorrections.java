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
import java.util.List;
import java.util.Map;
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
import nl.buurtbundel.initiative.Initiatives;
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
 * shows what is to be countered, and sees in the ledger that it was.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class ReleaseCorrections {
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
        List<PostedTooMuch> shown = new ArrayList<>();
        List<ReleaseToCorrect> found = new ArrayList<>();
        for (PostedTooMuch noted : listNoted(user.municipality())) {
            if (access.may(Operation.SEE_RELEASE_TO_CORRECT, noted.neighbourhood())) {
                List<TransferSummary> standing = standing(noted);
                Money posted =
                        Money.sum(standing.stream().map(TransferSummary::amount).toList());
                if (posted.compareTo(noted.cameFree()) > 0) {
                    shown.add(noted);
                    found.add(toCorrect(noted, posted, standing));
                }
            }
        }
        processingLog.looked(
                "release.look.to-correct",
                shown.stream()
                        .map(noted -> noted.person().toString())
                        .distinct()
                        .toList());
        return found;
    }

    private ReleaseToCorrect toCorrect(PostedTooMuch noted, Money posted, List<TransferSummary> standing) {
        return new ReleaseToCorrect(
                noted.initiative(),
                initiatives.read(noted.initiative()).plan().title(),
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
     * report. What was countered since the last night is in the budget no longer.
     *
     * @return what came free of it before, by year
     */
    SortedMap<FiscalYear, ReleasedInYear> compare(ExpectedRelease expected, FreedMoney cameFree) {
        Map<FiscalYear, PostedTooMuch> noted = listNoted(expected.provision()).stream()
                .collect(Collectors.toMap(PostedTooMuch::year, note -> note, (first, second) -> first, TreeMap::new));
        SortedMap<FiscalYear, ReleasedInYear> released = readYears(expected.provision());
        noted.forEach((year, note) ->
                released.getOrDefault(year, ReleasedInYear.NOTHING).counter(countered(note)));
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
     * @param gone of what nothing is in the budget any more, and nothing waits
     */
    record Settled(List<RealisedRelease> anew, List<ProvisionId> gone) {}

    /** Sees what was countered since. */
    Settled settle(MunicipalityCode municipality) {
        List<RealisedRelease> anew = new ArrayList<>();
        List<ProvisionId> gone = new ArrayList<>();
        for (PostedTooMuch noted : listNoted(municipality)) {
            ReleasedInYear released = readYears(noted.provision()).getOrDefault(noted.year(), ReleasedInYear.NOTHING);
            released.counter(countered(noted));
            if (released.posted().compareTo(noted.cameFree()) <= 0) {
                entityManager.remove(noted);
                Optional<RealisedRelease> rest = hasStopped(noted) ? released.anew(noted.cameFree()) : Optional.empty();
                if (rest.isPresent()) {
                    entityManager.persist(rest.get());
                    anew.add(rest.get());
                } else if (!released.posted().plus(released.held()).isPositive()) {
                    gone.add(noted.provision());
                }
                entityManager.flush();
            }
        }
        return new Settled(anew, gone);
    }

    private SortedMap<FiscalYear, ReleasedInYear> readYears(ProvisionId provision) {
        return listRealised(provision).stream()
                .collect(Collectors.groupingBy(
                        RealisedRelease::year,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), ReleasedInYear::new)));
    }

    private Set<TransferId> countered(PostedTooMuch noted) {
        return listBookings(noted).stream()
                .filter(TransferSummary::countered)
                .map(TransferSummary::id)
                .collect(Collectors.toSet());
    }

    private List<TransferSummary> standing(PostedTooMuch noted) {
        return listBookings(noted).stream()
                .filter(booking -> !booking.countered())
                .toList();
    }

    /** What was booked as released of the provision in that year, without the counter-transfers. */
    private List<TransferSummary> listBookings(PostedTooMuch noted) {
        return ledger.listTransfers(noted.neighbourhood().municipality(), noted.provisionReference()).stream()
                .filter(transfer -> transfer.reason() == Reason.RELEASE_REALISED && transfer.counters() == null)
                .filter(transfer -> transfer.to().year().equals(noted.year()))
                .toList();
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

    /** Nothing is posted anew for a household that has left since. */
    private boolean hasStopped(PostedTooMuch noted) {
        return entityManager
                .createQuery(
                        "select e from ExpectedRelease e where e.initiative = :initiative and e.provision = :provision",
                        ExpectedRelease.class)
                .setParameter("initiative", noted.initiative().value())
                .setParameter("provision", noted.provision().value())
                .getResultStream()
                .anyMatch(ExpectedRelease::hasStopped);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
