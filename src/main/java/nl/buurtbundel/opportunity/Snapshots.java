package nl.buurtbundel.opportunity;

import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.Optional;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** What was published each month: once, whoever is first. */
@ApplicationScoped
@Transactional(SUPPORTS)
@WithoutAccessCheck("called by the service that has checked; what was published, and nothing else")
class Snapshots {
    @PersistenceContext
    private EntityManager entityManager;

    public Optional<PublishedTable> find(MunicipalityCode municipality, YearMonth month) {
        return entityManager
                .createQuery(
                        "select s from OpportunitySnapshot s where s.municipality = :municipality and s.takenMonth = :month",
                        OpportunitySnapshot.class)
                .setParameter("municipality", municipality.value())
                .setParameter("month", month.toString())
                .getResultStream()
                .findFirst()
                .map(OpportunitySnapshot::table);
    }

    /** In a transaction of its own, so that who comes second can still read what the first one published. */
    @Transactional(REQUIRES_NEW)
    public void keep(MunicipalityCode municipality, YearMonth month, PublishedTable table) {
        entityManager.persist(new OpportunitySnapshot(municipality, month, table));
        entityManager.flush();
    }
}
