package nl.buurtbundel.opportunity;

import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** What was published each month: once, whoever is first. */
@ApplicationScoped
@Transactional(SUPPORTS)
@WithoutAccessCheck("called by the service that has checked; what was published, and nothing else")
class Snapshots {
    /** Tariffs move every year, so that older numbers tell nothing beside newer ones. */
    private static final int MONTHS_COMPARED = 12;

    @PersistenceContext
    private EntityManager entityManager;

    private final RenamedHouseholds renamedHouseholds;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Snapshots() {
        this(null);
    }

    @Inject
    Snapshots(RenamedHouseholds renamedHouseholds) {
        this.renamedHouseholds = renamedHouseholds;
    }

    public Optional<PublishedMonth> find(MunicipalityCode municipality, YearMonth month) {
        return entityManager
                .createQuery(
                        "select s from OpportunitySnapshot s where s.municipality = :municipality and s.takenMonth = :month",
                        OpportunitySnapshot.class)
                .setParameter("municipality", municipality.value())
                .setParameter("month", month.toString())
                .getResultStream()
                .findFirst()
                .map(OpportunitySnapshot::published);
    }

    public Optional<PublishedMonth> findLast(MunicipalityCode municipality) {
        return newestFirst(municipality)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(OpportunitySnapshot::published);
    }

    /** What readers may have kept of the months before. */
    public Publication.History readHistory(MunicipalityCode municipality, YearMonth month) {
        List<OpportunitySnapshot> known = list(municipality);
        return Publication.History.of(
                known.stream()
                        .map(one -> new Publication.Month(one.table(), one.behind()))
                        .toList(),
                forgotten(known, month),
                renamedHouseholds.read(municipality));
    }

    /** What stood behind each of these when it was last published anew; nothing for what never was. */
    public Map<CellName, Cell> readBehind(MunicipalityCode municipality, Collection<CellName> names) {
        Map<CellName, Cell> found = new HashMap<>();
        // one by one: the newest knows most of them, and each is about a whole municipality
        for (int older = 0; found.size() < names.size(); older++) {
            List<OpportunitySnapshot> next = newestFirst(municipality)
                    .setFirstResult(older)
                    .setMaxResults(1)
                    .getResultList();
            if (next.isEmpty()) {
                break;
            }
            next.get(0).behind().forEach((name, behind) -> {
                if (names.contains(name)) {
                    found.putIfAbsent(name, behind.cell());
                }
            });
        }
        return found;
    }

    /**
     * How many of the oldest no reader is taken to have kept. A table is shown until the next one, so that the last one made before
     * the first of these months counts too.
     */
    private static int forgotten(List<OpportunitySnapshot> known, YearMonth month) {
        long before = known.stream()
                .filter(one -> one.month().isBefore(month.minusMonths(MONTHS_COMPARED)))
                .count();
        return Math.toIntExact(Math.max(0, before - 1));
    }

    /**
     * In a transaction of its own, so that who comes second can still read what the first one published. Who stood behind a
     * number more than a year ago is forgotten, unless it was shown on.
     */
    @Transactional(REQUIRES_NEW)
    public void keep(MunicipalityCode municipality, YearMonth month, Publication publication) {
        List<OpportunitySnapshot> known = list(municipality);
        int forgotten = forgotten(known, month);
        if (forgotten > 0) {
            known.get(forgotten)
                    .keep(readHistory(municipality, month).months().get(0).renewed());
            known.subList(0, forgotten).forEach(OpportunitySnapshot::forgetBehind);
            renamedHouseholds.forgetBefore(municipality, known.get(forgotten).month());
        }
        entityManager.persist(new OpportunitySnapshot(municipality, month, publication.table(), publication.renewed()));
        entityManager.flush();
    }

    /** The oldest first. */
    private List<OpportunitySnapshot> list(MunicipalityCode municipality) {
        List<OpportunitySnapshot> known =
                new ArrayList<>(newestFirst(municipality).getResultList());
        Collections.reverse(known);
        return known;
    }

    private TypedQuery<OpportunitySnapshot> newestFirst(MunicipalityCode municipality) {
        return entityManager
                .createQuery(
                        "select s from OpportunitySnapshot s where s.municipality = :municipality"
                                + " order by s.takenMonth desc",
                        OpportunitySnapshot.class)
                .setParameter("municipality", municipality.value());
    }
}
