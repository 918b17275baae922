package nl.buurtbundel.initiative;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/** The queries that the services of this room share. */
@ApplicationScoped
class InitiativeRepository {
    private static final int MOST_ROWS = 500;
    private static final Set<Stage> GRANTED =
            Arrays.stream(Stage.values()).filter(Stage::isGranted).collect(Collectors.toSet());

    @PersistenceContext
    private EntityManager entityManager;

    void add(Object entity) {
        entityManager.persist(entity);
        entityManager.flush();
    }

    /** Writes what changed, so that versions and constraints speak now and not at the end. */
    void flush() {
        entityManager.flush();
    }

    Initiative read(InitiativeId id) {
        return read(id, LockModeType.NONE);
    }

    private Initiative read(InitiativeId id, LockModeType lock) {
        Initiative initiative = entityManager.find(Initiative.class, id.value(), lock);
        if (initiative == null) {
            throw new NotFound();
        }
        return initiative;
    }

    /** Until the end of the transaction nobody else changes it; what is read is what the other one left. */
    Initiative lock(InitiativeId id) {
        return read(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Fails at commit when the plan changed meanwhile, yet does not stand in the way of others who read it. */
    Initiative readUnchanging(InitiativeId id) {
        Initiative initiative = read(id);
        entityManager.lock(initiative, LockModeType.OPTIMISTIC);
        return initiative;
    }

    List<Initiative> list(MunicipalityCode municipality, @Nullable Set<NeighbourhoodCode> within, Set<Stage> stages) {
        if (stages.isEmpty() || within != null && within.isEmpty()) {
            return List.of();
        }
        String narrowed = within == null ? "" : " and i.neighbourhood in :neighbourhoods";
        var query = entityManager
                .createQuery(
                        "select i from Initiative i where i.municipality = :municipality and i.stage in :stages"
                                + narrowed + " order by i.since desc, i.id desc",
                        Initiative.class)
                .setParameter("municipality", municipality.value())
                .setParameter("stages", stages)
                .setMaxResults(MOST_ROWS);
        if (within != null) {
            query.setParameter(
                    "neighbourhoods",
                    within.stream().map(NeighbourhoodCode::value).toList());
        }
        return query.getResultList();
    }

    /** The longest asked first. */
    List<Initiative> listAskedToEnd(MunicipalityCode municipality, Set<NeighbourhoodCode> within) {
        if (within.isEmpty()) {
            return List.of();
        }
        return entityManager
                .createQuery(
                        "select i from Initiative i where i.municipality = :municipality and i.stage in :granted"
                                + " and i.neighbourhood in :neighbourhoods and i.endAskedOn is not null"
                                + " order by i.endAskedOn, i.since desc, i.id desc",
                        Initiative.class)
                .setParameter("municipality", municipality.value())
                .setParameter("granted", GRANTED)
                .setParameter(
                        "neighbourhoods",
                        within.stream().map(NeighbourhoodCode::value).toList())
                .getResultList();
    }

    /** What everybody may read, in one query however long the plans are. */
    List<PublicPlan> listPublic(MunicipalityCode municipality, int from, int most) {
        return entityManager
                .createQuery(
                        "select i.id, i.neighbourhood, p.title, p.summary, i.stage, i.grantedCents"
                                + " from Initiative i join i.plans p where i.municipality = :municipality"
                                + " and i.decision is not null and p.planVersion = i.planVersion"
                                + " and p.revision = i.revision order by i.since desc, i.id desc",
                        Object[].class)
                .setParameter("municipality", municipality.value())
                .setFirstResult(from)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new PublicPlan(
                        new InitiativeId((Long) row[0]),
                        new NeighbourhoodCode((String) row[1]),
                        (String) row[2],
                        (String) row[3],
                        (Stage) row[4],
                        row[5] == null ? null : Money.ofCents((Long) row[5])))
                .toList();
    }

    /** In two queries for some hundreds of plans, however long they are. */
    List<PlanInBrief> listInBrief(Collection<InitiativeId> ids) {
        List<Long> all =
                ids.stream().map(InitiativeId::value).distinct().sorted().toList();
        List<PlanInBrief> found = new ArrayList<>();
        for (List<Long> some : Parts.of(all)) {
            Map<Long, Set<UserId>> paid = new HashMap<>();
            for (Object[] row : entityManager
                    .createQuery(
                            "select o.initiative, o.offeredBy from Offer o where o.initiative in :ids and o.paid = true",
                            Object[].class)
                    .setParameter("ids", some)
                    .getResultList()) {
                paid.computeIfAbsent((Long) row[0], id -> new HashSet<>()).add(new UserId((Long) row[1]));
            }
            for (Object[] row : entityManager
                    .createQuery(
                            "select i.id, i.neighbourhood, p.title, i.initiator, i.stage from Initiative i join i.plans p"
                                    + " where i.id in :ids and p.planVersion = i.planVersion"
                                    + " and p.revision = i.revision",
                            Object[].class)
                    .setParameter("ids", some)
                    .getResultList()) {
                Set<UserId> interested = new HashSet<>(paid.getOrDefault((Long) row[0], Set.of()));
                interested.add(new UserId((Long) row[3]));
                found.add(new PlanInBrief(
                        new InitiativeId((Long) row[0]),
                        new NeighbourhoodCode((String) row[1]),
                        (String) row[2],
                        (Stage) row[4],
                        interested));
            }
        }
        return found;
    }

    /** In one query for some hundreds of plans. */
    List<PlanCourse> listCourses(Collection<InitiativeId> ids) {
        List<PlanCourse> found = new ArrayList<>();
        for (List<Long> some : Parts.of(
                ids.stream().map(InitiativeId::value).distinct().sorted().toList())) {
            entityManager
                    .createQuery(
                            "select i.id, i.neighbourhood, p.title, i.stage, i.startedOn, p.intendedStart, i.trialEndsOn,"
                                    + " p.trialMonths from Initiative i join i.plans p where i.id in :ids"
                                    + " and p.planVersion = i.planVersion and p.revision = i.revision",
                            Object[].class)
                    .setParameter("ids", some)
                    .getResultStream()
                    .map(row -> PlanCourse.of(
                            new InitiativeId((Long) row[0]),
                            new NeighbourhoodCode((String) row[1]),
                            (String) row[2],
                            (Stage) row[3],
                            (LocalDate) row[4],
                            (LocalDate) row[5],
                            (LocalDate) row[6],
                            (Integer) row[7]))
                    .forEach(found::add);
        }
        return found;
    }

    /** In one query for some hundreds of them, and one for their plans. */
    List<Pledge> listPledgesWithPlans(Collection<PledgeId> ids) {
        List<Pledge> found = new ArrayList<>();
        for (List<Long> some :
                Parts.of(ids.stream().map(PledgeId::value).distinct().sorted().toList())) {
            List<Pledge> pledges = entityManager
                    .createQuery("select p from Pledge p where p.id in :ids", Pledge.class)
                    .setParameter("ids", some)
                    .getResultList();
            entityManager
                    .createQuery(
                            "select distinct i from Initiative i join fetch i.plans where i.id in :ids",
                            Initiative.class)
                    .setParameter(
                            "ids",
                            Stream.concat(
                                            Stream.of(0L),
                                            pledges.stream()
                                                    .map(pledge ->
                                                            pledge.initiative().value()))
                                    .distinct()
                                    .toList())
                    .getResultList();
            found.addAll(pledges);
        }
        return found;
    }

    /** In one query for some hundreds of plans, however long their history. */
    List<PlanStory> listStories(Collection<InitiativeId> ids) {
        List<Long> all =
                ids.stream().map(InitiativeId::value).distinct().sorted().toList();
        List<PlanStory> stories = new ArrayList<>();
        for (List<Long> some : Parts.of(all)) {
            Map<Initiative, List<TimelineEntry>> timelines = new LinkedHashMap<>();
            entityManager
                    .createQuery(
                            "select s from InitiativeStep s join fetch s.initiative where s.initiative.id in :ids"
                                    + " order by s.initiative.id, s.number",
                            InitiativeStep.class)
                    .setParameter("ids", some)
                    .getResultStream()
                    .forEach(step -> timelines
                            .computeIfAbsent(step.initiative(), plan -> new ArrayList<>())
                            .add(step.timelineEntry()));
            timelines.forEach((plan, timeline) -> stories.add(plan.story(timeline)));
        }
        return stories;
    }

    List<Initiative> listInitiatedBy(UserId user) {
        return entityManager
                .createQuery(
                        "select i from Initiative i where i.initiator = :user order by i.id desc", Initiative.class)
                .setParameter("user", user.value())
                .setMaxResults(MOST_ROWS)
                .getResultList();
    }

    /** A page of all plans, for the nightly proof. */
    List<Initiative> listAfter(MunicipalityCode municipality, long afterId, int most) {
        return entityManager
                .createQuery(
                        "select i from Initiative i where i.municipality = :municipality and i.id > :after order by i.id",
                        Initiative.class)
                .setParameter("municipality", municipality.value())
                .setParameter("after", afterId)
                .setMaxResults(most)
                .getResultList();
    }

    List<MunicipalityCode> listMunicipalities() {
        return entityManager
                .createQuery("select distinct i.municipality from Initiative i order by i.municipality", String.class)
                .getResultStream()
                .map(MunicipalityCode::new)
                .toList();
    }

    boolean isEnough(Initiative initiative) {
        return countHouseholds(initiative) >= initiative.householdsNeeded();
    }

    int countHouseholds(Initiative initiative) {
        return Math.toIntExact(entityManager
                .createQuery(
                        "select count(p) from Pledge p where p.initiative = :initiative and p.state = :joined"
                                + " and p.confirmedVersion = :planVersion and p.standsAside = false",
                        Long.class)
                .setParameter("initiative", initiative.id().value())
                .setParameter("joined", PledgeState.JOINED)
                .setParameter("planVersion", initiative.planVersion())
                .getSingleResult());
    }

    TookPart countTookPart(Initiative initiative) {
        List<Object[]> rows = entityManager
                .createQuery(
                        "select p.state, p.lastDay from Pledge p where p.initiative = :initiative"
                                + " and p.confirmedVersion = :planVersion and p.standsAside = false",
                        Object[].class)
                .setParameter("initiative", initiative.id().value())
                .setParameter("planVersion", initiative.planVersion())
                .getResultList();
        LocalDate started = initiative.startedOn();
        int helped = 0;
        int wentBack = 0;
        for (Object[] row : rows) {
            LocalDate lastDay = (LocalDate) row[1];
            if (row[0] != PledgeState.LEFT) {
                helped++;
            } else if (started != null && lastDay != null && !lastDay.isBefore(started)) {
                wentBack++;
            }
        }
        return new TookPart(helped, wentBack);
    }

    /** Which of these have enough households, in one query. */
    Set<InitiativeId> listEnough(Collection<Initiative> initiatives) {
        if (initiatives.isEmpty()) {
            return Set.of();
        }
        List<Object[]> rows = entityManager
                .createQuery(
                        "select i.id, count(p) from Pledge p, Initiative i where p.initiative = i.id"
                                + " and p.confirmedVersion = i.planVersion and p.state = :joined"
                                + " and p.standsAside = false and i.id in :ids"
                                + " group by i.id",
                        Object[].class)
                .setParameter("joined", PledgeState.JOINED)
                .setParameter(
                        "ids", initiatives.stream().map(i -> i.id().value()).toList())
                .getResultList();
        Map<Long, Long> counts = new HashMap<>();
        rows.forEach(row -> counts.put((Long) row[0], (Long) row[1]));
        Set<InitiativeId> enough = new HashSet<>();
        for (Initiative initiative : initiatives) {
            if (counts.getOrDefault(initiative.id().value(), 0L) >= initiative.householdsNeeded()) {
                enough.add(initiative.id());
            }
        }
        return enough;
    }

    List<Pledge> listActivePledges(InitiativeId initiative) {
        return entityManager
                .createQuery(
                        "select p from Pledge p where p.initiative = :initiative and p.state in :active order by p.id",
                        Pledge.class)
                .setParameter("initiative", initiative.value())
                .setParameter("active", List.of(PledgeState.JOINED, PledgeState.LEAVING))
                .getResultList();
    }

    Pledge readPledge(PledgeId id) {
        Pledge pledge = entityManager.find(Pledge.class, id.value());
        if (pledge == null) {
            throw new NotFound();
        }
        return pledge;
    }

    /** Of two adults who answer at once, the second sees what the first said: a yes alone would not change the row. */
    Pledge changing(Pledge pledge) {
        entityManager.lock(pledge, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        return pledge;
    }

    /** The pledge in which this person takes part for this need, in whatever plan. */
    Optional<Pledge> findActivePledge(String subject, String need) {
        return entityManager
                .createQuery("select a.pledge from PledgeAdult a where a.activeKey = :key", Pledge.class)
                .setParameter("key", PledgeAdult.activeKey(subject, need))
                .getResultStream()
                .findFirst();
    }

    /** The pledge in which somebody of this household takes part for this need, in whatever plan. */
    Optional<Pledge> findActivePledgeOfHousehold(String householdKey) {
        return entityManager
                .createQuery("select a.pledge from PledgeAdult a where a.householdKey = :key", Pledge.class)
                .setParameter("key", householdKey)
                .getResultStream()
                .findFirst();
    }

    /** The pledges that hold and bind one of these, the oldest first. */
    List<Pledge> listActivePledgesOf(Collection<String> subjects) {
        Map<PledgeId, Pledge> found = new TreeMap<>(Comparator.comparing(PledgeId::value));
        for (List<String> some : Parts.of(subjects)) {
            entityManager
                    .createQuery(
                            "select a.pledge from PledgeAdult a where a.activeKey is not null and a.subject in :subjects",
                            Pledge.class)
                    .setParameter("subjects", some)
                    .getResultStream()
                    .forEach(pledge -> found.put(pledge.id(), pledge));
        }
        return List.copyOf(found.values());
    }

    /** The pledges for a need that wait for another of their household, the oldest first. */
    List<Pledge> listStandingAside(MunicipalityCode municipality, String need) {
        return entityManager
                .createQuery(
                        "select p from Pledge p, Initiative i where p.initiative = i.id and i.municipality = :municipality"
                                + " and p.need = :need and p.standsAside = true and p.state = :joined order by p.id",
                        Pledge.class)
                .setParameter("municipality", municipality.value())
                .setParameter("need", need)
                .setParameter("joined", PledgeState.JOINED)
                .getResultList();
    }

    Optional<Pledge> findByCode(String codeHash) {
        return entityManager
                .createQuery("select p from Pledge p where p.codeHash = :hash", Pledge.class)
                .setParameter("hash", codeHash)
                .getResultStream()
                .findFirst();
    }

    List<Pledge> listPledges(String subject) {
        return entityManager
                .createQuery(
                        "select a.pledge from PledgeAdult a where a.subject = :subject order by a.pledge.id desc",
                        Pledge.class)
                .setParameter("subject", subject)
                .setMaxResults(MOST_ROWS)
                .getResultList();
    }

    List<Pledge> listOverdueNotices(MunicipalityCode municipality, LocalDate today) {
        return entityManager
                .createQuery(
                        "select p from Pledge p, Initiative i where p.initiative = i.id and i.municipality = :municipality"
                                + " and p.state = :leaving and p.lastDay < :today order by p.id",
                        Pledge.class)
                .setParameter("municipality", municipality.value())
                .setParameter("leaving", PledgeState.LEAVING)
                .setParameter("today", today)
                .setMaxResults(MOST_ROWS)
                .getResultList();
    }

    List<Pledge> listPledgesAfter(MunicipalityCode municipality, long afterId, int most) {
        return entityManager
                .createQuery(
                        "select p from Pledge p, Initiative i where p.initiative = i.id and i.municipality = :municipality"
                                + " and p.id > :after order by p.id",
                        Pledge.class)
                .setParameter("municipality", municipality.value())
                .setParameter("after", afterId)
                .setMaxResults(most)
                .getResultList();
    }

    List<Offer> listOffers(InitiativeId initiative) {
        return entityManager
                .createQuery(
                        "select o from Offer o where o.initiative = :initiative and o.withdrawnOn is null order by o.id",
                        Offer.class)
                .setParameter("initiative", initiative.value())
                .getResultList();
    }

    List<Offer> listOffersBy(UserId user) {
        return entityManager
                .createQuery(
                        "select o from Offer o where o.offeredBy = :user and o.withdrawnOn is null order by o.id desc",
                        Offer.class)
                .setParameter("user", user.value())
                .getResultList();
    }

    Offer readOffer(OfferId id) {
        Offer offer = entityManager.find(Offer.class, id.value());
        if (offer == null) {
            throw new NotFound();
        }
        return offer;
    }

    List<Job> listJobs(InitiativeId initiative) {
        return entityManager
                .createQuery(
                        "select j from Job j where j.initiative = :initiative and j.withdrawnOn is null order by j.id",
                        Job.class)
                .setParameter("initiative", initiative.value())
                .getResultList();
    }

    Job readJob(JobId id) {
        Job job = entityManager.find(Job.class, id.value());
        if (job == null) {
            throw new NotFound();
        }
        return job;
    }

    /** Everybody who ever asked to be paid for what they do in this plan: who takes that back had the interest all the same. */
    Set<UserId> listPaidMembers(InitiativeId initiative) {
        return entityManager
                .createQuery(
                        "select o.offeredBy from Offer o where o.initiative = :initiative and o.paid = true",
                        Long.class)
                .setParameter("initiative", initiative.value())
                .getResultStream()
                .map(UserId::new)
                .collect(Collectors.toSet());
    }

    Optional<HelpWanted> findHelpWanted(InitiativeId initiative) {
        return Optional.ofNullable(entityManager.find(HelpWanted.class, initiative.value()));
    }

    /** Of two who answer at once, the second counts on what the first left. */
    HelpWanted lockHelpWanted(InitiativeId initiative) {
        HelpWanted present = entityManager.find(HelpWanted.class, initiative.value(), LockModeType.PESSIMISTIC_WRITE);
        if (present != null) {
            return present;
        }
        HelpWanted first = new HelpWanted(initiative);
        entityManager.persist(first);
        return first;
    }

    Optional<DraftRow> findDraft(UserId user) {
        return Optional.ofNullable(entityManager.find(DraftRow.class, user.value()));
    }

    OwnPlanOutcome readOutcome(OutcomeId id) {
        OwnPlanOutcome outcome = entityManager.find(OwnPlanOutcome.class, id.value());
        if (outcome == null) {
            throw new NotFound();
        }
        return outcome;
    }

    List<OwnPlanOutcome> listOutcomes(InitiativeId initiative) {
        return entityManager
                .createQuery(
                        "select o from OwnPlanOutcome o where o.initiative = :initiative order by o.id",
                        OwnPlanOutcome.class)
                .setParameter("initiative", initiative.value())
                .getResultList();
    }

    Optional<PrivateRoom> findRoom(String id) {
        return Optional.ofNullable(entityManager.find(PrivateRoom.class, id));
    }

    /** Of two who write at once, the second sees what the first left. */
    Optional<PrivateRoom> lockRoom(String id) {
        return Optional.ofNullable(entityManager.find(PrivateRoom.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    long countRooms() {
        return entityManager
                .createQuery("select count(r) from PrivateRoom r", Long.class)
                .getSingleResult();
    }

    int removeRoomsWrittenBefore(LocalDate day) {
        return entityManager
                .createQuery("delete from PrivateRoom r where r.writtenOn < :before")
                .setParameter("before", day)
                .executeUpdate();
    }

    void remove(Object entity) {
        entityManager.remove(entity);
    }
}
