package nl.buurtbundel.signal;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.assessment.ArticleReference;
import nl.buurtbundel.assessment.CapacityShort;
import nl.buurtbundel.assessment.ObjectionKind;
import nl.buurtbundel.assessment.ObjectionRaised;
import nl.buurtbundel.assessment.RefusalGround;
import nl.buurtbundel.decision.DecisionId;
import nl.buurtbundel.decision.DecisionLetter;
import nl.buurtbundel.decision.DecisionLetters;
import nl.buurtbundel.decision.Decisions;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativeMoved;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.InitiativeSummary;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.provision.ProvisionRepaired;
import nl.buurtbundel.release.WayBackAsked;
import org.jspecify.annotations.Nullable;

/**
 * Hears where it chafes: from who taps it, and from what is done elsewhere. Who did not ask to be known is kept nowhere, neither in
 * the signal nor in the audit log, whose row says that it was a resident or somebody of the staff and no more.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Signals {
    private static final Set<Stage> UNDER_WAY =
            Arrays.stream(Stage.values()).filter(stage -> !stage.isEnded()).collect(Collectors.toUnmodifiableSet());

    @PersistenceContext
    private EntityManager entityManager;

    private final Initiatives initiatives;
    private final Decisions decisions;
    private final DecisionLetters letters;
    private final Access access;
    private final CurrentUser currentUser;
    private final AuditLog audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Signals() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    Signals(
            Initiatives initiatives,
            Decisions decisions,
            DecisionLetters letters,
            Access access,
            CurrentUser currentUser,
            AuditLog audit,
            Clock clock) {
        this.initiatives = initiatives;
        this.decisions = decisions;
        this.letters = letters;
        this.access = access;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    /** On a page that the user may see; of who did not ask to be known nothing is kept. */
    @Transactional(REQUIRED)
    public void tap(Tap tap) {
        if (tap.place() == Place.OWN_FILE) {
            tapOwnFile(tap);
            return;
        }
        InitiativePage plan = initiatives.read(planOf(tap));
        User user = access.require(Operation.SIGNAL, plan.neighbourhood());
        keepTapped(tap, user, plan.stage().name(), plan.id().value());
    }

    private void tapOwnFile(Tap tap) {
        access.require(Operation.SEE_OWN_FILE);
        keepTapped(tap, access.require(Operation.SIGNAL), HeardSignal.OWN_FILE, null);
    }

    private InitiativeId planOf(Tap tap) {
        Long about = tap.about();
        if (about == null) {
            throw new NotFound();
        }
        return tap.place() == Place.DECISION
                ? decisions.read(new DecisionId(about)).plan().id()
                : new InitiativeId(about);
    }

    private void keepTapped(Tap tap, User user, String step, @Nullable Long initiative) {
        Voice voice = Voice.of(user);
        Signal signal = Signal.tapped(
                user.municipality(), tap, voice, step, initiative, tap.byName() ? user.id() : null, today());
        entityManager.persist(signal);
        if (tap.byName()) {
            audit.record("signal.tap", "signal", Long.toString(signal.id()), "kind=" + tap.kind());
        } else {
            audit.recordUnnamed(
                    user.municipality(),
                    "signal.tap",
                    "signal",
                    Long.toString(signal.id()),
                    "kind=" + tap.kind() + " voice=" + voice);
        }
    }

    /** What was noted elsewhere before it could be tapped here. */
    @Transactional(REQUIRED)
    public void takeEarlier(List<EarlierSignal> noted) {
        User user = access.require(Operation.IMPORT);
        noted.forEach(one -> entityManager.persist(Signal.earlier(user.municipality(), one)));
        audit.record("signal.take-earlier", "signals", "earlier", "count=" + noted.size());
    }

    // ---- what is done elsewhere

    void whenObjected(@Observes ObjectionRaised raised) {
        ArticleReference article = raised.article();
        follow(
                raised.neighbourhood().municipality(),
                SignalSource.OBJECTION,
                kindOf(raised.kind()),
                stageOf(raised.initiative(), raised.neighbourhood().municipality()),
                article == null ? null : article.text(),
                raised.initiative(),
                "objection:" + raised.objection().value(),
                raised.on());
    }

    /** It holds nothing up, and it is heard all the same. */
    void whenCapacityIsShort(@Observes CapacityShort said) {
        MunicipalityCode municipality = said.neighbourhood().municipality();
        follow(
                municipality,
                SignalSource.CAPACITY,
                SignalKind.CAPACITY,
                stageOf(said.initiative(), municipality),
                null,
                said.initiative(),
                "capacity:" + said.initiative().value() + ":" + said.office() + ":" + said.on(),
                said.on());
    }

    void whenPlanMoves(@Observes InitiativeMoved moved) {
        if (moved.to() != Stage.REFUSED) {
            return;
        }
        MunicipalityCode municipality = moved.neighbourhood().municipality();
        Optional<RefusalGround> ground =
                asProgram(municipality, () -> letters.find(moved.initiative())).map(DecisionLetter::ground);
        follow(
                municipality,
                SignalSource.REFUSAL,
                ground.map(Signals::kindOf).orElse(SignalKind.RULE),
                moved.to().name(),
                null,
                moved.initiative(),
                "refusal:" + moved.initiative().value(),
                moved.on());
    }

    void whenWayBackIsAsked(@Observes WayBackAsked asked) {
        keep(asked.municipality(), Signal.wentBack(asked.municipality(), asked.on()), SignalSource.WAY_BACK);
    }

    void whenRepaired(@Observes ProvisionRepaired repaired) {
        keep(
                repaired.municipality(),
                Signal.repaired(repaired.municipality(), repaired.reason(), repaired.on()),
                SignalSource.REPAIR);
    }

    void hear(EscalationId escalation, EscalationReason reason, InitiativePage plan, LocalDate on) {
        follow(
                plan.neighbourhood().municipality(),
                SignalSource.ESCALATION,
                reason.kind(),
                plan.stage().name(),
                null,
                plan.id(),
                "escalation:" + escalation.value(),
                on);
    }

    /** Every step that is late, once for each office that it came to. */
    @Transactional(REQUIRED)
    public void noteLate(MunicipalityCode municipality) {
        access.requireForWhole(Operation.NOTE_LATENESS, municipality);
        for (InitiativeSummary plan : initiatives.listByStage(UNDER_WAY)) {
            if (plan.escalatedTo() != null) {
                follow(
                        municipality,
                        SignalSource.LATE_STEP,
                        SignalKind.TOO_LONG,
                        plan.stage().name(),
                        null,
                        plan.id(),
                        "late:" + plan.id().value() + ":" + plan.stage() + ":" + plan.since() + ":"
                                + plan.escalatedTo(),
                        today());
            }
        }
    }

    private void follow(
            MunicipalityCode municipality,
            SignalSource source,
            SignalKind kind,
            String step,
            @Nullable String article,
            InitiativeId initiative,
            String key,
            LocalDate on) {
        boolean heard = entityManager
                        .createQuery("select count(s) from Signal s where s.sourceKey = :key", Long.class)
                        .setParameter("key", key)
                        .getSingleResult()
                > 0;
        if (!heard) {
            keep(
                    municipality,
                    Signal.following(municipality, source, kind, step, article, initiative.value(), key, on),
                    source);
        }
    }

    /** The deed from which it follows has an audit row of its own, with its user. */
    private void keep(MunicipalityCode municipality, Signal signal, SignalSource source) {
        entityManager.persist(signal);
        audit.recordUnnamed(municipality, "signal.follow", "signal", Long.toString(signal.id()), "source=" + source);
    }

    private String stageOf(InitiativeId plan, MunicipalityCode municipality) {
        return asProgram(municipality, () -> initiatives.read(plan)).stage().name();
    }

    private <T> T asProgram(MunicipalityCode municipality, Supplier<T> work) {
        return currentUser.runAs(User.system(municipality), work);
    }

    private static SignalKind kindOf(ObjectionKind kind) {
        return kind == ObjectionKind.NO_MEANS ? SignalKind.MONEY : SignalKind.RULE;
    }

    private static SignalKind kindOf(RefusalGround ground) {
        return switch (ground) {
            case NO_MONEY, NOT_BETTER_AND_DEARER -> SignalKind.MONEY;
            case INCOMPLETE_AFTER_REPAIR -> SignalKind.FORMS;
            default -> SignalKind.RULE;
        };
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
