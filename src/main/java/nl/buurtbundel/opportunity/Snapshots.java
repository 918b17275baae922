package nl.buurtbundel.opportunity;

import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        List<Publication.Month> months = new ArrayList<>();
        for (OpportunitySnapshot snapshot : list(municipality)) {
            if (months.isEmpty() || !isForgotten(snapshot, month)) {
                months.add(0, new Publication.Month(snapshot.table(), snapshot.behind()));
            }
        }
        return new Publication.History(months);
    }

    /** What stood behind each of these when it was last published anew; nothing for what never was. */
    public Map<CellName, Cell> readBehind(MunicipalityCode municipality, Collection<CellName> names) {
        Map<CellName, Cell> found = new HashMap<>();
        for (OpportunitySnapshot snapshot : list(municipality)) {
            if (found.size() == names.size()) {
                break;
            }
            snapshot.behind().forEach((name, behind) -> {
                if (names.contains(name)) {
                    found.putIfAbsent(name, behind.cell());
                }
            });
        }
        return found;
    }

    private static boolean isForgotten(OpportunitySnapshot snapshot, YearMonth month) {
        return snapshot.month().isBefore(month.minusMonths(MONTHS_COMPARED));
    }

    /**
     * In a transaction of its own, so that who comes second can still read what the first one published. Who stood behind a
     * number more than a year ago is forgotten, unless it stands still.
     */
    @Transactional(REQUIRES_NEW)
    public void keep(MunicipalityCode municipality, YearMonth month, Publication publication) {
        Map<CellName, Behind> behind = new HashMap<>(publication.renewed());
        Set<CellName> newer = new HashSet<>(behind.keySet());
        for (OpportunitySnapshot snapshot : list(municipality)) {
            Map<CellName, Behind> then = snapshot.behind();
            if (isForgotten(snapshot, month)) {
                then.forEach((name, who) -> {
                    if (!newer.contains(name)) {
                        behind.put(name, who);
                    }
                });
                snapshot.forgetBehind();
            }
            newer.addAll(then.keySet());
        }
        entityManager.persist(new OpportunitySnapshot(municipality, month, publication.table(), behind));
        entityManager.flush();
    }

    private List<OpportunitySnapshot> list(MunicipalityCode municipality) {
        return newestFirst(municipality).getResultList();
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
