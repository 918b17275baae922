package nl.buurtbundel.decision;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditChain;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.AuditSealer;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.SealedDeed;
import nl.buurtbundel.access.User;
import nl.buurtbundel.budget.PooledBudgets;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.PlanLine;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.suggestion.BeganWith;
import nl.buurtbundel.suggestion.Suggestions;

/**
 * A decision as one file that a stranger can reckon again. It holds what whoever decides was shown and nothing besides, so that
 * it can go to anybody; that it was taken out, and the hash of what was taken out, is in the audit log.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class DecisionFiles {
    private static final String ACTION = "decision.";
    private static final String TAKE = ACTION + "take-file";
    private static final String HASH = "sha256=";
    /** Deeds that changed nothing about the decision. */
    private static final Set<String> LOOKS = Set.of(TAKE, ACTION + "council-document");

    @PersistenceContext
    private EntityManager entityManager;

    private final Mandates mandates;
    private final Suggestions suggestions;
    private final Initiatives initiatives;
    private final PooledBudgets budgets;
    private final Ledger ledger;
    private final Event<BudgetLinesAsked> linesAsked;
    private final Access access;
    private final AuditChain chain;
    private final AuditSealer sealer;
    private final AuditLog audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected DecisionFiles() {
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    DecisionFiles(
            Mandates mandates,
            Suggestions suggestions,
            Initiatives initiatives,
            PooledBudgets budgets,
            Ledger ledger,
            Event<BudgetLinesAsked> linesAsked,
            Access access,
            AuditChain chain,
            AuditSealer sealer,
            AuditLog audit,
            Clock clock) {
        this.mandates = mandates;
        this.suggestions = suggestions;
        this.initiatives = initiatives;
        this.budgets = budgets;
        this.ledger = ledger;
        this.linesAsked = linesAsked;
        this.access = access;
        this.chain = chain;
        this.sealer = sealer;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The decision as a file, in UTF-8 (the format stands in {@code src/site/decision-file.md}).
     *
     * @throws Refusal as long as nothing was decided
     */
    @Transactional(REQUIRED)
    public byte[] take(DecisionId id) {
        Decision decision = read(id);
        User taker = access.require(Operation.TAKE_DECISION_FILE, decision.neighbourhood());
        if (!decision.state().isDecided()) {
            throw new Refusal("decision.error.not-decided-yet");
        }
        // who takes it right after signing takes links that a stranger can follow
        sealer.sealNow();
        // nothing is booked while it is written: what it says of the ledger is of one moment
        ledger.open(decision.neighbourhood().municipality());
        DecisionFile.Written file = content(decision).write();
        audit.inPowerOf(
                taker.capacityFor(Operation.TAKE_DECISION_FILE, decision.neighbourhood()),
                () -> audit.record(TAKE, "decision", Long.toString(decision.id()), HASH + file.sha256()));
        return file.bytes();
    }

    /** What was taken out of this decision before, the newest first: by its hash anybody can have a file recognised. */
    public List<TakenFile> listTaken(DecisionId id) {
        Decision decision = read(id);
        access.require(Operation.TAKE_DECISION_FILE, decision.neighbourhood());
        return deeds(decision).stream()
                .filter(deed -> deed.action().equals(TAKE))
                .map(deed -> TakenFile.of(deed.at(), deed.details().substring(HASH.length()), deed.seal()))
                .sorted(Comparator.comparing(TakenFile::at).reversed())
                .toList();
    }

    private DecisionFile content(Decision decision) {
        InitiativeDossier plan = initiatives.readDossier(Decisions.initiativeOf(decision));
        String reference = plan.id().reference();
        // one file for all: who sees more on the page gets here what everybody may know
        boolean sourcesShown = decision.isBorne() && budgets.showsCoverToAll(reference, plan.neighbourhood());
        PlanInLedger book = PlanInLedger.of(ledger, plan.neighbourhood().municipality(), reference, sourcesShown);
        List<DecisionFile.Transfer> transfers = book.transfers();
        BudgetLinesAsked lines = new BudgetLinesAsked(plan.id());
        linesAsked.fire(lines);
        List<DecisionFile.Year> years = decision.yearsInFile();
        return new DecisionFile(
                clock.instant(),
                decision.inFile(),
                asked(plan),
                Optional.ofNullable(plan.suggestion())
                        .map(suggestions::readGround)
                        .orElse(null),
                power(decision, sourcesShown),
                years,
                sourcesShown,
                decision.isBorne() ? cover(decision, sourcesShown) : List.of(),
                decision.handsInFile(),
                standing(decision),
                lines.lines(),
                book.reservations(years.stream()
                        .flatMap(year -> Stream.ofNullable(year.reservation()))
                        .toList()),
                transfers,
                book.accounts(),
                log(decision, book));
    }

    private DecisionFile.Asked asked(InitiativeDossier plan) {
        int startUpYears = Optional.ofNullable(plan.suggestion())
                .map(suggestions::readBeganWith)
                .map(BeganWith::startUpYears)
                .orElse(0);
        AskedAmount asked = AskedAmount.of(plan.yearlyCost(), plan.startUp(), startUpYears);
        return new DecisionFile.Asked(
                plan.lines().stream().map(PlanLine::yearly).toList(),
                asked.yearly(),
                asked.startUp(),
                asked.total(),
                asked.usualYear());
    }

    private DecisionFile.Power power(Decision decision, boolean sourcesShown) {
        MunicipalityCode municipality = decision.neighbourhood().municipality();
        return new DecisionFile.Power(
                decision.decider(),
                decision.why(),
                decision.yearsBound(),
                sourcesShown ? decision.taskFields().stream().sorted().toList() : List.of(),
                decision.mandate()
                        .flatMap(id -> mandates.tableOf(municipality).stream()
                                .filter(line -> line.id().equals(id))
                                .findFirst())
                        .map(line -> DecisionFile.Rule.of(line, decision.households()))
                        .orElse(null),
                decision.collegeResolution().orElse(null));
    }

    private static List<DecisionFile.Cover> cover(Decision decision, boolean sourcesShown) {
        if (sourcesShown) {
            return decision.cover().stream()
                    .map(cover -> new DecisionFile.Cover(
                            cover.year().year(),
                            cover.line().taskField(),
                            cover.line().kind(),
                            cover.line().amount()))
                    .toList();
        }
        Map<FiscalYear, Money> together = new LinkedHashMap<>();
        decision.cover()
                .forEach(cover -> together.merge(cover.year(), cover.line().amount(), Money::plus));
        return together.entrySet().stream()
                .map(year -> new DecisionFile.Cover(year.getKey().year(), null, null, year.getValue()))
                .toList();
    }

    private DecisionFile.Plan standing(Decision decision) {
        List<Decision> grants = entityManager
                .createQuery(
                        "select d from Decision d where d.initiative = :initiative and d.state = :state",
                        Decision.class)
                .setParameter("initiative", decision.initiative())
                .setParameter("state", DecisionState.FINAL)
                .getResultStream()
                .sorted(Decision.IN_TIME)
                .toList();
        return grants.isEmpty()
                ? new DecisionFile.Plan(Money.ZERO, null)
                : new DecisionFile.Plan(
                        grants.get(grants.size() - 1).total(),
                        grants.stream()
                                .filter(grant -> Decision.IN_TIME.compare(grant, decision) > 0)
                                .map(Decision::id)
                                .findFirst()
                                .orElse(null));
    }

    /** What was done about the decision, and the bookings that stand in the file one by one. */
    private List<SealedDeed> log(Decision decision, PlanInLedger book) {
        List<SealedDeed> deeds = new ArrayList<>(deeds(decision).stream()
                .filter(deed -> !LOOKS.contains(deed.action()))
                .toList());
        deeds.addAll(chain.listSealed("transfer", book.toldOneByOne()));
        return deeds;
    }

    private List<SealedDeed> deeds(Decision decision) {
        return chain.listSealed("decision", List.of(Long.toString(decision.id())));
    }

    private Decision read(DecisionId id) {
        Decision decision = entityManager.find(Decision.class, id.value());
        if (decision == null) {
            throw new NotFound();
        }
        return decision;
    }
}
