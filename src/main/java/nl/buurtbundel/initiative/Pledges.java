package nl.buurtbundel.initiative;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.BrokenConstraint;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.OneTimeCode;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.provision.HouseholdId;
import nl.buurtbundel.provision.Households;
import nl.buurtbundel.provision.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Saying yes, and no longer. Every method is about the user's own household; there is none that shows another's.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Pledges {
    private final InitiativeRepository repository;
    private final Households households;
    private final HouseholdClaims claims;
    private final Access access;
    private final AuditLog audit;
    private final Event<PledgeMoved> moved;
    private final Event<EnoughChanged> enoughChanged;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Pledges() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    Pledges(
            InitiativeRepository repository,
            Households households,
            HouseholdClaims claims,
            Access access,
            AuditLog audit,
            Event<PledgeMoved> moved,
            Event<EnoughChanged> enoughChanged,
            Clock clock) {
        this.repository = repository;
        this.households = households;
        this.claims = claims;
        this.access = access;
        this.audit = audit;
        this.moved = moved;
        this.enoughChanged = enoughChanged;
        this.clock = clock;
    }

    /**
     * Yes, we take part. Until the other adult said yes too, a household of two adults is not counted. Where somebody else of
     * the household said yes before, the answer is the same: what others of a household do is for them to tell.
     *
     * @param planVersion the version of the plan that the user read
     * @param adults how many adults the household binds, one or two
     */
    @Transactional(REQUIRED)
    public Joined join(InitiativeId id, int planVersion, int adults) {
        Initiative initiative = repository.readUnchanging(id);
        User user = access.require(Operation.PLEDGE, initiative.neighbourhood());
        Conflict.unlessSame(planVersion, initiative.planVersion());
        boolean enoughBefore = repository.isEnough(initiative);
        Moment now = Moment.of(clock);
        Pledger pledger = pledger(user, initiative.need(), null, now);
        requireFree(pledger, initiative.need(), now);
        requireKnown(adults, user, now);
        Pledge pledge = new Pledge(initiative, pledger, adults, now);
        OneTimeCode code = adults == 2 ? OneTimeCode.random() : null;
        if (code != null) {
            pledge.handOut(code.hash(), now);
        }
        add(pledge);
        tell(pledge, initiative, false, enoughBefore, now);
        return new Joined(pledge.id(), code == null ? null : code.text());
    }

    /** The other adult of the household says yes, on an own account. */
    @Transactional(REQUIRED)
    public InitiativeId joinWithCode(String code) {
        User user = access.require(Operation.PLEDGE);
        Pledge pledge = repository
                .findByCode(OneTimeCode.of(code).hash())
                .map(repository::changing)
                .orElseThrow(() -> new Refusal("initiative.error.code"));
        Initiative initiative = repository.readUnchanging(pledge.initiative());
        access.require(Operation.PLEDGE, initiative.neighbourhood());
        boolean enoughBefore = repository.isEnough(initiative);
        Moment now = Moment.of(clock);
        Pledger pledger = pledger(user, initiative.need(), pledge, now);
        if (!pledge.binds(pledger.subject())) {
            requireFree(pledger, initiative.need(), now);
        }
        pledge.secondAdultSaysYes(pledger, initiative, now);
        flush();
        tell(pledge, initiative, false, enoughBefore, now);
        return initiative.id();
    }

    /** A new code for the other adult; the old one no longer works. */
    @Transactional(REQUIRED)
    public String renewCode(PledgeId id, int version) {
        Pledge pledge = readOwn(id);
        Conflict.unlessSame(version, pledge.version());
        OneTimeCode code = OneTimeCode.random();
        pledge.handOut(code.hash(), Moment.of(clock));
        record(pledge.initiative());
        return code.text();
    }

    /** Yes to the plan as it is now: after a change, or by who was leaving and stays after all. */
    @Transactional(REQUIRED)
    public void confirm(PledgeId id, int version, int planVersion) {
        Pledge pledge = readOwn(id);
        Conflict.unlessSame(version, pledge.version()); // before any query: that would count the change already
        Initiative initiative = repository.readUnchanging(pledge.initiative());
        Conflict.unlessSame(planVersion, initiative.planVersion());
        User user = access.require(Operation.PLEDGE, initiative.neighbourhood());
        change(pledge, initiative, now -> pledge.confirm(subject(user), initiative, now));
    }

    /** The trial is over and the household goes on. Only now its own help may change. */
    @Transactional(REQUIRED)
    public void chooseAfterTrial(PledgeId id, int version) {
        Pledge pledge = readOwn(id);
        Conflict.unlessSame(version, pledge.version()); // before any query: that would count the change already
        Initiative initiative = repository.readUnchanging(pledge.initiative());
        User user = access.require(Operation.PLEDGE, initiative.neighbourhood());
        change(pledge, initiative, now -> pledge.chooseAfterTrial(subject(user), initiative, now));
    }

    /**
     * No longer. Asks no reason.
     *
     * @return the last day on which the household takes part: today when leaving is free
     */
    @Transactional(REQUIRED)
    public LocalDate leave(PledgeId id, int version) {
        Pledge pledge = readOwn(id);
        Conflict.unlessSame(version, pledge.version());
        Initiative initiative = repository.read(pledge.initiative());
        User user = access.require(Operation.PLEDGE, initiative.neighbourhood());
        boolean enoughBefore = repository.isEnough(initiative);
        boolean countedBefore = pledge.countsFor(initiative.planVersion());
        Moment now = Moment.of(clock);
        LocalDate lastDay = pledge.leave(subject(user), LeavingTerms.of(initiative), now);
        flush();
        record(initiative.id());
        if (countedBefore) {
            PledgeMoved.Kind kind = pledge.isActive() ? PledgeMoved.Kind.LEAVES : PledgeMoved.Kind.HAS_LEFT;
            fire(pledge, initiative, kind, lastDay);
        }
        if (!pledge.isActive()) {
            claims.passOn(initiative.neighbourhood().municipality(), pledge.need());
        }
        tellWhetherEnough(initiative, enoughBefore);
        return lastDay;
    }

    /** The user's own pledge to this plan, if there is one that holds. */
    public Optional<MyPledge> findMine(InitiativeId id) {
        Initiative initiative = repository.read(id);
        User user = access.require(Operation.PLEDGE, initiative.neighbourhood());
        LocalDate today = Moment.of(clock).day();
        return repository
                .findActivePledge(subject(user), initiative.need())
                .filter(pledge -> pledge.initiative().equals(id))
                .map(pledge -> pledge.mine(subject(user), initiative, today))
                .filter(pledge -> pledge.answer().isActive());
    }

    /** Every plan that the user ever said yes to, newest first, with how it stands now. */
    public List<MyPledge> listMine() {
        User user = access.require(Operation.PLEDGE);
        LocalDate today = Moment.of(clock).day();
        return MyPledge.oncePerPlan(repository.listPledges(subject(user)).stream()
                .map(pledge -> pledge.mine(subject(user), repository.read(pledge.initiative()), today))
                .toList());
    }

    /** Every yes of the user to this plan, those of before too: who left and came back said yes more than once. */
    public List<OwnYes> listYeses(InitiativeId id) {
        User user = access.require(Operation.PLEDGE, repository.read(id).neighbourhood());
        return repository.listPledges(subject(user)).stream()
                .filter(pledge -> pledge.initiative().equals(id))
                .map(pledge -> new OwnYes(pledge.id(), pledge.standsAside()))
                .toList();
    }

    /** Nightly: lets the households go whose notice is over. */
    @Transactional(REQUIRED)
    public int closeOverdue(MunicipalityCode municipality) {
        access.requireForWhole(Operation.RELEASE, municipality);
        Moment now = Moment.of(clock);
        List<Pledge> overdue = repository.listOverdueNotices(municipality, now.day());
        for (Pledge pledge : overdue) {
            closeIfOver(pledge, now);
        }
        overdue.stream().map(Pledge::need).distinct().forEach(need -> claims.passOn(municipality, need));
        if (!overdue.isEmpty()) {
            audit.record("initiative.pledges-close", "municipality", municipality.value(), "count=" + overdue.size());
        }
        return overdue.size();
    }

    /** Who lets a household go tells it: the nightly work, or who needs the place before the night. */
    private boolean closeIfOver(Pledge pledge, Moment now) {
        LocalDate lastDay = pledge.lastDay();
        if (lastDay == null || !pledge.closeIfOver(now)) {
            return false;
        }
        flush();
        if (!pledge.standsAside()) {
            fire(pledge, repository.read(pledge.initiative()), PledgeMoved.Kind.HAS_LEFT, lastDay);
        }
        return true;
    }

    private void change(Pledge pledge, Initiative initiative, Consumer<Moment> verb) {
        boolean enoughBefore = repository.isEnough(initiative);
        boolean choseBefore = pledge.choseAfterTrial();
        Moment now = Moment.of(clock);
        verb.accept(now);
        flush();
        tell(pledge, initiative, choseBefore, enoughBefore, now);
    }

    private void tell(Pledge pledge, Initiative initiative, boolean choseBefore, boolean enoughBefore, Moment now) {
        record(initiative.id());
        if (pledge.countsFor(initiative.planVersion())) {
            PledgeMoved.Kind kind = !choseBefore && pledge.choseAfterTrial()
                    ? PledgeMoved.Kind.CHOSE_AFTER_TRIAL
                    : PledgeMoved.Kind.TAKES_PART;
            fire(pledge, initiative, kind, now.day());
        }
        tellWhetherEnough(initiative, enoughBefore);
    }

    private void fire(Pledge pledge, Initiative initiative, PledgeMoved.Kind kind, LocalDate on) {
        moved.fire(
                new PledgeMoved(initiative.id(), initiative.neighbourhood(), pledge.id(), pledge.subjects(), kind, on));
    }

    private void tellWhetherEnough(Initiative initiative, boolean before) {
        boolean enough = repository.isEnough(initiative);
        if (enough != before) {
            enoughChanged.fire(new EnoughChanged(initiative.id(), enough));
        }
    }

    /** Somebody takes part in one plan for a need; the database holds this too. */
    private void requireFree(Pledger pledger, String need, Moment now) {
        Optional<Pledge> present = repository.findActivePledge(pledger.subject(), need);
        if (present.isPresent() && !closeIfOver(present.get(), now)) {
            throw new Refusal("initiative.error.takes-part-already");
        }
    }

    /** No more adults than the register knows at home; where it knows nothing, what people say holds. */
    private void requireKnown(int adults, User user, Moment now) {
        OptionalInt known = user.findSubject()
                .flatMap(PersonId::find)
                .flatMap(households::find)
                .map(household -> households.countAdults(household, now.day()))
                .orElse(OptionalInt.empty());
        if (known.isPresent() && adults > Math.max(1, known.getAsInt())) {
            throw new Refusal("initiative.error.adults-at-home");
        }
    }

    /**
     * A need of a household takes part in one plan, whoever of the household said yes; the database holds this too. Where that
     * yes is over today, it goes to who has stood aside longest, not to who comes now.
     *
     * @param joining the pledge that the other adult joins by the code from home
     */
    private boolean isAnswered(HouseholdId household, User user, String need, @Nullable Pledge joining, Moment now) {
        String key = Pledger.key(household.toString(), need);
        if (repository
                .findActivePledgeOfHousehold(key)
                .filter(present -> closeIfOver(present, now))
                .isPresent()) {
            claims.passOn(user.municipality(), need);
        }
        return repository
                .findActivePledgeOfHousehold(key)
                .filter(present -> joining == null || !present.id().equals(joining.id()))
                .isPresent();
    }

    private Pledge readOwn(PledgeId id) {
        User user = access.require(Operation.PLEDGE);
        Pledge pledge = repository.readPledge(id);
        if (!pledge.binds(subject(user))) {
            throw new NotFound();
        }
        return repository.changing(pledge);
    }

    private void add(Pledge pledge) {
        try {
            repository.add(pledge);
        } catch (PersistenceException e) {
            throw refusal(e);
        }
    }

    private void flush() {
        try {
            repository.flush();
        } catch (PersistenceException e) {
            throw refusal(e);
        }
    }

    /** Two screens at once: the constraint of the database decides, and the second hears why. */
    private static RuntimeException refusal(PersistenceException e) {
        return BrokenConstraint.findIn(e)
                .<RuntimeException>map(broken -> String.valueOf(broken.getMessage())
                                .toLowerCase(Locale.ROOT)
                                .contains("pledge_adult_active")
                        ? new Refusal("initiative.error.takes-part-already")
                        : new Conflict())
                .orElse(e);
    }

    /** One word for every deed of a household: the audit log says that somebody changed a pledge, not who left. */
    private void record(InitiativeId initiative) {
        audit.record("initiative.pledge", "initiative", initiative.value());
    }

    private Pledger pledger(User user, String need, @Nullable Pledge joining, Moment now) {
        return user.findSubject()
                .flatMap(PersonId::find)
                .flatMap(households::find)
                .map(home -> new Pledger(subject(user), home.toString(), isAnswered(home, user, need, joining, now)))
                .orElseGet(() -> new Pledger(subject(user), null));
    }

    /** The person in the files, or the account of who is not in them. */
    static String subject(User user) {
        return user.subjectOfLooks();
    }
}
