package nl.buurtbundel.opportunity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.provision.HouseholdId;
import nl.buurtbundel.provision.Households;
import nl.buurtbundel.provision.HouseholdsRegrouped;

/**
 * Which households only go by another number: a register that is loaded gives every home a new one, and between two months these
 * would look like so many who came and went that a single household behind them shows.
 */
@ApplicationScoped
class RenamedHouseholds {
    @PersistenceContext
    private EntityManager entityManager;

    private final Households households;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected RenamedHouseholds() {
        this(null, null);
    }

    @Inject
    RenamedHouseholds(Households households, Clock clock) {
        this.households = households;
        this.clock = clock;
    }

    void whenHouseholdsRegroup(@Observes HouseholdsRegrouped regrouped) {
        Set<HouseholdId> stay = households.listInhabited(
                regrouped.moves().stream().map(HouseholdsRegrouped.Move::from).toList());
        Set<HouseholdId> renamed = new HashSet<>();
        regrouped.moves().stream()
                .filter(move -> !stay.contains(move.from()) && renamed.add(move.from()))
                .forEach(move -> entityManager.persist(
                        new RenamedHousehold(regrouped.municipality(), YearMonth.now(clock), move)));
    }

    /** By the number that was known once: the one of now. */
    Map<Long, Long> read(MunicipalityCode municipality) {
        List<RenamedHousehold> newestFirst = entityManager
                .createQuery(
                        "select r from RenamedHousehold r where r.municipality = :municipality order by r.id desc",
                        RenamedHousehold.class)
                .setParameter("municipality", municipality.value())
                .getResultList();
        Map<Long, Long> now = new HashMap<>();
        newestFirst.forEach(one -> now.put(one.from(), now.getOrDefault(one.to(), one.to())));
        return now;
    }

    /** What was published from this month on knows them by the later number. */
    void forgetBefore(MunicipalityCode municipality, YearMonth month) {
        entityManager
                .createQuery("delete from RenamedHousehold r where r.municipality = :municipality"
                        + " and r.renamedMonth < :month")
                .setParameter("municipality", municipality.value())
                .setParameter("month", month.toString())
                .executeUpdate();
    }
}
