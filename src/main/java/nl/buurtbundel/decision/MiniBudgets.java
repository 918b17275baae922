package nl.buurtbundel.decision;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.access.Users;
import nl.buurtbundel.budget.TeamPots;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.ReservationExpired;
import nl.buurtbundel.ledger.ReservationId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.opportunity.SuppressionRule;
import nl.buurtbundel.provision.HomeMarks;
import nl.buurtbundel.provision.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * Small amounts that a team decides on itself: a worker asks from a phone, colleagues agree with a tap each, the card of the team
 * pays. Team workers act in their own power only: nobody stands in for them. Everything that holds or moves money locks
 * the book first, then the case, then the household.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class MiniBudgets {
    private static final String PURPOSE = "mini-budget";
    private static final String CHECKED_ABOVE =
            "called inside the transaction that reads a bank statement, which has checked";
    private static final Set<MiniBudgetState> OPEN = Set.of(MiniBudgetState.PROPOSED, MiniBudgetState.AGREED);
    private static final Set<MiniBudgetState> AGREED =
            Set.of(MiniBudgetState.AGREED, MiniBudgetState.SPENT, MiniBudgetState.LAPSED);

    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final MiniBudgetLooks looks;
    private final Users users;
    private final Mandates mandates;
    private final TeamPots pots;
    private final Ledger ledger;
    private final Neighbourhoods neighbourhoods;
    private final HomeMarks marks;
    private final SuppressionRule rule;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected MiniBudgets() {
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    MiniBudgets(
            Access access,
            AuditLog audit,
            MiniBudgetLooks looks,
            Users users,
            Mandates mandates,
            TeamPots pots,
            Ledger ledger,
            Neighbourhoods neighbourhoods,
            HomeMarks marks,
            SuppressionRule rule,
            Clock clock) {
        this.access = access;
        this.audit = audit;
        this.looks = looks;
        this.users = users;
        this.mandates = mandates;
        this.pots = pots;
        this.ledger = ledger;
        this.neighbourhoods = neighbourhoods;
        this.marks = marks;
        this.rule = rule;
        this.clock = clock;
    }

    /**
     * Asks the colleagues for a small amount. Of the address only a mark is kept, by which the limit of a year is held: the same
     * household has the same one, and nothing leads from it to the address or a file.
     *
     * @param need what is needed, without saying for whom
     * @param address postcode and number on one line; its neighbourhood says from which pot it comes
     * @throws Refusal for an amount above the limit, words that say who it is, an address that is unknown or not of the team, and
     *     when the team has no pot or mandate
     */
    @Transactional(REQUIRED)
    public MiniBudgetId propose(String need, Money amount, String address) {
        access.require(Operation.KEEP_MINI_BUDGETS);
        PostalAddress home = PostalAddress.read(address).orElseThrow(() -> new Refusal("decision.error.mini-address"));
        NeighbourhoodCode here = neighbourhoods
                .findByAddress(home.postcode(), home.houseNumber())
                .filter(place -> access.may(Operation.KEEP_MINI_BUDGETS, place))
                .orElseThrow(() -> new Refusal("decision.error.mini-address-elsewhere"));
        User user = access.require(Operation.KEEP_MINI_BUDGETS, here);
        FiscalYear year = FiscalYear.of(today());
        MiniBudgetRule limits =
                MiniBudgetRule.of(mandates.tableOf(here.municipality()), here, pots.readTaskField(year, here), today());
        String mark = marks.of(PURPOSE, here.municipality(), year, home);
        looks.note(mark);
        // two that ask for the same household at once make one row of it
        ledger.open(here.municipality());
        HouseholdYear household = household(here.municipality(), year, mark);
        MiniBudget asked = new MiniBudget(here, household.id(), new CaseText(need), amount, limits, user.id(), today());
        household.requireRoom(amount, limits.limit());
        entityManager.persist(asked);
        record("propose", asked, "cents=" + amount.cents());
        return asked.id();
    }

    private HouseholdYear household(MunicipalityCode municipality, FiscalYear year, String mark) {
        return entityManager
                .createQuery(
                        "select h from HouseholdYear h where h.municipality = :municipality and h.fiscalYear = :year"
                                + " and h.household = :mark",
                        HouseholdYear.class)
                .setParameter("municipality", municipality.value())
                .setParameter("year", year.year())
                .setParameter("mark", mark)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> {
                    HouseholdYear made = new HouseholdYear(municipality, year, mark);
                    entityManager.persist(made);
                    entityManager.flush();
                    return made;
                });
    }

    /**
     * A colleague agrees. With the last yes that it takes it is final, and the money is held. Its words and amount never change, so
     * that no version has to be sent along: two who agree at once both do.
     *
     * @throws Refusal for the proposer, for who agreed before, when it is over, when the pot has not so much, and when the household
     *     would get more than the limit
     */
    @Transactional(REQUIRED)
    public void agree(MiniBudgetId id) {
        MiniBudget asked = read(id);
        User user = access.require(Operation.KEEP_MINI_BUDGETS, asked.neighbourhood());
        lock(asked);
        boolean enough = asked.agree(user.id(), today());
        record("agree", asked, "");
        if (enough) {
            HouseholdYear household = lockHousehold(asked);
            household.requireRoom(asked.amount(), asked.limit());
            ReservationId held = hold(asked, asked.holdUntil(today()));
            asked.becomeFinal(household, held, today());
            record("hold", asked, "cents=" + asked.amount().cents());
        }
    }

    private ReservationId hold(MiniBudget one, LocalDate until) {
        return pots.hold(one.holdKey(), one.year(), one.neighbourhood(), one.left(), until);
    }

    /** The proposer takes it back, before it is final. */
    @Transactional(REQUIRED)
    public void withdraw(MiniBudgetId id, int version) {
        MiniBudget asked = read(id);
        User user = access.require(Operation.KEEP_MINI_BUDGETS, asked.neighbourhood());
        lock(asked);
        Conflict.unlessSame(version, asked.version());
        asked.withdraw(user.id());
        record("withdraw", asked, "");
    }

    /** What was asked took no money in the end. */
    @Transactional(REQUIRED)
    public void solve(MiniBudgetId id, int version, Solution solution) {
        MiniBudget asked = read(id);
        User user = access.require(Operation.KEEP_MINI_BUDGETS, asked.neighbourhood());
        lock(asked);
        Conflict.unlessSame(version, asked.version());
        asked.solve();
        entityManager.persist(new SolvedWithoutMoney(asked.neighbourhood(), solution, id, user.id(), today()));
        record("solve", asked, "solution=" + solution);
    }

    /** Something was solved without anybody asking for money. It is counted; nothing else is kept. */
    @Transactional(REQUIRED)
    public SolvedId solve(NeighbourhoodCode here, Solution solution) {
        User user = access.require(Operation.KEEP_MINI_BUDGETS, here);
        SolvedWithoutMoney solved = new SolvedWithoutMoney(here, solution, null, user.id(), today());
        entityManager.persist(solved);
        audit.record(
                "decision.tell-solved",
                "solved-without-money",
                Long.toString(solved.id().value()),
                "solution=" + solution);
        return solved.id();
    }

    /** It was told by mistake: whoever told it takes it back on the same day. */
    @Transactional(REQUIRED)
    public void takeBack(SolvedId id) {
        SolvedWithoutMoney solved = Optional.ofNullable(entityManager.find(SolvedWithoutMoney.class, id.value()))
                .orElseThrow(NotFound::new);
        User user = access.require(Operation.KEEP_MINI_BUDGETS, solved.neighbourhood());
        solved.requireTakeBackBy(user.id(), today());
        entityManager.remove(solved);
        audit.record("decision.take-back-solved", "solved-without-money", id.value());
    }

    /** What the team may decide on by itself today; empty as long as it has no pot or no mandate. */
    public Optional<MiniBudgetTerms> findTerms(NeighbourhoodCode here) {
        access.require(Operation.SEE_MINI_BUDGETS, here);
        return pots.find(FiscalYear.of(today()), here)
                .flatMap(pot ->
                        MiniBudgetRule.find(mandates.tableOf(here.municipality()), here, pot.taskField(), today()))
                .map(limits -> new MiniBudgetTerms(limits.limit(), limits.colleagues()));
    }

    /** What waits for colleagues or for the card, in the own neighbourhoods: the oldest first. */
    public List<MiniBudgetCase> listOpen() {
        User user = access.require(Operation.SEE_MINI_BUDGETS);
        return cases(
                user,
                ofTeam(" and m.state in :states and (m.state = :agreed or m.decideBy >= :today)" + " order by m.id")
                        .setParameter("states", OPEN)
                        .setParameter("agreed", MiniBudgetState.AGREED)
                        .setParameter("today", today()));
    }

    /** What is over, in the own neighbourhoods: the newest first. */
    public List<MiniBudgetCase> listOver(int from, int most) {
        User user = access.require(Operation.SEE_MINI_BUDGETS);
        return cases(
                user,
                ofTeam(" and (m.state not in :states or m.state <> :agreed and m.decideBy < :today)"
                                + " order by m.id desc")
                        .setParameter("states", OPEN)
                        .setParameter("agreed", MiniBudgetState.AGREED)
                        .setParameter("today", today())
                        .setFirstResult(from)
                        .setMaxResults(most));
    }

    /** How many wait for a yes of the reader. */
    public long countToAgree() {
        access.require(Operation.KEEP_MINI_BUDGETS);
        return listOpen().stream().filter(MiniBudgetCase::mayAgree).count();
    }

    private TypedQuery<MiniBudget> ofTeam(String which) {
        return entityManager
                .createQuery("select m from MiniBudget m where m.neighbourhood in :places" + which, MiniBudget.class)
                .setParameter("places", places());
    }

    /** A list in a query is never empty; no neighbourhood has this code. */
    private List<String> places() {
        List<String> own = access.listOwn(Operation.SEE_MINI_BUDGETS).stream()
                .map(NeighbourhoodCode::value)
                .toList();
        return own.isEmpty() ? List.of("none") : own;
    }

    private List<MiniBudgetCase> cases(User reader, TypedQuery<MiniBudget> query) {
        Map<UserId, String> names = new HashMap<>();
        List<MiniBudgetCase> cases = new ArrayList<>();
        for (MiniBudget one : query.getResultList()) {
            String name = names.computeIfAbsent(
                    one.proposer(), id -> users.find(id).map(User::displayName).orElse(""));
            cases.add(one.summary(reader.id(), name, today()));
        }
        return cases;
    }

    /** How it went in one neighbourhood this year, for the team itself. */
    public MiniBudgetFigures readFigures(NeighbourhoodCode here) {
        access.require(Operation.SEE_MINI_BUDGETS, here);
        return figures(here.value());
    }

    /** How it went in the municipality this year: rounded, and nothing of few. */
    public MiniBudgetFigures.Published readFigures(MunicipalityCode municipality) {
        access.requireForWhole(Operation.SEE_TEAM_POTS, municipality);
        return figures(municipality.neighbourhoodPattern()).published(rule);
    }

    private MiniBudgetFigures figures(String places) {
        FiscalYear year = FiscalYear.of(today());
        long agreed = entityManager
                .createQuery(
                        "select count(m) from MiniBudget m where m.neighbourhood like :places and m.fiscalYear = :year"
                                + " and m.state in :states",
                        Long.class)
                .setParameter("places", places)
                .setParameter("year", year.year())
                .setParameter("states", AGREED)
                .getSingleResult();
        Map<Solution, Long> solved = new EnumMap<>(Solution.class);
        for (Object[] row : entityManager
                .createQuery(
                        "select s.solution, count(s) from SolvedWithoutMoney s where s.neighbourhood like :places"
                                + " and s.solvedOn >= :first and s.solvedOn <= :last group by s.solution",
                        Object[].class)
                .setParameter("places", places)
                .setParameter("first", year.firstDay())
                .setParameter("last", year.lastDay())
                .getResultList()) {
            solved.put((Solution) row[0], ((Number) row[1]).longValue());
        }
        return new MiniBudgetFigures(agreed, solved);
    }

    /** What the card of a team may still pay from: for who lays the bank beside it, without what it is for. */
    @WithoutAccessCheck(CHECKED_ABOVE)
    public List<MiniBudgetCard> listHeld(MunicipalityCode municipality) {
        return entityManager
                .createQuery(
                        "select m from MiniBudget m where m.neighbourhood like :places and m.state = :agreed"
                                + " and m.heldUntil >= :today order by m.id",
                        MiniBudget.class)
                .setParameter("today", today())
                .setParameter("places", municipality.neighbourhoodPattern())
                .setParameter("agreed", MiniBudgetState.AGREED)
                .getResultStream()
                .map(MiniBudget::card)
                .toList();
    }

    /**
     * The bank paid from it. What is left of it stays held until its time is over.
     *
     * @param paidOn the day of the bank
     * @param by who says so; null where it was certain by itself
     * @return what paid it, to take it back by
     * @throws Refusal when that is more than is left, for a day before or long after it, and for whose hand is in it
     */
    @Transactional(MANDATORY)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public ReservationId pay(
            MunicipalityCode municipality, MiniBudgetId id, Money part, LocalDate paidOn, @Nullable UserId by) {
        MiniBudget one = readIn(municipality, id);
        lock(one);
        if (by != null) {
            one.requireNoHandOf(by);
        }
        Optional<ReservationId> held = one.reservation();
        Money left = one.spend(part, paidOn);
        ReservationId paid = held.orElseThrow();
        ledger.postPart(one.holdKey() + ":paid", paid, part);
        if (left.isPositive()) {
            one.hold(hold(one, one.heldUntil()));
        }
        record("pay", one, "cents=" + part.cents());
        return paid;
    }

    /**
     * It was another payment: the money is in the pot again, and held for it as long as its time is not over.
     *
     * @param paid what paid it
     * @throws Refusal when its year is closed
     */
    @Transactional(MANDATORY)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public void takeBack(MunicipalityCode municipality, MiniBudgetId id, ReservationId paid, Money part) {
        MiniBudget one = readIn(municipality, id);
        lock(one);
        String key = "mini-budget:" + id.value() + ":back:" + paid.value();
        ledger.comeBack(key, paid, "");
        Optional<ReservationId> held = one.reservation();
        if (one.takeBack(part, lockHousehold(one), today())) {
            held.ifPresent(before -> ledger.voidReservation(key + ":void", before));
            one.hold(hold(one, one.heldUntil()));
        }
        record("take-back", one, "cents=" + part.cents());
    }

    /** What was not spent in time goes back to the pot. */
    void whenHeldTooLong(@Observes ReservationExpired expired) {
        entityManager
                .createQuery("select m from MiniBudget m where m.reservation = :held", MiniBudget.class)
                .setParameter("held", expired.reservation().value())
                .getResultStream()
                .findFirst()
                .ifPresent(one -> {
                    entityManager.refresh(one, LockModeType.PESSIMISTIC_WRITE);
                    one.lapse(lockHousehold(one));
                    record("lapse", one, "cents=" + one.left().cents());
                });
    }

    private void lock(MiniBudget one) {
        ledger.open(one.neighbourhood().municipality());
        entityManager.refresh(one, LockModeType.PESSIMISTIC_WRITE);
    }

    private HouseholdYear lockHousehold(MiniBudget one) {
        HouseholdYear household = entityManager.find(HouseholdYear.class, one.household());
        entityManager.refresh(household, LockModeType.PESSIMISTIC_WRITE);
        return household;
    }

    private MiniBudget read(MiniBudgetId id) {
        return Optional.ofNullable(entityManager.find(MiniBudget.class, id.value()))
                .orElseThrow(NotFound::new);
    }

    private MiniBudget readIn(MunicipalityCode municipality, MiniBudgetId id) {
        MiniBudget one = read(id);
        if (!one.neighbourhood().municipality().equals(municipality)) {
            throw new NotFound();
        }
        return one;
    }

    private void record(String deed, MiniBudget one, String details) {
        audit.record(
                "decision." + deed + "-mini-budget",
                "mini-budget",
                Long.toString(one.id().value()),
                details);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
