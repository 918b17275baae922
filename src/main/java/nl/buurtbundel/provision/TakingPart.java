package nl.buurtbundel.provision;

import static jakarta.transaction.Transactional.TxType.REQUIRED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.ProcessingLog;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * The team marks that somebody does not take part, or does again. No reason is asked and nobody else sees it. There is no
 * list: who has the number of an allocation opens that one, and the look is logged.
 */
@ApplicationScoped
@Transactional(REQUIRED)
public class TakingPart {
    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog auditLog;
    private final ProcessingLog processingLog;
    private final Event<TakingPartMarked> marked;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected TakingPart() {
        this(null, null, null, null);
    }

    @Inject
    TakingPart(Access access, AuditLog auditLog, ProcessingLog processingLog, Event<TakingPartMarked> marked) {
        this.access = access;
        this.auditLog = auditLog;
        this.processingLog = processingLog;
        this.marked = marked;
    }

    /**
     * What has this number: mostly one, two if a message and the register of the municipality happen to share it. Empty also
     * if it is somewhere else: a number that exists is not told from one that does not.
     */
    public List<Participant> list(Law law, String number) {
        access.require(Operation.MARK_DOES_NOT_TAKE_PART);
        List<Provision> found = provisions(law, number, Operation.MARK_DOES_NOT_TAKE_PART);
        processingLog.looked(
                "provision.activity.takes-part",
                found.stream().map(p -> p.person().toString()).distinct().toList());
        return found.stream()
                .map(provision -> participant(provision, person(provision)))
                .toList();
    }

    public Participant mark(AllocationNumber number, boolean takesPart, int versionSeen) {
        access.require(Operation.MARK_DOES_NOT_TAKE_PART);
        Provision provision = provisions(number.law(), number.value(), Operation.MARK_DOES_NOT_TAKE_PART).stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow(NotFound::new);
        Person person = person(provision);
        Conflict.unlessSame(versionSeen, person.version());
        boolean before = person.takesPart();
        person.takesPart(takesPart);
        entityManager.flush();
        processingLog.looked(
                "provision.activity.takes-part", List.of(person.personId().toString()));
        auditLog.record("provision.mark", "person", person.personId().toString(), "takesPart=" + takesPart);
        if (before != takesPart) {
            marked.fire(new TakingPartMarked(person.personId(), person.municipality(), takesPart));
        }
        return participant(provision, person);
    }

    /** Whom this was allocated to, where the user may do this there. */
    Person findPerson(AllocationNumber number, Operation operation) {
        return person(provisions(number.law(), number.value(), operation).stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow(NotFound::new));
    }

    private List<Provision> provisions(Law law, String number, Operation operation) {
        User user = access.findUser().orElseThrow(NotFound::new);
        return entityManager
                .createQuery(
                        "select p from Provision p where p.municipality = :municipality and p.law = :law"
                                + " and p.number = :number and p.status <> :removed order by p.source",
                        Provision.class)
                .setParameter("municipality", user.municipality().value())
                .setParameter("law", law)
                .setParameter("number", number)
                .setParameter("removed", Status.REMOVED)
                .getResultStream()
                .filter(provision -> isWithTheTeam(provision, operation))
                .toList();
    }

    private boolean isWithTheTeam(Provision provision, Operation operation) {
        NeighbourhoodCode neighbourhood = provision.neighbourhood();
        return neighbourhood != null && access.may(operation, neighbourhood);
    }

    private Person person(Provision provision) {
        Person person = entityManager.find(Person.class, provision.person().value());
        if (person == null) {
            throw new NotFound();
        }
        return person;
    }

    private static Participant participant(Provision provision, Person person) {
        return new Participant(
                provision.number(), provision.need(), provision.period(), person.takesPart(), person.version());
    }
}
