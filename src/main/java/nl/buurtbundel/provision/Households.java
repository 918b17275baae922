package nl.buurtbundel.provision;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.foundation.WithoutAccessCheck;

/** Who lives together, by opaque numbers. */
@ApplicationScoped
@Transactional(SUPPORTS)
@WithoutAccessCheck("opaque ids in and out; the rooms that act on them ask for their own operation")
public class Households {
    @PersistenceContext
    private EntityManager entityManager;

    public Optional<HouseholdId> find(PersonId person) {
        return Optional.ofNullable(entityManager.find(Person.class, person.value()))
                .map(Person::householdId);
    }

    public List<HouseholdMember> listMembers(HouseholdId household) {
        return entityManager
                .createQuery("select p from Person p where p.household = :household order by p.id", Person.class)
                .setParameter("household", household.value())
                .getResultStream()
                .map(Person::member)
                .toList();
    }
}
