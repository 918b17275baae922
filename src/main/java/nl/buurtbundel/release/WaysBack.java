package nl.buurtbundel.release;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.ProcessingLog;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.PlanInBrief;
import nl.buurtbundel.initiative.WayBack;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.provision.Households;
import nl.buurtbundel.provision.Need;
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
    private final Event<WayBackAsked> asked;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected WaysBack() {
        this(null, null, null, null, null, null, null, null, null);
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
            Event<WayBackAsked> asked,
            Clock clock) {
        this.initiatives = initiatives;
        this.households = households;
        this.provisions = provisions;
        this.access = access;
        this.currentUser = currentUser;
        this.audit = audit;
        this.processingLog = processingLog;
        this.asked = asked;
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
        asked.fire(new WayBackAsked(neighbourhood.municipality(), today()));
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
        return journeys.isEmpty() ? List.of() : forTeam(neighbourhood, journeys);
    }

    private List<TeamWayBack> forTeam(NeighbourhoodCode neighbourhood, List<ReturnJourney> journeys) {
        Map<Leaver, List<ProvisionId>> stopped = mapStopped(journeys);
        // who moved since is still helped by the team of the plan: that is a look at each of them, logged above
        return currentUser.runAs(User.system(neighbourhood.municipality()), () -> {
            Map<InitiativeId, PlanInBrief> plans = initiatives.listInBrief(journeys.stream()
                    .map(journey -> new InitiativeId(journey.initiative()))
                    .toList());
            Map<ProvisionId, ProvisionDetails> details =
                    provisions
                            .listForRelease(stopped.values().stream()
                                    .flatMap(List::stream)
                                    .toList())
                            .stream()
                            .collect(Collectors.toMap(ProvisionDetails::id, Function.identity()));
            Map<PersonId, Map<Need, LocalDate>> given = provisions.mapLastGiven(
                    stopped.keySet().stream().map(Leaver::person).toList());
            return journeys.stream()
                    .map(journey -> forTeam(
                            journey,
                            given.getOrDefault(Leaver.of(journey).person(), Map.of()),
                            Objects.requireNonNull(plans.get(new InitiativeId(journey.initiative()))),
                            Objects.requireNonNull(stopped.get(Leaver.of(journey))).stream()
                                    .flatMap(id -> Optional.ofNullable(details.get(id)).stream())
                                    .toList()))
                    .toList();
        });
    }

    private TeamWayBack forTeam(
            ReturnJourney journey, Map<Need, LocalDate> given, PlanInBrief plan, List<ProvisionDetails> own) {
        WayBackView way = journey.on(today());
        return new TeamWayBack(
                way,
                plan.title(),
                own.stream().map(ProvisionDetails::number).toList(),
                own.stream()
                        .map(help -> given.get(help.need()))
                        .anyMatch(day -> day != null && !day.isBefore(journey.openedOn())));
    }

    /** The own help that stopped, of each who is on the way back, in one query for some hundreds of them. */
    private Map<Leaver, List<ProvisionId>> mapStopped(List<ReturnJourney> journeys) {
        Map<Leaver, List<ProvisionId>> stopped = new HashMap<>();
        journeys.forEach(journey -> stopped.put(Leaver.of(journey), new ArrayList<>()));
        for (List<Leaver> some : Parts.of(stopped.keySet())) {
            entityManager
                    .createQuery(
                            "select e from ExpectedRelease e where e.initiative in :initiatives and e.person in :persons"
                                    + " and e.state in :stopped order by e.id",
                            ExpectedRelease.class)
                    .setParameter(
                            "initiatives",
                            some.stream()
                                    .map(leaver -> leaver.plan().value())
                                    .distinct()
                                    .toList())
                    .setParameter(
                            "persons",
                            some.stream()
                                    .map(leaver -> leaver.person().value())
                                    .distinct()
                                    .toList())
                    .setParameter("stopped", List.of(ReleaseState.REALISED, ReleaseState.RETURNED))
                    .getResultStream()
                    .forEach(expected -> Optional.ofNullable(
                                    stopped.get(new Leaver(expected.initiative(), expected.person())))
                            .ifPresent(own -> own.add(expected.provision())));
        }
        return stopped;
    }

    /** Somebody who leaves a plan. */
    private record Leaver(InitiativeId plan, PersonId person) {
        static Leaver of(ReturnJourney journey) {
            return new Leaver(
                    new InitiativeId(journey.initiative()),
                    PersonId.find(journey.subject()).orElseThrow());
        }
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
