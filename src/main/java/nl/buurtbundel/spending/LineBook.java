package nl.buurtbundel.spending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.budget.BearsAgain;
import nl.buurtbundel.budget.GivenBackAtYearEnd;
import nl.buurtbundel.decision.BudgetLinesAsked;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativeMoved;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.PublicInitiative;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.money.Money;

/** The budget lines of the plans, which the services of this room share. */
@ApplicationScoped
class LineBook {
    @PersistenceContext
    private EntityManager entityManager;

    private final Initiatives initiatives;
    private final Ledger ledger;
    private final AuditLog audit;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected LineBook() {
        this(null, null, null);
    }

    @Inject
    LineBook(Initiatives initiatives, Ledger ledger, AuditLog audit) {
        this.initiatives = initiatives;
        this.ledger = ledger;
        this.audit = audit;
    }

    /** The decision fixes the lines, in its own transaction. */
    void whenGranted(@Observes InitiativeMoved moved) {
        if (moved.to() == Stage.GRANTED || moved.to() == Stage.PARTLY_GRANTED) {
            upToDate(moved.initiative());
        }
    }

    /** At the end of a year money went back: no line promises it any more. */
    void whenGivenBack(@Observes GivenBackAtYearEnd given) {
        InitiativeId.find(given.reference()).ifPresent(plan -> {
            List<BudgetLine> lines = upToDate(plan);
            GrantSplit.giveBack(lines, given.amount());
        });
    }

    /** It came back from an earlier year and bears the plan again: its lines promise it again. */
    void whenItBearsAgain(@Observes BearsAgain again) {
        InitiativeId.find(again.reference()).ifPresent(plan -> GrantSplit.bearAgain(upToDate(plan), again.amount()));
    }

    void whenAsked(@Observes BudgetLinesAsked asked) {
        upToDate(asked.plan())
                .forEach(line -> asked.answer(new BudgetLinesAsked.Line(
                        line.place(),
                        line.kind().name(),
                        line.granted(),
                        line.limit(),
                        line.committed(),
                        line.inProcess(),
                        line.paid())));
    }

    /**
     * The lines of a plan, with all that was granted. Plans that were granted before there were lines get theirs when they are
     * first needed, and so does a further grant that left the plan in the stage it was in. In a transaction that may write.
     */
    List<BudgetLine> upToDate(InitiativePage plan) {
        List<BudgetLine> lines = list(plan.id());
        Money granted = plan.granted();
        return granted == null || missing(lines, granted).isZero() ? lines : upToDate(plan.id());
    }

    /** The same for who has not read the plan. */
    private List<BudgetLine> upToDate(InitiativeId plan) {
        PublicInitiative decided = initiatives.readPublic(plan);
        Money granted = decided.granted();
        List<BudgetLine> lines = list(plan);
        if (granted == null || !missing(lines, granted).isPositive()) {
            return lines;
        }
        // two who come first at once: the second finds what the first made
        ledger.open(decided.neighbourhood().municipality());
        lines = list(plan);
        Money missing = missing(lines, granted);
        if (missing.isPositive()) {
            add(decided, lines, missing);
            lines = list(plan);
        }
        return lines;
    }

    private void add(PublicInitiative decided, List<BudgetLine> present, Money missing) {
        GrantSplit split = GrantSplit.of(decided);
        List<BudgetLine> lines = new ArrayList<>(present);
        Money toSplit = missing;
        if (lines.isEmpty()) {
            lines.addAll(split.begin());
            lines.forEach(entityManager::persist);
            toSplit = missing.minus(takeOver(split));
        }
        split.add(lines, toSplit);
        entityManager.flush();
        audit.record(
                "spending.fix-lines",
                "budget-line",
                Long.toString(decided.id().value()),
                decided.id().reference() + " cents=" + missing.cents());
    }

    /** What was paid or made ready before there were lines. Says how much. */
    private Money takeOver(GrantSplit split) {
        List<Expense> before = entityManager
                .createQuery(
                        "select e from Expense e where e.initiative = :plan and e.line is null"
                                + " and e.state in (:approved, :paid)",
                        Expense.class)
                .setParameter("plan", split.plan().value())
                .setParameter("approved", ExpenseState.APPROVED)
                .setParameter("paid", ExpenseState.PAID)
                .getResultList();
        if (before.isEmpty()) {
            return Money.ZERO;
        }
        BudgetLine earlier = split.earlier();
        entityManager.persist(earlier);
        Money paid = sum(before, ExpenseState.PAID);
        Money waiting = sum(before, ExpenseState.APPROVED);
        earlier.takeOver(paid, waiting);
        // the line must be there before what refers to it
        entityManager.flush();
        before.forEach(expense -> expense.placeOn(earlier.id()));
        return paid.plus(waiting);
    }

    private static Money sum(List<Expense> expenses, ExpenseState state) {
        return Money.sum(expenses.stream()
                .filter(expense -> expense.state() == state)
                .map(Expense::amount)
                .toList());
    }

    private static Money missing(List<BudgetLine> lines, Money granted) {
        return granted.minus(Money.sum(lines.stream().map(BudgetLine::granted).toList()));
    }

    List<BudgetLine> list(InitiativeId plan) {
        return entityManager
                .createQuery("select l from BudgetLine l where l.initiative = :plan order by l.place", BudgetLine.class)
                .setParameter("plan", plan.value())
                .setHint("jakarta.persistence.cache.storeMode", CacheStoreMode.REFRESH)
                .getResultList();
    }

    BudgetLine read(BudgetLineId id) {
        BudgetLine line = entityManager.find(BudgetLine.class, id.value());
        if (line == null) {
            throw new NotFound();
        }
        return line;
    }

    /** The line as it is now, for this transaction alone. The book of the municipality is open already. */
    BudgetLine lock(BudgetLineId id) {
        BudgetLine line = read(id);
        entityManager.flush();
        entityManager.refresh(line, LockModeType.PESSIMISTIC_WRITE);
        return line;
    }

    /** Where an expense belongs. What was paid before there were lines finds its place now. */
    BudgetLine lockFor(Expense expense) {
        if (expense.line().isEmpty()) {
            upToDate(expense.initiative());
        }
        return lock(expense.line().orElseThrow(NotFound::new));
    }
}
