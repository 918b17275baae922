package nl.buurtbundel.opportunity;

import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** What was published each month about where the money sits: once, whoever is first. */
@ApplicationScoped
@Transactional(SUPPORTS)
@WithoutAccessCheck("called by the service that has checked; what was published, and nothing else")
class SpreadSnapshots {
    @PersistenceContext
    private EntityManager entityManager;

    private final RenamedHouseholds renamedHouseholds;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected SpreadSnapshots() {
        this(null);
    }

    @Inject
    SpreadSnapshots(RenamedHouseholds renamedHouseholds) {
        this.renamedHouseholds = renamedHouseholds;
    }

    public Optional<MoneySpread> findLast(MunicipalityCode municipality) {
        return last(municipality).map(MoneySpreadSnapshot::spread);
    }

    /** With who stood behind it, by the numbers that the households have now. */
    public Optional<SpreadPublication> findLastWithBehind(MunicipalityCode municipality) {
        return last(municipality).map(last -> last.publication(renamedHouseholds.read(municipality)));
    }

    /** In a transaction of its own, so that who comes second can still read what the first one published. */
    @Transactional(REQUIRES_NEW)
    public void keep(MunicipalityCode municipality, SpreadPublication publication) {
        last(municipality).ifPresent(MoneySpreadSnapshot::forgetBehind);
        entityManager.persist(new MoneySpreadSnapshot(municipality, publication));
        entityManager.flush();
    }

    private Optional<MoneySpreadSnapshot> last(MunicipalityCode municipality) {
        return entityManager
                .createQuery(
                        "select s from MoneySpreadSnapshot s where s.municipality = :municipality"
                                + " order by s.takenMonth desc",
                        MoneySpreadSnapshot.class)
                .setParameter("municipality", municipality.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
