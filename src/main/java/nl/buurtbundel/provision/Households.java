package nl.buurtbundel.provision;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.foundation.WithoutAccessCheck;

/** Who lives together, by opaque numbers. */
@ApplicationScoped
@Transactional(SUPPORTS)
@WithoutAccessCheck("opaque ids in and out; the rooms that act on them ask for their own operation")
public class Households {
    private static final int OF_AGE = 18;
    /** From sixteen on young people see and decide about their own file. */
    private static final int REPRESENTED_UNTIL = 16;

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

    /** The households of those who are in the files. */
    public Set<HouseholdId> listHouseholds(Collection<PersonId> persons) {
        return list(persons).stream().map(Person::householdId).collect(Collectors.toUnmodifiableSet());
    }

    /** Whose help a household’s yes is about: who said yes, and the minors of whom they are a parent. */
    public Set<PersonId> listWithMinors(Collection<PersonId> adults, LocalDate on) {
        return withChildren(adults, on.getYear() - OF_AGE);
    }

    /** Whose file somebody may see: the own one, and of children whom a parent represents. */
    public Set<PersonId> listRepresented(PersonId person, LocalDate on) {
        return withChildren(List.of(person), on.getYear() - REPRESENTED_UNTIL + 1);
    }

    /** Only the year of birth is kept, so everybody turns older on the first of January. */
    private Set<PersonId> withChildren(Collection<PersonId> persons, int bornFrom) {
        List<Person> adults = list(persons);
        Set<PersonId> all = adults.stream().map(Person::personId).collect(Collectors.toCollection(HashSet::new));
        List<Long> parental = adults.stream()
                .filter(adult -> adult.member().role() == HouseholdRole.PARENT)
                .map(adult -> adult.householdId().value())
                .distinct()
                .toList();
        for (List<Long> some : Arrival.parts(parental)) {
            entityManager
                    .createQuery("select p from Person p where p.household in :households", Person.class)
                    .setParameter("households", some)
                    .getResultStream()
                    .map(Person::member)
                    .filter(member -> member.role() == HouseholdRole.CHILD)
                    .filter(member -> member.yearOfBirth() != null && member.yearOfBirth() >= bornFrom)
                    .forEach(member -> all.add(member.person()));
        }
        return all;
    }

    private List<Person> list(Collection<PersonId> persons) {
        List<Person> found = new ArrayList<>();
        for (List<Long> some :
                Arrival.parts(persons.stream().map(PersonId::value).distinct().toList())) {
            found.addAll(entityManager
                    .createQuery("select p from Person p where p.id in :ids", Person.class)
                    .setParameter("ids", some)
                    .getResultList());
        }
        return found;
    }
}
