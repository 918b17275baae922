package nl.buurtbundel.provision;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * Help that stopped on the initiative of the municipality, as the rooms below are told of it: once it stops, and again when
 * something else changes what it is worth, as its own allocation or price, or those of the help that takes over. What is
 * declared later tells nothing again by itself: that comes every month.
 */
@ApplicationScoped
@Transactional(MANDATORY)
class FreedHelp {
    @PersistenceContext
    private EntityManager entityManager;

    private final Event<ProvisionStopped> provisionStopped;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected FreedHelp() {
        this(null);
    }

    @Inject
    FreedHelp(Event<ProvisionStopped> provisionStopped) {
        this.provisionStopped = provisionStopped;
    }

    /** Does what may change these provisions in their price or their need, and tells what that makes of freed help. */
    void change(Collection<Provision> provisions, Runnable work) {
        Map<ProvisionId, ProvisionStopped> before =
                map(provisions.stream().map(Provision::person).toList());
        work.run();
        tellChanged(before.values().stream().map(ProvisionStopped::person).toList(), before);
    }

    /** Tells what has come free of the help of these persons, or is worth something else than before. */
    void tellChanged(Collection<PersonId> persons, Map<ProvisionId, ProvisionStopped> before) {
        entityManager.flush();
        map(persons).forEach((provision, now) -> {
            if (!now.equals(before.get(provision))) {
                provisionStopped.fire(now);
            }
        });
    }

    /** What is free of the help of these persons, in the order in which it came into the files. */
    Map<ProvisionId, ProvisionStopped> map(Collection<PersonId> whose) {
        List<Provision> help = listOfWhoHasStopped(whose);
        if (help.isEmpty()) {
            return Map.of();
        }
        Map<PersonId, Person> persons = Arrival.byId(
                entityManager,
                "select p from Person p where p.id in :ids",
                Person.class,
                help.stream().map(provision -> provision.person().value()).toList(),
                Person::personId);
        Map<AllocationNumber, Money> declared = Arrival.declaredYearly(
                entityManager,
                help.get(0).municipality(),
                help.stream().map(Provision::number).toList());
        Map<Provision, List<ProvisionStopped.Successor>> takenOver = takenOver(help, declared);
        Map<ProvisionId, ProvisionStopped> freed = new LinkedHashMap<>();
        takenOver.forEach((provision, successors) -> freed.put(
                provision.provisionId(),
                provision.stopped(
                        Objects.requireNonNull(persons.get(provision.person())).householdId(),
                        declared.get(provision.number()),
                        successors.stream()
                                .sorted(Comparator.comparing(ProvisionStopped.Successor::firstDay))
                                .toList())));
        return freed;
    }

    /**
     * What takes over from each that was freed. What takes over from several is divided over them by what they cost: it is
     * paid once. Only over those that may still leave something unspent when it begins; beside the others, of which the
     * register no longer says until when they were allocated, it counts whole.
     */
    private Map<Provision, List<ProvisionStopped.Successor>> takenOver(
            List<Provision> help, Map<AllocationNumber, Money> declared) {
        Map<Provision, List<ProvisionStopped.Successor>> takenOver = new LinkedHashMap<>();
        help.stream()
                .filter(provision -> provision.course().isFreed())
                .forEach(provision -> takenOver.put(provision, new ArrayList<>()));
        if (takenOver.isEmpty()) {
            return takenOver;
        }
        MunicipalityCode municipality = help.get(0).municipality();
        List<NeedMapping> mappings = NeedMappings.rows(entityManager, municipality);
        Map<Provision, List<Provision>> before = new LinkedHashMap<>();
        Map<PersonId, List<Provision>> freedOf =
                takenOver.keySet().stream().collect(Collectors.groupingBy(Provision::person));
        for (Provision follower : help) {
            List<Provision> stopped = freedOf.getOrDefault(follower.person(), List.of()).stream()
                    .filter(provision -> follower.takesOver(provision, mappings))
                    .toList();
            if (!stopped.isEmpty()) {
                before.put(follower, stopped);
            }
        }
        List<Tariff> tariffs = Tariff.of(
                entityManager,
                municipality,
                before.keySet().stream()
                        .flatMap(follower -> Optional.ofNullable(follower.provider()).stream())
                        .distinct()
                        .sorted()
                        .toList());
        before.forEach((follower, stopped) -> {
            ProvisionStopped.Successor whole = follower.successor(tariffs, declared.get(follower.number()));
            List<Provision> sharing = stopped.stream()
                    .filter(provision -> provision.mayBeFreeOn(follower.firstDay()))
                    .toList();
            List<ProvisionStopped.Successor> parts =
                    sharing.isEmpty() ? List.of() : whole.split(weights(sharing, declared));
            for (Provision provision : stopped) {
                int place = sharing.indexOf(provision);
                Objects.requireNonNull(takenOver.get(provision)).add(place < 0 ? whole : parts.get(place));
            }
        });
        return takenOver;
    }

    /** What each costs a year; where that is known of none, all count alike. */
    private static List<Long> weights(List<Provision> stopped, Map<AllocationNumber, Money> declared) {
        List<Long> costs = stopped.stream()
                .map(provision -> provision.worth(declared.get(provision.number())))
                .map(Money::cents)
                .toList();
        return costs.stream().anyMatch(cents -> cents > 0)
                ? costs
                : stopped.stream().map(provision -> 1L).toList();
    }

    /** All help of those among these persons of whom some was ever stopped by the municipality: of most nothing is read. */
    private List<Provision> listOfWhoHasStopped(Collection<PersonId> whose) {
        List<Provision> found = new ArrayList<>();
        for (List<Long> some :
                Parts.of(whose.stream().map(PersonId::value).distinct().sorted().toList())) {
            found.addAll(entityManager
                    .createQuery(
                            "select p from Provision p where p.person in :persons and exists"
                                    + " (select f from Provision f where f.person = p.person and f.stopReason = :reason)"
                                    + " order by p.id",
                            Provision.class)
                    .setParameter("persons", some)
                    .setParameter("reason", Provision.STOPPED_BY_MUNICIPALITY)
                    .getResultList());
        }
        return found;
    }
}
