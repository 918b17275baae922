package nl.buurtbundel.provision;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Capacity;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.ProcessingLog;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import org.jspecify.annotations.Nullable;

/** Takes what came in, and tells what runs where at what cost. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Provisions {
    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog auditLog;
    private final ProcessingLog processingLog;
    private final Pseudonyms pseudonyms;
    private final Neighbourhoods neighbourhoods;
    private final Households households;
    private final Representations representations;
    private final FreedHelp freedHelp;
    private final Event<StopTakenBack> stopTakenBack;
    private final Event<ProvisionEnded> provisionEnded;
    private final Event<HouseholdsRegrouped> householdsRegrouped;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Provisions() {
        this(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    Provisions(
            Access access,
            AuditLog auditLog,
            ProcessingLog processingLog,
            Pseudonyms pseudonyms,
            Neighbourhoods neighbourhoods,
            Households households,
            Representations representations,
            FreedHelp freedHelp,
            Event<StopTakenBack> stopTakenBack,
            Event<ProvisionEnded> provisionEnded,
            Event<HouseholdsRegrouped> householdsRegrouped,
            Clock clock) {
        this.access = access;
        this.auditLog = auditLog;
        this.processingLog = processingLog;
        this.pseudonyms = pseudonyms;
        this.neighbourhoods = neighbourhoods;
        this.households = households;
        this.representations = representations;
        this.freedHelp = freedHelp;
        this.stopTakenBack = stopTakenBack;
        this.provisionEnded = provisionEnded;
        this.householdsRegrouped = householdsRegrouped;
        this.clock = clock;
    }

    /** Takes a load of commands into the municipality of the user, all or none. */
    @Transactional(REQUIRED)
    public Taken take(List<ProvisionCommand> commands) {
        MunicipalityCode municipality = access.require(Operation.IMPORT).municipality();
        Arrival arrival = arrival(municipality, commands);
        Map<ProvisionId, ProvisionStopped> freedBefore = freedHelp.map(arrival.listConcerned());
        Taken taken = arrival.take();
        processingLog.looked(
                "provision.activity.import",
                arrival.touched().stream().map(PersonId::toString).toList());
        auditLog.record(
                "provision.take",
                "provisions",
                municipality.value(),
                "created=" + taken.created() + " replaced=" + taken.replaced() + " older=" + taken.older() + " waiting="
                        + taken.waiting() + " dropped=" + taken.dropped().size());
        List<HouseholdsRegrouped.Move> moves = arrival.moves();
        if (!moves.isEmpty()) {
            householdsRegrouped.fire(new HouseholdsRegrouped(municipality, moves));
        }
        tellCourses(arrival, freedBefore);
        return taken;
    }

    /** Which of these carry the number of an allocation of somebody else or of another provider. Changes nothing. */
    public Map<ProvisionCommand, Misdirected> findMisdirected(List<ProvisionCommand> commands) {
        MunicipalityCode municipality = access.require(Operation.IMPORT).municipality();
        return arrival(municipality, commands).misdirected();
    }

    private Arrival arrival(MunicipalityCode municipality, List<ProvisionCommand> commands) {
        return new Arrival(entityManager, municipality, pseudonyms, neighbourhoods, clock, commands);
    }

    /** What runs in a neighbourhood on a day and may be arranged together: nothing protected, nobody who does not take part. */
    public List<CostedProvision> listCostedProvisions(NeighbourhoodCode neighbourhood, LocalDate on) {
        access.require(Operation.SEE_OPPORTUNITIES, neighbourhood);
        return costed(neighbourhood.municipality(), listIn(neighbourhood).filter(provision -> provision.runsOn(on)));
    }

    /** The same with what will start again after a stop for a while: it can come free as well as what runs. */
    public List<CostedProvision> listGoingOn(NeighbourhoodCode neighbourhood, LocalDate on) {
        access.require(Operation.SEE_OPPORTUNITIES, neighbourhood);
        return costed(neighbourhood.municipality(), listIn(neighbourhood).filter(provision -> provision.goesOn(on)));
    }

    /** One of them; empty as well for what is in no neighbourhood. */
    public Optional<CostedProvision> findGoingOn(ProvisionId id, LocalDate on) {
        access.require(Operation.SEE_OPPORTUNITIES);
        Provision provision = entityManager.find(Provision.class, id.value());
        NeighbourhoodCode place = provision == null ? null : provision.neighbourhood();
        if (provision == null || place == null) {
            return Optional.empty();
        }
        access.require(Operation.SEE_OPPORTUNITIES, place);
        return costed(provision.municipality(), Stream.of(provision).filter(one -> one.goesOn(on))).stream()
                .findFirst();
    }

    private Stream<Provision> listIn(NeighbourhoodCode neighbourhood) {
        return entityManager
                .createQuery(
                        "select p from Provision p where p.neighbourhood = :neighbourhood order by p.id",
                        Provision.class)
                .setParameter("neighbourhood", neighbourhood.value())
                .getResultList()
                .stream();
    }

    /** What runs in a whole municipality at once. */
    public List<CostedProvision> listCostedProvisions(MunicipalityCode municipality, LocalDate on) {
        access.requireForWhole(Operation.SEE_OPPORTUNITIES, municipality);
        return costed(municipality, listIn(municipality).filter(provision -> provision.runsOn(on)));
    }

    private Stream<Provision> listIn(MunicipalityCode municipality) {
        return entityManager
                .createQuery(
                        "select p from Provision p where p.municipality = :municipality"
                                + " and p.neighbourhood is not null order by p.id",
                        Provision.class)
                .setParameter("municipality", municipality.value())
                .getResultList()
                .stream();
    }

    /**
     * All help in a whole municipality, also what may never be arranged together: for statistics that name nobody, and for nothing
     * else.
     */
    public List<CostedProvision> listForStatistics(MunicipalityCode municipality, LocalDate on) {
        access.requireForWhole(Operation.MAKE_STATISTICS, municipality);
        List<Provision> running =
                listIn(municipality).filter(provision -> provision.runsOn(on)).toList();
        Map<PersonId, Person> persons = persons(running);
        Map<AllocationNumber, Money> declared = declared(municipality, running);
        return running.stream()
                .map(provision -> provision.costed(
                        Objects.requireNonNull(persons.get(provision.person())).householdId(),
                        Objects.requireNonNull(provision.neighbourhood()),
                        declared.get(provision.number())))
                .toList();
    }

    /** For which laws these persons let their data be used on a day; who gave no consent is not in the answer. */
    @WithoutAccessCheck("opaque ids in, laws out; the rooms that use it show neither")
    public Map<PersonId, Set<ConsentGiven>> consentsFor(Collection<PersonId> persons, LocalDate on) {
        Map<PersonId, Set<ConsentGiven>> given = new HashMap<>();
        List<Long> ids = persons.stream().map(PersonId::value).distinct().toList();
        for (List<Long> some : Parts.of(ids)) {
            entityManager
                    .createQuery("select c from Consent c where c.person in :persons", Consent.class)
                    .setParameter("persons", some)
                    .getResultStream()
                    .filter(consent -> consent.holdsOn(on))
                    .forEach(consent -> given.merge(
                            consent.person(),
                            Set.of(consent.given()),
                            (one, other) -> java.util.stream.Stream.concat(one.stream(), other.stream())
                                    .collect(Collectors.toUnmodifiableSet())));
        }
        return given;
    }

    /** How these are paid for, as far as a contract is known. */
    @WithoutAccessCheck("opaque ids in, contract forms out; says nothing of whose help it is")
    public Map<ProvisionId, ContractForm> mapForms(Collection<ProvisionId> ids) {
        Map<ProvisionId, ContractForm> forms = new HashMap<>();
        Arrival.byId(
                        entityManager,
                        "select p from Provision p where p.id in :ids",
                        Provision.class,
                        ids.stream().map(ProvisionId::value).toList(),
                        Provision::provisionId)
                .forEach((id, provision) -> provision.findForm().ifPresent(form -> forms.put(id, form)));
        return forms;
    }

    /** Some provisions at once, for releasing their money; logged as a look at each of the persons. */
    @Transactional(REQUIRED)
    public List<ProvisionDetails> listForRelease(Collection<ProvisionId> ids) {
        return details(look(ids));
    }

    /** The same with what a change order names, and until when they were declared; logged as a look at each of the persons. */
    @Transactional(REQUIRED)
    public List<ProvisionToChange> listToChange(Collection<ProvisionId> ids) {
        List<Provision> shown = look(ids);
        Map<AllocationNumber, LocalDate> declaredUntil = declaredUntil(shown);
        Map<ProvisionId, ProvisionDetails> details =
                details(shown).stream().collect(Collectors.toMap(ProvisionDetails::id, one -> one));
        return shown.stream()
                .map(provision -> new ProvisionToChange(
                        Objects.requireNonNull(details.get(provision.provisionId())),
                        provision.category(),
                        provision.productCode(),
                        declaredUntil.get(provision.number())))
                .toList();
    }

    private List<Provision> look(Collection<ProvisionId> ids) {
        User user = access.require(Operation.SEE_RELEASE);
        Map<ProvisionId, Provision> found = Arrival.byId(
                entityManager,
                "select p from Provision p where p.id in :ids",
                Provision.class,
                ids.stream().map(ProvisionId::value).toList(),
                Provision::provisionId);
        List<Provision> shown =
                ids.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
        shown.forEach(provision -> {
            NeighbourhoodCode place = provision.neighbourhood();
            if (place == null) {
                access.requireForWhole(Operation.SEE_RELEASE, provision.municipality());
            } else {
                access.require(Operation.SEE_RELEASE, place);
            }
        });
        shown.stream()
                .collect(Collectors.groupingBy(
                        provision -> capacityToSee(user, provision.neighbourhood()),
                        Collectors.mapping(provision -> provision.person().toString(), Collectors.toSet())))
                .forEach((capacity, persons) -> processingLog.looked("provision.activity.release", persons, capacity));
        return shown;
    }

    private static Capacity capacityToSee(User user, @Nullable NeighbourhoodCode place) {
        return place == null
                ? user.capacityForWhole(Operation.SEE_RELEASE)
                : user.capacityFor(Operation.SEE_RELEASE, place);
    }

    /**
     * For who is on the way back to the own help: on which day help for each need was last allocated or began, of each of these
     * persons who is helped.
     */
    public Map<PersonId, Map<Need, LocalDate>> mapLastGiven(Collection<PersonId> persons) {
        access.require(Operation.RELEASE);
        Map<PersonId, Map<Need, LocalDate>> given = new HashMap<>();
        for (List<Long> some :
                Parts.of(persons.stream().map(PersonId::value).distinct().toList())) {
            entityManager
                    .createQuery(
                            "select p from Provision p where p.person in :persons and p.status in :running",
                            Provision.class)
                    .setParameter("persons", some)
                    .setParameter("running", List.of(Status.WAITING, Status.ACTIVE))
                    .getResultStream()
                    .filter(provision -> provision.need() != null)
                    .forEach(provision -> given.computeIfAbsent(provision.person(), person -> new HashMap<>())
                            .merge(
                                    Objects.requireNonNull(provision.need()),
                                    provision.lastGiven(),
                                    (one, other) -> one.isAfter(other) ? one : other));
        }
        return given;
    }

    /** All that is held about the user’s own provisions, and those of children and others whom the user represents. */
    public List<ProvisionDetails> listOwn() {
        User user = access.require(Operation.SEE_OWN_FILE);
        Set<PersonId> atHome = user.findSubject()
                .flatMap(PersonId::find)
                .map(person -> households.listRepresented(person, LocalDate.now(clock)))
                .orElse(Set.of());
        Set<PersonId> persons = new HashSet<>(atHome);
        persons.addAll(representations.mapMine().keySet());
        if (persons.isEmpty()) {
            return List.of();
        }
        return details(entityManager
                        .createQuery(
                                "select p from Provision p where p.person in :persons order by p.person, p.firstDay, p.id",
                                Provision.class)
                        .setParameter(
                                "persons", persons.stream().map(PersonId::value).toList())
                        .getResultList())
                .stream()
                .map(one -> atHome.contains(one.person()) ? one : one.ofAnotherHome())
                .toList();
    }

    private List<CostedProvision> costed(MunicipalityCode municipality, Stream<Provision> found) {
        List<Provision> running =
                found.filter(provision -> provision.need().canBeShared()).toList();
        Map<PersonId, Person> persons = persons(running);
        Map<AllocationNumber, Money> declared = declared(municipality, running);
        List<CostedProvision> costed = new ArrayList<>();
        for (Provision provision : running) {
            Person person = persons.get(provision.person());
            NeighbourhoodCode neighbourhood = provision.neighbourhood();
            if (person != null && person.takesPart() && neighbourhood != null) {
                costed.add(provision.costed(person.householdId(), neighbourhood, declared.get(provision.number())));
            }
        }
        return costed;
    }

    private List<ProvisionDetails> details(List<Provision> provisions) {
        if (provisions.isEmpty()) {
            return List.of();
        }
        Map<PersonId, Person> persons = persons(provisions);
        Map<AllocationNumber, Money> declared = declared(provisions.get(0).municipality(), provisions);
        return provisions.stream()
                .map(provision -> provision.details(
                        Objects.requireNonNull(persons.get(provision.person())).householdId(),
                        declared.get(provision.number())))
                .toList();
    }

    private Map<PersonId, Person> persons(List<Provision> provisions) {
        return Arrival.byId(
                entityManager,
                "select p from Person p where p.id in :ids",
                Person.class,
                provisions.stream().map(provision -> provision.person().value()).toList(),
                Person::personId);
    }

    private Map<AllocationNumber, Money> declared(MunicipalityCode municipality, List<Provision> provisions) {
        return Arrival.declaredYearly(
                entityManager,
                municipality,
                provisions.stream().map(Provision::number).toList());
    }

    private Map<AllocationNumber, LocalDate> declaredUntil(List<Provision> provisions) {
        Map<AllocationNumber, LocalDate> until = new HashMap<>();
        if (provisions.isEmpty()) {
            return until;
        }
        List<String> numbers = provisions.stream()
                .map(provision -> provision.number().value())
                .distinct()
                .toList();
        for (List<String> some : Parts.of(numbers)) {
            entityManager
                    .createQuery(
                            "select d from DeclaredCost d where d.municipality = :municipality and d.number in :numbers",
                            DeclaredCost.class)
                    .setParameter(
                            "municipality", provisions.get(0).municipality().value())
                    .setParameter("numbers", some)
                    .getResultStream()
                    .forEach(cost -> until.merge(
                            cost.number(), cost.lastDay(), (one, other) -> one.isAfter(other) ? one : other));
        }
        return until;
    }

    private void tellCourses(Arrival arrival, Map<ProvisionId, ProvisionStopped> freedBefore) {
        entityManager.flush();
        Stream.concat(arrival.changed(Course.Change.TAKEN_BACK).stream(), arrival.noLongerFreed().stream())
                .forEach(provision -> stopTakenBack.fire(new StopTakenBack(provision.provisionId())));
        arrival.changed(Course.Change.ENDED)
                .forEach(provision -> provisionEnded.fire(new ProvisionEnded(provision.provisionId())));
        freedHelp.tellChanged(arrival.changedHelp(), freedBefore);
    }
}
