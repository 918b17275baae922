package nl.buurtbundel.signal;

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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.access.Users;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.opportunity.SuppressionRule;
import org.jspecify.annotations.Nullable;

/** What the simplifier does: finds what is behind the signals, has it changed, and sees whether it helped. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Patterns {
    /** Older signals make no new pattern. */
    private static final int YEARS = 2;

    private static final int CHANGES_TOLD = 3;

    @PersistenceContext
    private EntityManager entityManager;

    private final CasesToRepair cases;
    private final Users users;
    private final SuppressionRule rule;
    private final Access access;
    private final AuditLog audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Patterns() {
        this(null, null, null, null, null, null);
    }

    @Inject
    Patterns(CasesToRepair cases, Users users, SuppressionRule rule, Access access, AuditLog audit, Clock clock) {
        this.cases = cases;
        this.users = users;
        this.rule = rule;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    // ---- finding

    /** What seems to be about one thing, what is like a known pattern first, then the largest. */
    public List<PatternProposal> listProposals() {
        User user = access.require(Operation.KEEP_PATTERNS);
        Map<Long, Signal> signals = entityManager
                .createQuery(
                        "select s from Signal s where s.municipality = :municipality and s.standsAlone = false"
                                + " and s.raisedOn >= :since",
                        Signal.class)
                .setParameter("municipality", user.municipality().value())
                .setParameter("since", today().minusYears(YEARS))
                .getResultStream()
                .collect(Collectors.toMap(Signal::id, Function.identity()));
        Map<Long, Pattern> patterns = list(user.municipality()).stream()
                .collect(Collectors.toMap(pattern -> pattern.id().value(), Function.identity()));
        return PatternFinder.group(signals.values().stream().map(Signal::heard).toList()).stream()
                .flatMap(group -> propose(group, signals, patterns).stream())
                .sorted(Comparator.comparing((PatternProposal one) -> one.pattern() == null))
                .toList();
    }

    private Optional<PatternProposal> propose(
            PatternFinder.Group group, Map<Long, Signal> signals, Map<Long, Pattern> patterns) {
        List<Signal> found = group.signals().stream()
                .map(id -> Objects.requireNonNull(signals.get(id)))
                .toList();
        List<HeardSignal> shown = new ArrayList<>(found.stream()
                .filter(one -> !one.kind().isAboutHouseholds())
                .map(Signal::view)
                .toList());
        shown.addAll(inFullGroups(found.stream()
                .filter(one -> one.kind().isAboutHouseholds())
                .map(Signal::view)
                .sorted(Comparator.comparingLong(one -> one.id().value()))
                .toList()));
        Pattern pattern = group.pattern() == null ? null : patterns.get(group.pattern());
        if (shown.isEmpty() || pattern == null && shown.size() < PatternFinder.LEAST) {
            return Optional.empty();
        }
        return Optional.of(
                pattern == null
                        ? new PatternProposal(null, 0, "", shown)
                        : new PatternProposal(pattern.id(), pattern.version(), pattern.title(), shown));
    }

    /**
     * What is about one household comes by as many together as may be shown, the oldest first, each with the month in which its
     * group was full: who looks every day learns of no single one.
     */
    private List<HeardSignal> inFullGroups(List<HeardSignal> ofHouseholds) {
        List<HeardSignal> shown = new ArrayList<>();
        int most = rule.threshold();
        for (int end = most; end <= ofHouseholds.size(); end += most) {
            List<HeardSignal> group = ofHouseholds.subList(end - most, end);
            YearMonth full = group.stream()
                    .map(HeardSignal::month)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            group.forEach(one -> shown.add(one.in(full)));
        }
        return shown;
    }

    /** These signals are about one thing, which the user owns from now on. */
    @Transactional(REQUIRED)
    public PatternId confirm(String title, List<SignalId> signals) {
        User user = access.require(Operation.KEEP_PATTERNS);
        Pattern pattern = new Pattern(user.municipality(), title, user.id(), today());
        List<Signal> chosen = readLoose(signals, user);
        entityManager.persist(pattern);
        chosen.forEach(signal -> signal.place(pattern.id()));
        record("confirm", pattern, "signals=" + chosen.size());
        return pattern.id();
    }

    /** These signals belong to a pattern that is known. */
    @Transactional(REQUIRED)
    public void add(PatternId id, int version, List<SignalId> signals) {
        User user = access.require(Operation.KEEP_PATTERNS);
        Pattern pattern = read(id, version, user);
        List<Signal> chosen = readLoose(signals, user);
        chosen.forEach(signal -> signal.place(id));
        record("add", pattern, "signals=" + chosen.size());
    }

    /**
     * A signal is about something else than was thought.
     *
     * @param to the pattern that it belongs to; null if it is like no other
     */
    @Transactional(REQUIRED)
    public void move(SignalId id, int version, @Nullable PatternId to) {
        User user = access.require(Operation.KEEP_PATTERNS);
        Signal signal = entityManager.find(Signal.class, id.value());
        // what is about one household is listed nowhere by itself
        if (signal == null || !signal.isOf(user.municipality()) || signal.kind().isAboutHouseholds()) {
            throw new NotFound();
        }
        Conflict.unlessSame(version, signal.version());
        if (to == null) {
            signal.standAlone();
        } else {
            signal.place(read(to, user).id());
        }
        audit.record("signal.move", "signal", Long.toString(id.value()), "to=" + (to == null ? "none" : to.value()));
    }

    private List<Signal> readLoose(List<SignalId> ids, User user) {
        if (ids.isEmpty()) {
            throw new Refusal("signal.error.choose-signals");
        }
        List<Signal> found = new ArrayList<>();
        for (List<SignalId> some : Parts.of(new HashSet<>(ids))) {
            found.addAll(entityManager
                    .createQuery(
                            "select s from Signal s where s.municipality = :municipality and s.id in :ids",
                            Signal.class)
                    .setParameter("municipality", user.municipality().value())
                    .setParameter("ids", some.stream().map(SignalId::value).toList())
                    .getResultList());
        }
        if (found.size() < new HashSet<>(ids).size()) {
            throw new NotFound();
        }
        if (found.stream().anyMatch(signal -> signal.pattern() != null)) {
            throw new Conflict();
        }
        // who adds them one by one would read from the count of a pattern how many there are
        if (found.stream().filter(one -> one.kind().isAboutHouseholds()).count() % rule.threshold() != 0) {
            throw new Refusal("signal.error.whole-groups");
        }
        return found;
    }

    // ---- reading

    /** Every pattern, what was heard most first. */
    public List<PatternSummary> list() {
        User user = access.require(Operation.KEEP_PATTERNS);
        List<Pattern> patterns = list(user.municipality());
        Map<Long, PatternCount> counts = counts(patterns);
        return patterns.stream()
                .map(pattern -> summary(pattern, countOf(pattern, counts)))
                .sorted(Comparator.comparingInt((PatternSummary one) -> -one.signals())
                        .thenComparing(PatternSummary::title))
                .toList();
    }

    private PatternSummary summary(Pattern pattern, PatternCount count) {
        return new PatternSummary(
                pattern.id(),
                pattern.title(),
                nameOf(pattern.owner()),
                count.total(),
                pattern.findCurrent().map(change -> change.view().state()).orElse(null),
                count.followUp(doneOn(pattern), today()).map(FollowUp::verdict).orElse(null));
    }

    public PatternPage read(PatternId id) {
        User user = access.require(Operation.KEEP_PATTERNS);
        Pattern pattern = read(id, user);
        PatternCount count = countOf(pattern, counts(List.of(pattern)));
        LocalDate doneOn = doneOn(pattern);
        List<CaseToRepair> offered = cases.listOf(pattern);
        return new PatternPage(
                id,
                pattern.version(),
                pattern.title(),
                nameOf(pattern.owner()),
                pattern.owner().equals(user.id()),
                pattern.cause(),
                pattern.inTheRoom(),
                count.total(),
                listToAsk(pattern),
                pattern.changes(),
                count.months(doneOn, today()),
                count.followUp(doneOn, today()).orElse(null),
                cases.listRunning(pattern, plansOf(pattern)).size(),
                offered.size(),
                (int) offered.stream().filter(CaseToRepair::isTakenUp).count());
    }

    /** What was said, the newest first; of what follows from the choice of a household nothing. */
    public List<HeardSignal> listSignals(PatternId id, int from, int most) {
        Pattern pattern = read(id, access.require(Operation.KEEP_PATTERNS));
        return entityManager
                .createQuery(
                        "select s from Signal s where s.pattern = :pattern and s.kind <> :ofHouseholds"
                                + " order by s.raisedOn desc, s.id desc",
                        Signal.class)
                .setParameter("pattern", pattern.id().value())
                .setParameter("ofHouseholds", SignalKind.WENT_BACK)
                .setFirstResult(from)
                .setMaxResults(most)
                .getResultStream()
                .map(Signal::view)
                .toList();
    }

    /** What changed because it chafed, the newest first; for everybody who can say so. */
    public List<ChangedRule> listChanged() {
        User user = access.require(Operation.SIGNAL);
        List<Pattern> done = list(user.municipality()).stream()
                .filter(pattern -> doneOn(pattern) != null)
                .sorted(Comparator.comparing((Pattern pattern) -> Objects.requireNonNull(doneOn(pattern)))
                        .reversed())
                .limit(CHANGES_TOLD)
                .toList();
        Map<Long, PatternCount> counts = counts(done);
        return done.stream()
                .flatMap(pattern -> pattern
                        .findDone()
                        .map(StructuralChange::view)
                        .map(change -> new ChangedRule(
                                pattern.title(),
                                change.what(),
                                Objects.requireNonNull(change.doneOn()),
                                countOf(pattern, counts).published()))
                        .stream())
                .toList();
    }

    // ---- changing

    /** The user finds the cause from now on. */
    @Transactional(REQUIRED)
    public void takeOver(PatternId id, int version) {
        User user = access.require(Operation.KEEP_PATTERNS);
        Pattern pattern = read(id, version, user);
        pattern.ownedBy(user.id());
        record("take-over", pattern, "");
    }

    @Transactional(REQUIRED)
    public void describe(PatternId id, int version, String title, String cause, String inTheRoom) {
        Pattern pattern = read(id, version, access.require(Operation.KEEP_PATTERNS));
        pattern.describe(title, cause, inTheRoom);
        record("describe", pattern, "");
    }

    @Transactional(REQUIRED)
    public void proposeChange(PatternId id, int version, String what) {
        Pattern pattern = read(id, version, access.require(Operation.KEEP_PATTERNS));
        pattern.propose(what, today());
        entityManager.lock(pattern, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        record("propose-change", pattern, "");
    }

    /** @param on when it was decided */
    @Transactional(REQUIRED)
    public void decideChange(PatternId id, int version, ChangeDecider by, boolean yes, LocalDate on) {
        Pattern pattern = read(id, version, access.require(Operation.KEEP_PATTERNS));
        pattern.decide(by, yes, on, today());
        entityManager.lock(pattern, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        record("decide-change", pattern, "by=" + by + " yes=" + yes + " on=" + on);
    }

    /** @param on from when it holds */
    @Transactional(REQUIRED)
    public void finishChange(PatternId id, int version, LocalDate on) {
        Pattern pattern = read(id, version, access.require(Operation.KEEP_PATTERNS));
        pattern.finish(on, today());
        entityManager.lock(pattern, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        record("finish-change", pattern, "on=" + on);
    }

    /**
     * Every plan in which it chafed and that still runs can go on: the teams of all of them are told at once.
     *
     * @return how many plans that are
     */
    @Transactional(REQUIRED)
    public int offerRepair(PatternId id, int version) {
        Pattern pattern = read(id, version, access.require(Operation.KEEP_PATTERNS));
        int plans = cases.offer(pattern, plansOf(pattern));
        record("offer-repair", pattern, "plans=" + plans);
        return plans;
    }

    // ----

    private List<String> listToAsk(Pattern pattern) {
        return entityManager
                .createQuery(
                        "select distinct s.raisedBy from Signal s where s.pattern = :pattern and s.raisedBy is not null",
                        Long.class)
                .setParameter("pattern", pattern.id().value())
                .getResultStream()
                .map(user -> nameOf(new UserId(user)))
                .sorted()
                .toList();
    }

    /** Where it chafed before the change: what chafes after it is no case that the change repairs. */
    private Set<Long> plansOf(Pattern pattern) {
        LocalDate done = pattern.findDone().map(StructuralChange::doneOn).orElse(null);
        if (done == null) {
            return Set.of();
        }
        return entityManager
                .createQuery(
                        "select distinct s.initiative from Signal s where s.pattern = :pattern"
                                + " and s.initiative is not null and s.raisedOn < :done",
                        Long.class)
                .setParameter("pattern", pattern.id().value())
                .setParameter("done", done)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    private List<Pattern> list(MunicipalityCode municipality) {
        return entityManager
                .createQuery(
                        "select p from Pattern p where p.municipality = :municipality order by p.id", Pattern.class)
                .setParameter("municipality", municipality.value())
                .getResultList();
    }

    private Map<Long, PatternCount> counts(List<Pattern> patterns) {
        Map<Long, PatternCount> counts = new HashMap<>();
        for (List<Pattern> some : Parts.of(patterns)) {
            entityManager
                    .createQuery(
                            "select s.pattern, s.kind, s.raisedOn from Signal s where s.pattern in :patterns",
                            Object[].class)
                    .setParameter(
                            "patterns",
                            some.stream().map(pattern -> pattern.id().value()).toList())
                    .getResultStream()
                    .forEach(row -> counts.computeIfAbsent((Long) row[0], unknown -> new PatternCount(rule))
                            .add((SignalKind) row[1], (LocalDate) row[2]));
        }
        return counts;
    }

    private PatternCount countOf(Pattern pattern, Map<Long, PatternCount> counts) {
        return counts.getOrDefault(pattern.id().value(), new PatternCount(rule));
    }

    private static @Nullable LocalDate doneOn(Pattern pattern) {
        return pattern.findDone().map(StructuralChange::doneOn).orElse(null);
    }

    private String nameOf(UserId user) {
        return users.find(user).map(User::displayName).orElse("");
    }

    private Pattern read(PatternId id, int version, User user) {
        Pattern pattern = read(id, user);
        Conflict.unlessSame(version, pattern.version());
        return pattern;
    }

    private Pattern read(PatternId id, User user) {
        Pattern pattern = entityManager.find(Pattern.class, id.value());
        if (pattern == null || !pattern.isOf(user.municipality())) {
            throw new NotFound();
        }
        return pattern;
    }

    private void record(String deed, Pattern pattern, String details) {
        audit.record("signal." + deed, "pattern", Long.toString(pattern.id().value()), details);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
