package nl.buurtbundel.release;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.ProcessingLog;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.WayBack;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.provision.Households;
import nl.buurtbundel.provision.PersonId;
import nl.buurtbundel.provision.ProvisionDetails;
import nl.buurtbundel.provision.ProvisionId;
import nl.buurtbundel.provision.Provisions;

/** Back to the own help, within the working days that the plan promised. Nobody is asked why. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class WaysBack {
    @PersistenceContext
    private EntityManager entityManager;

    private final Initiatives initiatives;
    private final Households households;
    private final Provisions provisions;
    private final Access access;
    private final CurrentUser currentUser;
    private final AuditLog audit;
    private final ProcessingLog processingLog;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected WaysBack() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    WaysBack(
            Initiatives initiatives,
            Households households,
            Provisions provisions,
            Access access,
            CurrentUser currentUser,
            AuditLog audit,
            ProcessingLog processingLog,
            Clock clock) {
        this.initiatives = initiatives;
        this.households = households;
        this.provisions = provisions;
        this.access = access;
        this.currentUser = currentUser;
        this.audit = audit;
        this.processingLog = processingLog;
        this.clock = clock;
    }

    /** Once a person, plan and last day: who leaves with two provisions goes one way back. */
    void open(InitiativeId initiative, NeighbourhoodCode neighbourhood, String subject, LocalDate on) {
        boolean under = listOf(initiative, subject).stream()
                .anyMatch(journey ->
                        !journey.isBack() || journey.on(today()).askedOn().equals(on));
        if (under) {
            return;
        }
        InitiativePage plan = initiatives.read(initiative);
        WayBack promise = plan.plan().wayBack();
        ReturnJourney journey = new ReturnJourney(
                initiative.value(),
                neighbourhood,
                subject,
                promise.workingDays(),
                promise.bridge(),
                promise.sameProvider(),
                on,
                today(),
                plan.stage().isEnded());
        entityManager.persist(journey);
        entityManager.flush();
        audit.record("release.way-back", "initiative", initiative.value());
    }

    /** The person stays with the plan after all. */
    void callOff(InitiativeId initiative, String subject) {
        for (ReturnJourney journey : listOf(initiative, subject)) {
            if (!journey.isBack()) {
                entityManager.remove(journey);
                audit.record("release.way-back-called-off", "initiative", initiative.value());
            }
        }
    }

    private List<ReturnJourney> listOf(InitiativeId initiative, String subject) {
        return listOf(subject).stream()
                .filter(journey -> journey.initiative() == initiative.value())
                .toList();
    }

    /** Who is on the way back in a neighbourhood, the first due first. Each is a look that the person can see. */
    @Transactional(REQUIRED)
    public List<TeamWayBack> list(NeighbourhoodCode neighbourhood) {
        access.require(Operation.RELEASE, neighbourhood);
        List<ReturnJourney> journeys = entityManager
                .createQuery(
                        "select j from ReturnJourney j where j.neighbourhood = :neighbourhood and j.step <> :back"
                                + " order by j.dueOn, j.id",
                        ReturnJourney.class)
                .setParameter("neighbourhood", neighbourhood.value())
                .setParameter("back", WayBackStep.BACK)
                .getResultList();
        processingLog.looked(
                "release.look.way-back",
                journeys.stream().map(ReturnJourney::subject).distinct().toList());
        return journeys.stream().map(this::forTeam).toList();
    }

    private TeamWayBack forTeam(ReturnJourney journey) {
        PersonId person = PersonId.find(journey.subject()).orElseThrow();
        List<ProvisionId> stopped = entityManager
                .createQuery(
                        "select e from ExpectedRelease e where e.initiative = :initiative and e.person = :person"
                                + " and e.state in :stopped order by e.id",
                        ExpectedRelease.class)
                .setParameter("initiative", journey.initiative())
                .setParameter("person", person.value())
                .setParameter("stopped", List.of(ReleaseState.REALISED, ReleaseState.RETURNED))
                .getResultStream()
                .map(ExpectedRelease::provision)
                .toList();
        // who moved since is still helped by the team of the plan: that is a look at one person, logged above
        return currentUser.runAs(User.system(journey.neighbourhood().municipality()), () -> {
            WayBackView way = journey.on(today());
            List<ProvisionDetails> own = provisions.listForRelease(stopped);
            return new TeamWayBack(
                    way,
                    initiatives
                            .read(new InitiativeId(journey.initiative()))
                            .plan()
                            .title(),
                    own.stream().map(ProvisionDetails::number).toList(),
                    provisions.isHelpedSince(
                            journey.openedOn(),
                            person,
                            own.stream().map(ProvisionDetails::need).toList()));
        });
    }

    /** The user’s own ways back, and those of the children whom the user represents. */
    public List<WayBackView> listMine() {
        User user = access.require(Operation.SEE_OWN_FILE);
        return user.findSubject().stream()
                .flatMap(subject -> PersonId.find(subject).stream())
                .flatMap(person -> households.listRepresented(person, today()).stream())
                .flatMap(person -> listOf(person.toString()).stream())
                .map(journey -> journey.on(today()))
                .toList();
    }

    @Transactional(REQUIRED)
    public void take(WayBackId id, int version, WayBackStep step) {
        ReturnJourney journey = entityManager.find(ReturnJourney.class, id.value());
        if (journey == null) {
            throw new NotFound();
        }
        access.require(Operation.RELEASE, journey.neighbourhood());
        Conflict.unlessSame(version, journey.version());
        journey.take(step, today());
        audit.record("release.way-back-step", "way-back", Long.toString(id.value()), "step=" + step);
    }

    private List<ReturnJourney> listOf(String subject) {
        return entityManager
                .createQuery(
                        "select j from ReturnJourney j where j.subject = :subject order by j.askedOn, j.id",
                        ReturnJourney.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
