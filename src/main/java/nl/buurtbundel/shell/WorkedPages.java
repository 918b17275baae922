package nl.buurtbundel.shell;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.buurtbundel.access.ui.AuditNavigation;
import nl.buurtbundel.assessment.ui.AssessmentNavigation;
import nl.buurtbundel.budget.ui.BudgetNavigation;
import nl.buurtbundel.decision.DecisionId;
import nl.buurtbundel.decision.ui.DecisionNavigation;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.ui.InitiativeNavigation;
import nl.buurtbundel.ledger.ui.LedgerNavigation;
import nl.buurtbundel.outcome.WorkStep;
import nl.buurtbundel.spending.ui.SpendingNavigation;
import org.jspecify.annotations.Nullable;

/** To which step a page belongs that somebody of the staff opens, and to which plan. Of no other page is kept what it is about. */
final class WorkedPages {
    private static final Pattern NUMBERED = Pattern.compile("[^/]+/([0-9]{1,18})(?:/.*)?");
    private static final Set<String> CHECKING = Set.of(
            SpendingNavigation.payments(),
            SpendingNavigation.year(),
            SpendingNavigation.bank(),
            BudgetNavigation.position(),
            BudgetNavigation.yearEnd(),
            LedgerNavigation.ledger(),
            LedgerNavigation.reconciliation(),
            AuditNavigation.audit());
    private static final Set<String> DECIDING =
            Set.of(DecisionNavigation.decisions(), DecisionNavigation.miniBudgets());

    private WorkedPages() {}

    /** @param plan null for a page about no plan, or about many */
    record Work(WorkStep step, @Nullable InitiativeId plan) {}

    /** @return empty for the pages that tell by themselves, each time anew, what is done there */
    static Optional<Work> at(String path) {
        Matcher numbered = NUMBERED.matcher(path);
        if (numbered.matches()) {
            long number = Long.parseLong(numbered.group(1));
            InitiativeId plan = new InitiativeId(number);
            if (path.equals(DecisionNavigation.decision(new DecisionId(number)))
                    || path.equals(AssessmentNavigation.assess(plan))) {
                return Optional.empty();
            }
            if (path.equals(DecisionNavigation.propose(plan))) {
                return Optional.of(new Work(WorkStep.DECIDING, plan));
            }
            if (path.equals(InitiativeNavigation.plan(plan)) || path.equals(AssessmentNavigation.mayWe(plan))) {
                return Optional.of(new Work(WorkStep.ASSESSING, plan));
            }
            if (path.equals(SpendingNavigation.spending(plan)) || path.equals(BudgetNavigation.pooledBudget(number))) {
                return Optional.of(new Work(WorkStep.CHECKING, plan));
            }
        }
        return Optional.of(new Work(ofMany(path), null));
    }

    private static WorkStep ofMany(String path) {
        if (path.equals(AssessmentNavigation.work())) {
            return WorkStep.ASSESSING;
        }
        if (DECIDING.contains(path)) {
            return WorkStep.DECIDING;
        }
        String first = path.split("/", 2)[0];
        return CHECKING.contains(path) || first.equals(LedgerNavigation.ledger()) ? WorkStep.CHECKING : WorkStep.OTHER;
    }
}
