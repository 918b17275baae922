package nl.buurtbundel.opportunity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.foundation.Parts;
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

    /**
     * Says that this need of the household takes part from now on; again for the same initiative changes nothing.
     *
     * @return whether it does: false when it takes part in another running initiative already. That is no refusal, because a
     *     refusal would tell one member of a household what another does.
     */
    public boolean take(HouseholdId household, Need need, String initiative) {
        List<TakenNeed> known = entityManager
                .createQuery(
                        "select t from TakenNeed t where t.household = :household and t.need = :need", TakenNeed.class)
                .setParameter("household", household.value())
                .setParameter("need", need.code())
                .getResultList();
        if (known.isEmpty()) {
            entityManager.persist(new TakenNeed(household, need.code(), initiative));
            return true;
        }
        return known.get(0).initiative().equals(initiative);
    }

    /** Of which of these households the need takes part in another running initiative than this one. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Set<HouseholdId> listTakenElsewhere(Collection<HouseholdId> households, Need need, String initiative) {
        return of(households).stream()
                .filter(taken ->
                        taken.need().equals(need.code()) && !taken.initiative().equals(initiative))
                .map(taken -> new HouseholdId(taken.household()))
                .collect(Collectors.toUnmodifiableSet());
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

    /**
     * Which of these needs no longer count as an opportunity: those that were taken, the first ones first, in whole steps.
     * Households join and leave one by one; if the number moved with each of them, two looks would show whether that one
     * has help of its own.
     *
     * @param needs as {@link #key}
     * @param households whose needs those are
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    Set<String> leftOut(Set<String> needs, Set<HouseholdId> households, int step) {
        Map<String, List<String>> taken = of(households).stream()
                .filter(one -> needs.contains(key(one.household(), one.need())))
                .collect(Collectors.groupingBy(
                        TakenNeed::need,
                        Collectors.mapping(one -> key(one.household(), one.need()), Collectors.toList())));
        return taken.values().stream()
                .flatMap(keys -> keys.stream().limit(keys.size() - keys.size() % step))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** In the order in which they were taken; asks by some households at a time, never for the whole table. */
    private List<TakenNeed> of(Collection<HouseholdId> households) {
        List<Long> ids = households.stream().map(HouseholdId::value).distinct().toList();
        List<TakenNeed> found = new ArrayList<>();
        for (List<Long> some : Parts.of(ids)) {
            found.addAll(entityManager
                    .createQuery("select t from TakenNeed t where t.household in :households", TakenNeed.class)
                    .setParameter("households", some)
                    .getResultList());
        }
        found.sort(Comparator.comparing(TakenNeed::id));
        return found;
    }

    static String key(long household, String need) {
        return household + "/" + need;
    }
}
