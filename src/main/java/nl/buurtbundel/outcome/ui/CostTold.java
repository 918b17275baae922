package nl.buurtbundel.outcome.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.assessment.ui.PlanJudged;
import nl.buurtbundel.decision.Decider;
import nl.buurtbundel.decision.DecisionPage;
import nl.buurtbundel.decision.ui.AmountShown;
import nl.buurtbundel.decision.ui.DecisionNavigation;
import nl.buurtbundel.decision.ui.DecisionsShown;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.outcome.CostOfDecision;
import nl.buurtbundel.outcome.DecidingCosts;
import nl.buurtbundel.outcome.WorkPart;
import nl.buurtbundel.outcome.WorkStep;

/** What deciding costs, where people are when they decide; and the shorter way, where it costs more than the amount. */
@ApplicationScoped
class CostTold {
    private final DecidingCosts costs;
    private final Access access;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected CostTold() {
        this(null, null);
    }

    @Inject
    CostTold(DecidingCosts costs, Access access) {
        this.costs = costs;
        this.access = access;
    }

    void whenAmountIsShown(@Observes AmountShown shown) {
        DecisionPage page = shown.page();
        costs.noteOpened(WorkStep.DECIDING, page.plan().id());
        CostOfDecision cost = costs.read(page.plan().id());
        CostTexts texts = texts();
        Money amount = page.proposesRefusal() ? page.asked().total() : page.total();
        if (cost.isTold()) {
            shown.tell(new Details(
                    texts.text("outcome.cost.beside", texts.euros(cost.total()), texts.euros(amount)),
                    sum(cost, texts),
                    texts.assumptions(cost.rule()),
                    new WhoSeesThis(texts.text("outcome.cost.who-sees"))));
        }
        if (cost.exceeds(amount)) {
            Notice notice = dearer(cost, amount, texts);
            if (page.isUndecided() && page.mandate().decider() != Decider.TEAM) {
                shorter(notice, page.plan(), texts);
            }
            shown.tell(notice);
        }
    }

    void whenPlanIsJudged(@Observes PlanJudged shown) {
        InitiativeDossier plan = shown.plan();
        costs.noteOpened(WorkStep.ASSESSING, plan.id());
        if (plan.stage().isDecided()
                || plan.stage().isEnded()
                || !access.may(Operation.SEE_DECISIONS, plan.neighbourhood())) {
            return;
        }
        CostOfDecision cost = costs.read(plan.id());
        Money amount = plan.startUp().plus(plan.yearlyCost());
        if (cost.exceeds(amount)) {
            CostTexts texts = texts();
            Notice notice = dearer(cost, amount, texts);
            shorter(notice, plan, texts);
            shown.tell(notice);
        }
    }

    void whenDecisionsAreShown(@Observes DecisionsShown shown) {
        if (access.may(Operation.SEE_COST_OF_DECIDING)) {
            CostTexts texts = texts();
            shown.tell(new H2(texts.text("outcome.year.title")));
            shown.tell(new Anchor(OutcomeNavigation.cost(), texts.text("outcome.year.open")));
        }
    }

    /** Of one person no amount is told: it would be that person’s working time. */
    private static Notice dearer(CostOfDecision cost, Money amount, CostTexts texts) {
        return Notice.warning(
                cost.isTold()
                        ? texts.text("outcome.cost.dearer", texts.euros(cost.total()), texts.euros(amount))
                        : texts.text("outcome.cost.dearer-untold", texts.euros(amount)));
    }

    private void shorter(Notice notice, InitiativeDossier plan, CostTexts texts) {
        notice.with(new Paragraph(texts.text("outcome.cost.shorter")));
        if (access.may(Operation.SEE_MINI_BUDGETS, plan.neighbourhood())) {
            notice.with(new Anchor(DecisionNavigation.miniBudgets(), texts.text("outcome.cost.shorter-mini")));
        }
    }

    private static DataTable sum(CostOfDecision cost, CostTexts texts) {
        DataTable table = new DataTable(
                texts.text("outcome.cost.table"),
                DataTable.Column.text(texts.text("outcome.cost.step")),
                DataTable.Column.number(texts.text("outcome.cost.time")),
                DataTable.Column.number(texts.text("outcome.cost.amount")));
        for (WorkPart<WorkStep> part : cost.parts()) {
            table.row(texts.name("outcome.step.", part), texts.time(part.seconds()), texts.euros(part.cost()));
        }
        return table.total(texts.text("outcome.cost.total"), texts.time(cost.seconds()), texts.euros(cost.total()));
    }

    private static CostTexts texts() {
        return new CostTexts(UI.getCurrent().getLocale());
    }
}
