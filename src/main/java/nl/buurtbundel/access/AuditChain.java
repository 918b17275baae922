package nl.buurtbundel.access;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import org.jspecify.annotations.Nullable;

/**
 * Chains committed audit rows by hash, so that a changed, removed or reordered row is found and named. Sealing comes after
 * the commit and on its own, so that deeds never wait for each other; rows committed but not sealed yet are the tail.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class AuditChain {
    private static final int BATCH = 1_000;
    /** An account is never removed: whoever has none is the program itself. */
    private static final Set<Role> THE_PROGRAM = Set.of(Role.SYSTEM);
    /** Named one by one: a deed on something new stays out until somebody has thought about it. */
    private static final Set<String> NOT_ABOUT_RESIDENTS = Set.of(
            "decision",
            "mandate",
            "authorisation",
            "deputy",
            "payment",
            "budget-line",
            "commitment",
            "expense",
            "payment-order",
            "pre-financing",
            "team-pot",
            "contribution",
            "alternative",
            "import",
            "pattern",
            "audit-link");

    private static final Set<String> TOLD_WITH_SEAL = Set.of("decision", "transfer");

    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditAnchor anchor;
    private final AuditLog auditLog;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected AuditChain() {
        this(null, null, null, null);
    }

    @Inject
    AuditChain(Access access, AuditAnchor anchor, AuditLog auditLog, Clock clock) {
        this.access = access;
        this.anchor = anchor;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** Seals a batch of what is not sealed yet and says how many rows that were. */
    @Transactional(REQUIRED)
    @WithoutAccessCheck("scheduled work; adds links, shows nothing")
    public int seal() {
        @Nullable AuditLink last = findNewest().orElse(null);
        long next = last == null ? 1 : last.number() + 1;
        String hash = last == null ? AuditSeal.BEFORE_THE_FIRST : last.hash();
        List<AuditEvent> tail = entityManager
                .createQuery(
                        "select e from AuditEvent e where not exists"
                                + " (select s from AuditSeal s where s.event = e.id) order by e.at, e.id",
                        AuditEvent.class)
                .setMaxResults(BATCH)
                .getResultList();
        for (AuditEvent event : tail) {
            AuditSeal seal = new AuditSeal(next++, event, hash);
            hash = seal.hash();
            entityManager.persist(seal);
        }
        return tail.size();
    }

    /** Walks the whole chain, names what does not fit and keeps the answer. */
    @Transactional(REQUIRED)
    public AuditVerdict verify() {
        access.require(Operation.SEE_AUDIT);
        return check();
    }

    public Optional<AuditVerdict> findLast() {
        access.require(Operation.SEE_AUDIT);
        return entityManager
                .createQuery("select c from AuditCheck c order by c.at desc, c.id desc", AuditCheck.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(AuditCheck::verdict);
    }

    /**
     * Begins the file outside the database anew, after it was lost: a deed of a person, that stays to be seen in the log and
     * beside every later answer.
     */
    @Transactional(REQUIRED)
    public void anchorAnew() {
        access.require(Operation.SEE_AUDIT);
        AuditLink newest = findNewest().orElseThrow(NotFound::new);
        if (readAnchor() != null) {
            throw new Refusal("access.error.anchor-is-there");
        }
        entityManager.merge(new AnchorBegin(newest, clock.instant(), true));
        auditLog.record("access.anchor-anew", "audit-link", newest.number());
        entityManager.flush();
        try {
            anchor.append(newest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What was done with money, rules and files, the newest first. What is about residents and their help stays out: when
     * somebody said yes to a plan, or was looked at, is nobody’s to read here.
     *
     * @param from how many to pass over
     * @param most how many to give at most
     */
    public List<AuditLine> listDeeds(int from, int most) {
        User user = access.require(Operation.SEE_AUDIT);
        List<AuditEvent> found = entityManager
                .createQuery(
                        "select e from AuditEvent e where e.municipality = :municipality and e.subjectType in :subjects"
                                + " order by e.at desc, e.id desc",
                        AuditEvent.class)
                .setParameter("municipality", user.municipality().value())
                .setParameter("subjects", NOT_ABOUT_RESIDENTS)
                .setFirstResult(from)
                .setMaxResults(Math.min(most, BATCH))
                .getResultList();
        Map<Long, Set<Role>> offices = officesOf(found.stream()
                .flatMap(event -> Stream.of(event.actor(), event.onBehalfOf()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return found.stream()
                .map(event -> event.line(
                        officeOf(event.actor(), offices),
                        event.onBehalfOf() == null ? Set.of() : officeOf(event.onBehalfOf(), offices)))
                .toList();
    }

    private static Set<Role> officeOf(@Nullable Long user, Map<Long, Set<Role>> offices) {
        return user == null ? THE_PROGRAM : offices.getOrDefault(user, THE_PROGRAM);
    }

    /**
     * What was done to these, the oldest first, each with its seal.
     *
     * @param subjectType what they are, such as {@code decision}; of nothing that is about residents
     */
    @WithoutAccessCheck("called by rooms that know what the deeds are about, and that have checked")
    public List<SealedDeed> listSealed(String subjectType, Collection<String> subjects) {
        if (!TOLD_WITH_SEAL.contains(subjectType)) {
            throw new IllegalArgumentException("not to be taken out: " + subjectType);
        }
        List<SealedDeed> deeds = new ArrayList<>();
        for (List<String> some : Parts.of(subjects)) {
            List<AuditEvent> events = entityManager
                    .createQuery(
                            "select e from AuditEvent e where e.subjectType = :type and e.subject in :subjects",
                            AuditEvent.class)
                    .setParameter("type", subjectType)
                    .setParameter("subjects", some)
                    .getResultList();
            Map<Long, AuditSeal> seals = seals(events);
            events.forEach(event -> deeds.add(event.deed(seals.get(event.id()))));
        }
        return deeds.stream().sorted(Comparator.comparing(SealedDeed::row)).toList();
    }

    private Map<Long, AuditSeal> seals(List<AuditEvent> events) {
        Map<Long, AuditSeal> seals = new HashMap<>();
        for (List<Long> some : Parts.of(events.stream().map(AuditEvent::id).toList())) {
            entityManager
                    .createQuery("select s from AuditSeal s where s.event in :events", AuditSeal.class)
                    .setParameter("events", some)
                    .getResultStream()
                    .forEach(seal -> seals.put(seal.event(), seal));
        }
        return seals;
    }

    private Map<Long, Set<Role>> officesOf(Set<Long> actors) {
        Map<Long, Set<Role>> offices = new HashMap<>();
        if (!actors.isEmpty()) {
            entityManager
                    .createQuery("select u from UserAccount u where u.id in :actors", UserAccount.class)
                    .setParameter("actors", actors)
                    .getResultStream()
                    .map(UserAccount::user)
                    .forEach(user -> offices.put(user.id().value(), user.roles()));
        }
        return offices;
    }

    /** When the file outside the database was made anew, the newest first. */
    public List<AnchorMadeAnew> listMadeAnew() {
        access.require(Operation.SEE_AUDIT);
        return entityManager
                .createQuery("select b from AnchorBegin b where b.anew = true order by b.at desc", AnchorBegin.class)
                .getResultStream()
                .map(AnchorBegin::madeAnew)
                .toList();
    }

    /** Remembers that there is a file outside the database. */
    @Transactional(REQUIRED)
    void anchored(AuditLink link) {
        if (!wasAnchored()) {
            entityManager.persist(new AnchorBegin(link, clock.instant(), false));
        }
    }

    boolean wasAnchored() {
        return entityManager
                        .createQuery("select count(b) from AnchorBegin b", Long.class)
                        .getSingleResult()
                > 0;
    }

    /** As {@link #verify}, for the nightly work. */
    @Transactional(REQUIRED)
    AuditVerdict check() {
        // read before the walk: what is sealed meanwhile comes after it
        @Nullable AuditLink anchored = readAnchor();
        List<AuditVerdict.Fault> faults = new ArrayList<>();
        boolean anchorSeen = false;
        String before = AuditSeal.BEFORE_THE_FIRST;
        long expected = 1;
        long sealed = 0;
        for (int from = 0; ; from += BATCH) {
            List<AuditSeal> seals = entityManager
                    .createQuery("select s from AuditSeal s order by s.sequenceNumber", AuditSeal.class)
                    .setFirstResult(from)
                    .setMaxResults(BATCH)
                    .getResultList();
            if (seals.isEmpty()) {
                break;
            }
            Map<Long, AuditEvent> events = events(seals);
            for (AuditSeal seal : seals) {
                if (seal.sequenceNumber() != expected || !seal.follows(before)) {
                    faults.add(new AuditVerdict.Fault(AuditVerdict.Kind.LINK_BROKEN, seal.sequenceNumber()));
                }
                AuditEvent event = events.get(seal.event());
                if (event == null) {
                    faults.add(new AuditVerdict.Fault(AuditVerdict.Kind.ROW_REMOVED, seal.event()));
                } else if (!seal.fits(event)) {
                    faults.add(new AuditVerdict.Fault(AuditVerdict.Kind.ROW_CHANGED, seal.event()));
                }
                if (anchored != null && anchored.number() == seal.sequenceNumber()) {
                    anchorSeen = true;
                    if (!anchored.hash().equals(seal.hash())) {
                        faults.add(new AuditVerdict.Fault(AuditVerdict.Kind.REWRITTEN, anchored.number()));
                    }
                }
                before = seal.hash();
                expected = seal.sequenceNumber() + 1;
                sealed++;
            }
            entityManager.clear();
        }
        if (anchored != null && !anchorSeen) {
            faults.add(new AuditVerdict.Fault(AuditVerdict.Kind.CUT_OFF, anchored.number()));
        } else if (anchored == null && sealed > 0) {
            faults.add(new AuditVerdict.Fault(AuditVerdict.Kind.NO_ANCHOR, expected - 1));
        }
        long all = entityManager
                .createQuery("select count(e) from AuditEvent e", Long.class)
                .getSingleResult();
        AuditVerdict verdict = new AuditVerdict(
                clock.instant(),
                sealed,
                Math.max(0, all - sealed),
                anchored == null ? null : anchored.number(),
                faults.subList(0, Math.min(faults.size(), AuditVerdict.MOST_FAULTS)));
        entityManager.persist(new AuditCheck(verdict));
        return verdict;
    }

    Optional<AuditLink> findNewest() {
        return entityManager
                .createQuery("select s from AuditSeal s order by s.sequenceNumber desc", AuditSeal.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(AuditSeal::link);
    }

    boolean holds(AuditLink link) {
        return Optional.ofNullable(entityManager.find(AuditSeal.class, link.number()))
                .filter(seal -> seal.link().equals(link))
                .isPresent();
    }

    private @Nullable AuditLink readAnchor() {
        try {
            return anchor.findLast().orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Long, AuditEvent> events(List<AuditSeal> seals) {
        Map<Long, AuditEvent> events = new HashMap<>();
        entityManager
                .createQuery("select e from AuditEvent e where e.id in :ids", AuditEvent.class)
                .setParameter("ids", seals.stream().map(AuditSeal::event).toList())
                .getResultStream()
                .forEach(event -> events.put(event.id(), event));
        return events;
    }
}
