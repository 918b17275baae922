package nl.buurtbundel.spending;

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
import java.util.Optional;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.assessment.Interests;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Pledges;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/** What was granted to a plan line by line, what became of it, and what the team does with the lines. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Spending {
    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final Initiatives initiatives;
    private final Interests interests;
    private final Pledges pledges;
    private final LineBook lines;
    private final Expenses expenses;
    private final Commitments commitments;
    private final GrantedMoney money;
    private final Ledger ledger;
    private final SpendingRule rule;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Spending() {
        this(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    Spending(
            Access access,
            AuditLog audit,
            Initiatives initiatives,
            Interests interests,
            Pledges pledges,
            LineBook lines,
            Expenses expenses,
            Commitments commitments,
            GrantedMoney money,
            Ledger ledger,
            SpendingRule rule,
            Clock clock) {
        this.access = access;
        this.audit = audit;
        this.initiatives = initiatives;
        this.interests = interests;
        this.pledges = pledges;
        this.lines = lines;
        this.expenses = expenses;
        this.commitments = commitments;
        this.money = money;
        this.ledger = ledger;
        this.rule = rule;
        this.clock = clock;
    }

    /**
     * Plan against actual, for who works on the plan, began it or takes part; expenses and what was agreed only for who books,
     * approves, pays or checks. The lines of an older plan are made when somebody first looks.
     */
    @Transactional(REQUIRED)
    public SpendingPage read(InitiativeId id) {
        InitiativePage plan = initiatives.read(id);
        NeighbourhoodCode here = plan.neighbourhood();
        User user = access.require(Operation.SEE_SPENDING, here);
        if (!sees(plan)) {
            throw new NotFound();
        }
        boolean ended = plan.stage().isEnded();
        List<LineFigures> figures = figures(plan);
        boolean approves = access.may(Operation.APPROVE_EXPENSE, here);
        boolean seesExpenses = plan.mine() || access.may(Operation.SEE_EXPENSES, here);
        Money granted = Money.sum(figures.stream().map(LineFigures::granted).toList());
        GrantedMoney.Left left = ended ? GrantedMoney.Left.NOTHING : money.left(here.municipality(), id);
        return new SpendingPage(
                id,
                plan.plan().title(),
                here,
                granted.compareTo(rule.onePage()) < 0,
                ended,
                figures,
                seesExpenses ? expenses.list(plan, user) : List.of(),
                seesExpenses
                        ? commitments.list(id).stream().map(Commitment::summary).toList()
                        : List.of(),
                shifts(id),
                approves && !ended ? left.now() : null,
                left.from(),
                seesExpenses,
                mayBook(plan),
                access.may(Operation.KEEP_BUDGET_LINES, here));
    }

    /** In short, for the page of the plan; empty for a neighbour who has no part in it, and as long as nothing was granted. */
    @Transactional(REQUIRED)
    public Optional<SpendingOnPlan> findOnPlan(InitiativeId id) {
        InitiativePage plan = initiatives.read(id);
        User user = access.require(Operation.SEE_SPENDING, plan.neighbourhood());
        return sees(plan)
                ? Optional.of(new SpendingOnPlan(figures(plan), mayBook(plan), expenses.listSentBack(plan, user)))
                        .filter(spent -> !spent.lines().isEmpty())
                : Optional.empty();
    }

    /** Moves what is left of one line to another: together they stay what was granted. */
    @Transactional(REQUIRED)
    public void shift(BudgetLineId from, int version, BudgetLineId to, Money amount, String because) {
        BudgetLine giver = lines.read(from);
        User worker = access.require(Operation.KEEP_BUDGET_LINES, giver.neighbourhood());
        BudgetLine taker = lines.read(to);
        if (!taker.initiative().equals(giver.initiative())) {
            throw new NotFound();
        }
        InitiativeDossier plan = initiatives.readDossier(giver.initiative());
        Interested.requireSpendable(plan.stage());
        Interested.requireNone(worker.id(), Interested.in(plan, interests));
        ledger.open(giver.neighbourhood().municipality());
        lines.lock(from);
        lines.lock(to);
        Conflict.unlessSame(version, giver.version());
        entityManager.persist(new LineShift(giver, taker, amount, because, worker.id(), today()));
        record("shift", giver, "to=" + to.value() + " cents=" + amount.cents());
    }

    /** Once, at the end: why so much more or less was paid on a line than was granted for it. */
    @Transactional(REQUIRED)
    public void explain(BudgetLineId id, int version, String because) {
        BudgetLine line = lines.read(id);
        access.require(Operation.KEEP_BUDGET_LINES, line.neighbourhood());
        Stage stage = initiatives.readDossier(line.initiative()).stage();
        ledger.open(line.neighbourhood().municipality());
        lines.lock(id);
        Conflict.unlessSame(version, line.version());
        line.explain(because, stage.isEnded(), rule.differencePercent());
        record("explain", line, "");
    }

    private boolean sees(InitiativePage plan) {
        return access.may(Operation.SEE_BUDGETS, plan.neighbourhood()) || plan.mine() || takesPart(plan);
    }

    private boolean mayBook(InitiativePage plan) {
        return plan.stage().isGranted()
                && access.may(Operation.BOOK_EXPENSE, plan.neighbourhood())
                && (plan.mine() || access.may(Operation.APPROVE_EXPENSE, plan.neighbourhood()));
    }

    private List<LineFigures> figures(InitiativePage plan) {
        return lines.upToDate(plan).stream()
                .map(line -> line.figures(plan.stage().isEnded(), rule.differencePercent()))
                .toList();
    }

    private boolean takesPart(InitiativePage plan) {
        return access.may(Operation.PLEDGE, plan.neighbourhood())
                && pledges.findMine(plan.id()).isPresent();
    }

    private List<ShiftSummary> shifts(InitiativeId plan) {
        return entityManager
                .createQuery("select s from LineShift s where s.initiative = :plan order by s.id desc", LineShift.class)
                .setParameter("plan", plan.value())
                .getResultStream()
                .map(LineShift::summary)
                .toList();
    }

    private void record(String deed, BudgetLine line, String details) {
        audit.record(
                "spending." + deed,
                "budget-line",
                Long.toString(line.id().value()),
                (line.initiative().reference() + " " + details).strip());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
