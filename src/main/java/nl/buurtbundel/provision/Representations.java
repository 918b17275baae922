package nl.buurtbundel.provision;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.ProcessingLog;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.OneTimeCode;
import org.jspecify.annotations.Nullable;

/**
 * Who may see the file of another: a parent at another home, a guardian, a curator, a mentor, or who was authorised. The team reads
 * the paper and hands over a code; there is no list of people to choose from.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Representations {
    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final TakingPart takingPart;
    private final AuditLog audit;
    private final ProcessingLog processingLog;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Representations() {
        this(null, null, null, null, null);
    }

    @Inject
    Representations(Access access, TakingPart takingPart, AuditLog audit, ProcessingLog processingLog, Clock clock) {
        this.access = access;
        this.takingPart = takingPart;
        this.audit = audit;
        this.processingLog = processingLog;
        this.clock = clock;
    }

    /**
     * Lets the one who comes with the code see the file of whom this was allocated to.
     *
     * @param lastDay for a child null, if it ends only when the child is old enough
     * @return the code, told once
     */
    @Transactional(REQUIRED)
    public String record(AllocationNumber number, RepresentationGround ground, @Nullable LocalDate lastDay) {
        User user = access.require(Operation.RECORD_REPRESENTATION);
        Person person = person(number);
        OneTimeCode code = OneTimeCode.random();
        Representation made = new Representation(user.municipality(), person.member(), ground, lastDay, code, today());
        entityManager.persist(made);
        looked(person);
        audit.record(
                "provision.represent", "representation", Long.toString(made.id().value()), "ground=" + ground);
        return code.text();
    }

    /** Who may see it now, or once they come with their code. */
    @Transactional(REQUIRED)
    public List<RepresentationSummary> list(AllocationNumber number) {
        access.require(Operation.RECORD_REPRESENTATION);
        Person person = person(number);
        looked(person);
        return listOf(person);
    }

    /** At once, whatever happened to it meanwhile: it only takes away. */
    @Transactional(REQUIRED)
    public void end(AllocationNumber number, RepresentationId id) {
        access.require(Operation.RECORD_REPRESENTATION);
        Person person = person(number);
        Representation there = lock(id);
        if (!there.person().equals(person.personId())) {
            throw new NotFound();
        }
        there.end(today());
        looked(person);
        audit.record("provision.represent-end", "representation", id.value());
    }

    /** Somebody comes with a code; empty where it is not a code of this kind. */
    @Transactional(REQUIRED)
    public Optional<RepresentationId> open(String code) {
        User user = access.require(Operation.OPEN_SHARED_FILE);
        return entityManager
                .createQuery(
                        "select r from Representation r where r.codeHash = :hash and r.municipality = :municipality",
                        Representation.class)
                .setParameter("hash", OneTimeCode.of(code).hash())
                .setParameter("municipality", user.municipality().value())
                .getResultStream()
                .findFirst()
                .map(there -> {
                    entityManager.refresh(there, LockModeType.PESSIMISTIC_WRITE);
                    there.open(user.id(), bound(user).orElse(null), whom(there), today());
                    audit.record(
                            "provision.represent-open",
                            "representation",
                            there.id().value());
                    return there.id();
                });
    }

    /** Who may see the file of the reader now, or once they come with their code. */
    public List<RepresentationSummary> listOfMe() {
        User user = access.require(Operation.SEE_OWN_FILE);
        return bound(user)
                .flatMap(person -> Optional.ofNullable(entityManager.find(Person.class, person.value())))
                .filter(person -> person.member().seesOwnFile(today()))
                .map(this::listOf)
                .orElse(List.of());
    }

    /** Who gave it takes it back, or who may look no longer wants to; at once. */
    @Transactional(REQUIRED)
    public void stop(RepresentationId id) {
        User user = access.require(Operation.SEE_OWN_FILE);
        lock(id).stop(user.id(), bound(user).orElse(null), today());
        audit.record("provision.represent-stop", "representation", id.value());
    }

    /** By which the reader sees the file of another today. */
    public List<RepresentationSummary> listMine() {
        User user = access.require(Operation.SEE_OWN_FILE);
        return held(user).map(Representation::summary).toList();
    }

    /** Whose file the reader sees today, and why. */
    public Map<PersonId, RepresentationGround> mapMine() {
        User user = access.require(Operation.SEE_OWN_FILE);
        Map<PersonId, RepresentationGround> mine = new HashMap<>();
        held(user).forEach(one -> mine.putIfAbsent(one.person(), one.ground()));
        return mine;
    }

    private Stream<Representation> held(User user) {
        List<Representation> held = new ArrayList<>();
        for (Object[] row : entityManager
                .createQuery(
                        "select r, p from Representation r, Person p where p.id = r.person"
                                + " and r.representative = :user and r.endedOn is null order by r.id",
                        Object[].class)
                .setParameter("user", user.id().value())
                .getResultList()) {
            Representation one = (Representation) row[0];
            if (one.isSeenBy(user.id(), ((Person) row[1]).member(), today())) {
                held.add(one);
            }
        }
        return held.stream();
    }

    private List<RepresentationSummary> listOf(Person person) {
        return entityManager
                .createQuery(
                        "select r from Representation r where r.person = :person and r.endedOn is null order by r.id",
                        Representation.class)
                .setParameter("person", person.personId().value())
                .getResultStream()
                .filter(one -> !one.isOver(person.member(), today()))
                .map(Representation::summary)
                .toList();
    }

    private Person person(AllocationNumber number) {
        return takingPart.findPerson(number, Operation.RECORD_REPRESENTATION);
    }

    private void looked(Person person) {
        processingLog.looked(
                "provision.activity.representation", List.of(person.personId().toString()));
    }

    private HouseholdMember whom(Representation one) {
        return Optional.ofNullable(entityManager.find(Person.class, one.person().value()))
                .orElseThrow(NotFound::new)
                .member();
    }

    private Representation lock(RepresentationId id) {
        Representation found = entityManager.find(Representation.class, id.value());
        if (found == null) {
            throw new NotFound();
        }
        entityManager.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        return found;
    }

    private static Optional<PersonId> bound(User user) {
        return user.findSubject().flatMap(PersonId::find);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
