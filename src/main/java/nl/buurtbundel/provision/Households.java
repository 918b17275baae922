package nl.buurtbundel.provision;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.foundation.WithoutAccessCheck;

/** Who lives together, by opaque numbers. */
@ApplicationScoped
@Transactional(SUPPORTS)
@WithoutAccessCheck("opaque ids in and out; the rooms that act on them ask for their own operation")
public class Households {
    private static final int OF_AGE = 18;

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

    /** Those of them in which somebody lives. */
    public Set<HouseholdId> listInhabited(Collection<HouseholdId> households) {
        Set<HouseholdId> inhabited = new HashSet<>();
        for (List<Long> some :
                Parts.of(households.stream().map(HouseholdId::value).distinct().toList())) {
            entityManager
                    .createQuery(
                            "select distinct p.household from Person p where p.household in :households", Long.class)
                    .setParameter("households", some)
                    .getResultStream()
                    .forEach(household -> inhabited.add(new HouseholdId(household)));
        }
        return inhabited;
    }

    /** How many adults live in a household; empty where the register does not know who is what in it. */
    public OptionalInt countAdults(HouseholdId household, LocalDate on) {
        List<HouseholdMember> members = listMembers(household);
        if (members.isEmpty() || members.stream().anyMatch(member -> member.role() == null)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Math.toIntExact(members.stream()
                .filter(member -> member.role() != HouseholdRole.CHILD || isOfAge(member, on))
                .count()));
    }

    private static boolean isOfAge(HouseholdMember member, LocalDate on) {
        return member.yearOfBirth() != null && member.yearOfBirth() < on.getYear() - OF_AGE;
    }

    /** In which household everybody lives who is in the files. */
    public Map<PersonId, HouseholdId> mapHouseholds(Collection<PersonId> persons) {
        return list(persons).stream()
                .collect(Collectors.toUnmodifiableMap(Person::personId, Person::householdId, (one, same) -> one));
    }

    /** Whose help a household’s yes is about: who said yes, and the minors of whom they are a parent; each with that adult. */
    public Map<PersonId, PersonId> mapWithMinors(Collection<PersonId> adults, LocalDate on) {
        return withChildren(
                adults, child -> child.yearOfBirth() != null && child.yearOfBirth() >= on.getYear() - OF_AGE);
    }

    /** Whose file somebody may see: the own one, and of children at home whom a parent represents. */
    public Set<PersonId> listRepresented(PersonId person, LocalDate on) {
        return withChildren(List.of(person), child -> child.isSeenByParents(on)).keySet().stream()
                .filter(one -> !one.equals(person) || seesOwnFile(person, on))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean seesOwnFile(PersonId person, LocalDate on) {
        Person found = entityManager.find(Person.class, person.value());
        return found != null && found.member().seesOwnFile(on);
    }

    /** Those of these children for whom a parent decides who else may look. */
    public Set<PersonId> listDecidedForByParents(Collection<PersonId> children, LocalDate on) {
        return list(children).stream()
                .filter(child -> child.member().isDecidedForByParents(on))
                .map(Person::personId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<PersonId, PersonId> withChildren(Collection<PersonId> persons, Predicate<HouseholdMember> age) {
        List<Person> adults = list(persons);
        Map<PersonId, PersonId> all = new HashMap<>();
        Map<Long, PersonId> parents = new HashMap<>();
        for (Person adult : adults) {
            all.put(adult.personId(), adult.personId());
            if (adult.member().role() == HouseholdRole.PARENT) {
                parents.putIfAbsent(adult.householdId().value(), adult.personId());
            }
        }
        for (List<Long> some : Parts.of(parents.keySet())) {
            entityManager
                    .createQuery("select p from Person p where p.household in :households", Person.class)
                    .setParameter("households", some)
                    .getResultStream()
                    .filter(person -> person.member().role() == HouseholdRole.CHILD && age.test(person.member()))
                    .forEach(child -> all.putIfAbsent(
                            child.personId(),
                            Objects.requireNonNull(
                                    parents.get(child.householdId().value()))));
        }
        return all;
    }

    private List<Person> list(Collection<PersonId> persons) {
        List<Person> found = new ArrayList<>();
        for (List<Long> some :
                Parts.of(persons.stream().map(PersonId::value).distinct().toList())) {
            found.addAll(entityManager
                    .createQuery("select p from Person p where p.id in :ids", Person.class)
                    .setParameter("ids", some)
                    .getResultList());
        }
        return found;
    }
}
