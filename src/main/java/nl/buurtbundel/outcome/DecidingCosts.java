package nl.buurtbundel.outcome;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.StaffDeeds;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.ledger.PositionReport;
import nl.buurtbundel.ledger.Positions;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.release.ReleaseCalendar;
import nl.buurtbundel.release.ReleaseCalendars;
import org.jspecify.annotations.Nullable;

/**
 * What deciding costs, derived from the pages that staff open and the steps they take; nobody enters an hour. Every night the
 * finished days are added up without names, and what was kept of who opened what is thrown away.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class DecidingCosts {
    @PersistenceContext
    private EntityManager entityManager;

    private final Initiatives initiatives;
    private final Positions positions;
    private final ReleaseCalendars calendars;
    private final StaffDeeds deeds;
    private final WorkRule rule;
    private final CurrentUser currentUser;
    private final Access access;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected DecidingCosts() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    DecidingCosts(
            Initiatives initiatives,
            Positions positions,
            ReleaseCalendars calendars,
            StaffDeeds deeds,
            WorkRule rule,
            CurrentUser currentUser,
            Access access,
            Clock clock) {
        this.initiatives = initiatives;
        this.positions = positions;
        this.calendars = calendars;
        this.deeds = deeds;
        this.rule = rule;
        this.currentUser = currentUser;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The user opened a page. Of residents nothing is kept, and of no page which household it is about.
     *
     * @param plan null for a page about no plan, or about many
     */
    @Transactional(REQUIRED)
    @WithoutAccessCheck("keeps that the user opened a page, and shows nothing")
    public void noteOpened(WorkStep step, @Nullable InitiativeId plan) {
        currentUser
                .find()
                .ifPresent(user -> user.findOffice()
                        .ifPresent(office -> entityManager.persist(new PageOpening(
                                user, office, step, plan == null ? null : plan.value(), clock.instant()))));
    }

    /** What deciding on this plan has cost until now. */
    public CostOfDecision read(InitiativeId plan) {
        InitiativeDossier dossier = initiatives.readDossier(plan);
        access.require(Operation.SEE_DECISIONS, dossier.neighbourhood());
        List<Worked> worked = new ArrayList<>(entityManager
                .createQuery("select w from WorkOfDay w where w.initiative = :plan", WorkOfDay.class)
                .setParameter("plan", plan.value())
                .getResultStream()
                .map(WorkOfDay::worked)
                .toList());
        listNotAddedUp(dossier.neighbourhood().municipality()).stream()
                .flatMap(day -> day.worked().stream())
                .filter(one -> Objects.equals(one.plan(), plan.value()))
                .forEach(worked::add);
        return CostOfDecision.of(worked, rule);
    }

    /** What became of money and time in a year. What is to come free is that of now, in whatever year it is asked. */
    public CostOfDeciding read(MunicipalityCode municipality, FiscalYear year) {
        access.requireForWhole(Operation.SEE_COST_OF_DECIDING, municipality);
        Period days = year.period();
        List<Worked> worked = new ArrayList<>(entityManager
                .createQuery(
                        "select w from WorkOfDay w where w.municipality = :municipality and w.workedOn between :from and :to",
                        WorkOfDay.class)
                .setParameter("municipality", municipality.value())
                .setParameter("from", year.firstDay())
                .setParameter("to", year.lastDay())
                .getResultStream()
                .map(WorkOfDay::worked)
                .toList());
        listNotAddedUp(municipality).stream()
                .filter(day -> days.contains(day.on()))
                .forEach(day -> worked.addAll(day.worked()));
        // two sums of the whole municipality, which who reads here may know without seeing the book
        PositionReport position =
                currentUser.runAs(User.system(municipality), () -> positions.read(municipality, year));
        return CostOfDeciding.of(
                year, position.paid(), position.granted().minus(position.paid()), worked, freed(), rule);
    }

    /** Adds up the days that are over, and forgets who opened which page on them. */
    @Transactional(REQUIRED)
    public void addUp(MunicipalityCode municipality) {
        access.requireForWhole(Operation.COUNT_WORK, municipality);
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        WorkAddedUp reached =
                entityManager.find(WorkAddedUp.class, municipality.value(), LockModeType.PESSIMISTIC_WRITE);
        if (reached != null && !reached.through().isBefore(yesterday)) {
            return;
        }
        for (Day day : listNotAddedUp(municipality)) {
            if (!day.on().isAfter(yesterday)) {
                day.worked().forEach(one -> entityManager.persist(new WorkOfDay(municipality, day.on(), one)));
            }
        }
        if (reached == null) {
            entityManager.persist(new WorkAddedUp(municipality, yesterday));
        } else {
            reached.reached(yesterday);
        }
        entityManager.flush();
        entityManager
                .createQuery("delete from PageOpening o where o.municipality = :municipality and o.at < :until")
                .setParameter("municipality", municipality.value())
                .setParameter("until", startOf(yesterday.plusDays(1)))
                .executeUpdate();
    }

    private CostOfDeciding.Freed freed() {
        List<ReleaseCalendar.Line> lines = calendars.read().lines();
        return CostOfDeciding.Freed.of(
                Money.sum(lines.stream()
                        .filter(ReleaseCalendar.Line::certain)
                        .map(ReleaseCalendar.Line::aYear)
                        .toList()),
                Money.sum(lines.stream()
                        .filter(line -> !line.certain())
                        .map(ReleaseCalendar.Line::likely)
                        .toList()),
                rule);
    }

    private record Day(LocalDate on, List<Worked> worked) {}

    /** Day by day: nobody works from one day into the next. A month is read at a time. */
    private List<Day> listNotAddedUp(MunicipalityCode municipality) {
        LocalDate end = LocalDate.now(clock).plusDays(1);
        List<Day> days = new ArrayList<>();
        LocalDate from = firstNotAddedUp(municipality).orElse(end);
        while (from.isBefore(end)) {
            LocalDate next = from.plusMonths(1);
            LocalDate until = next.isBefore(end) ? next : end;
            Map<LocalDate, List<Touch>> byDay = touches(municipality, from, until).stream()
                    .collect(Collectors.groupingBy(
                            touch -> LocalDate.ofInstant(touch.at(), clock.getZone()),
                            TreeMap::new,
                            Collectors.toList()));
            byDay.forEach((day, touches) -> days.add(new Day(day, Worked.of(touches, rule))));
            from = until;
        }
        return days;
    }

    private Optional<LocalDate> firstNotAddedUp(MunicipalityCode municipality) {
        WorkAddedUp reached = entityManager.find(WorkAddedUp.class, municipality.value());
        return reached == null
                ? Stream.of(deeds.findFirst(municipality), firstOpening(municipality))
                        .flatMap(Optional::stream)
                        .map(at -> LocalDate.ofInstant(at, clock.getZone()))
                        .min(LocalDate::compareTo)
                : Optional.of(reached.through().plusDays(1));
    }

    private Optional<Instant> firstOpening(MunicipalityCode municipality) {
        return Optional.ofNullable(entityManager
                .createQuery("select min(o.at) from PageOpening o where o.municipality = :municipality", Instant.class)
                .setParameter("municipality", municipality.value())
                .getSingleResult());
    }

    /** @param end the day after the last */
    private List<Touch> touches(MunicipalityCode municipality, LocalDate first, LocalDate end) {
        Instant from = startOf(first);
        Instant until = startOf(end);
        return Stream.concat(
                        deeds.list(municipality, from, until).stream().flatMap(deed -> Touch.of(deed).stream()),
                        entityManager
                                .createQuery(
                                        "select o from PageOpening o where o.municipality = :municipality"
                                                + " and o.at >= :from and o.at < :until",
                                        PageOpening.class)
                                .setParameter("municipality", municipality.value())
                                .setParameter("from", from)
                                .setParameter("until", until)
                                .getResultStream()
                                .map(PageOpening::touch))
                .toList();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
