package nl.buurtbundel.opportunity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.provision.HouseholdId;
import nl.buurtbundel.provision.Need;

/** Which needs already take part in a running initiative: such a need is no part of another opportunity. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
@WithoutAccessCheck("called inside the transaction of a service that has checked; opaque ids only")
public class TakenNeeds {
    @PersistenceContext
    private EntityManager entityManager;

    /** Says that this need of the household takes part from now on; again for the same initiative changes nothing. */
    public void take(HouseholdId household, Need need, String initiative) {
        List<TakenNeed> known = entityManager
                .createQuery(
                        "select t from TakenNeed t where t.household = :household and t.need = :need", TakenNeed.class)
                .setParameter("household", household.value())
                .setParameter("need", need.code())
                .getResultList();
        if (known.isEmpty()) {
            entityManager.persist(new TakenNeed(household, need.code(), initiative));
        } else if (!known.get(0).initiative().equals(initiative)) {
            throw new Refusal("opportunity.error.takes-part-elsewhere");
        }
    }

    /** The household goes back to its own support. */
    public void giveBack(HouseholdId household, Need need, String initiative) {
        entityManager
                .createQuery("delete from TakenNeed t where t.household = :household and t.need = :need"
                        + " and t.initiative = :initiative")
                .setParameter("household", household.value())
                .setParameter("need", need.code())
                .setParameter("initiative", initiative)
                .executeUpdate();
    }

    /** The initiative has ended. */
    public void giveBackAll(String initiative) {
        entityManager
                .createQuery("delete from TakenNeed t where t.initiative = :initiative")
                .setParameter("initiative", initiative)
                .executeUpdate();
    }

    /** All taken needs, as {@link #key}. */
    @Transactional(Transactional.TxType.SUPPORTS)
    Set<String> keys() {
        return entityManager
                .createQuery("select t from TakenNeed t", TakenNeed.class)
                .getResultStream()
                .map(taken -> key(taken.household(), taken.need()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static String key(long household, String need) {
        return household + "/" + need;
    }
}
