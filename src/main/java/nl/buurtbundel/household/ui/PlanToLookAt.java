package nl.buurtbundel.household.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.household.BreakthroughPlan;
import nl.buurtbundel.household.BreakthroughStep;
import nl.buurtbundel.household.RunningHelp;
import nl.buurtbundel.household.TwoScenarios;
import nl.buurtbundel.money.Money;

/** A kept breakthrough plan for who may look along: nothing in it can be changed. */
final class PlanToLookAt extends Div {

    PlanToLookAt(BreakthroughPlan plan, Locale locale) {
        addClassName("bb-stack");
        if (plan.running().isEmpty()) {
            add(new EmptyState(getTranslation("household.shared.no-plan")));
        } else {
            add(running(plan, Formats.of(locale)));
        }
        if (!plan.steps().isEmpty()) {
            add(steps(plan), new ScenariosPart(plan, TwoScenarios.of(plan), null));
        }
    }

    private DataTable running(BreakthroughPlan plan, Formats formats) {
        DataTable table = new DataTable(
                getTranslation("household.breakthrough.now"),
                DataTable.Column.text(getTranslation("household.breakthrough.help")),
                DataTable.Column.text(getTranslation("household.breakthrough.bearer")),
                DataTable.Column.number(getTranslation("household.breakthrough.a-year")),
                DataTable.Column.number(getTranslation("household.breakthrough.visits")));
        for (RunningHelp help : plan.running()) {
            Money aYear = help.aYear();
            table.row(
                    help.name(),
                    getTranslation(help.bearer().key()),
                    aYear == null ? getTranslation("household.unknown") : formats.euros(aYear),
                    Integer.toString(help.visitsAWeek()));
        }
        return table;
    }

    private UnorderedList steps(BreakthroughPlan plan) {
        UnorderedList list = new UnorderedList();
        for (BreakthroughStep step : plan.steps()) {
            list.add(new ListItem(step.name()));
        }
        return list;
    }
}
