package nl.buurtbundel.decision.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.budget.TeamPotSummary;
import nl.buurtbundel.budget.TeamPots;
import nl.buurtbundel.decision.MiniBudgetFigures;
import nl.buurtbundel.decision.MiniBudgets;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.KeyFigure;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.ledger.TaskFieldName;
import nl.buurtbundel.ledger.TaskFields;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodSummary;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import org.jspecify.annotations.Nullable;

/** What teams may decide on themselves this year, and how much of it was used: never for what, nor for whom. */
@CdiComponent
@Route(DecisionNavigation.TEAM_POTS)
class TeamPotsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient TeamPots pots;
    private final transient MiniBudgets miniBudgets;
    private final transient Neighbourhoods neighbourhoods;
    private final transient TaskFields taskFields;
    private final transient Access access;
    private final transient Clock clock;

    @Inject
    TeamPotsView(
            TeamPots pots,
            MiniBudgets miniBudgets,
            Neighbourhoods neighbourhoods,
            TaskFields taskFields,
            Access access,
            Clock clock) {
        this.pots = pots;
        this.miniBudgets = miniBudgets;
        this.neighbourhoods = neighbourhoods;
        this.taskFields = taskFields;
        this.access = access;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("decision.pots.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        MunicipalityCode municipality = access.require(Operation.SEE_TEAM_POTS).municipality();
        FiscalYear year = FiscalYear.of(LocalDate.now(clock));
        List<TeamPotSummary> all = pots.list(municipality, year);
        removeAll();
        add(new H1(getPageTitle()), new Paragraph(getTranslation("decision.pots.explained")));
        if (access.may(Operation.SET_TEAM_POT)) {
            Button set = new Button(getTranslation("decision.pots.set"), click -> set(municipality, year, null));
            set.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            add(set);
        }
        add(
                all.isEmpty() ? new EmptyState(getTranslation("decision.pots.none")) : table(municipality, year, all),
                new H2(getTranslation("decision.pots.figures", year.toString())),
                figures(miniBudgets.readFigures(municipality)),
                new WhoSeesThis(getTranslation("decision.pots.who-sees")));
    }

    private DataTable table(MunicipalityCode municipality, FiscalYear year, List<TeamPotSummary> all) {
        boolean sets = access.may(Operation.SET_TEAM_POT);
        DataTable table = new DataTable(
                getTranslation("decision.pots.table", year.toString()),
                DataTable.Column.text(getTranslation("decision.mini.where")),
                DataTable.Column.text(getTranslation("decision.pots.field")),
                DataTable.Column.number(getTranslation("decision.pots.total")),
                DataTable.Column.number(getTranslation("decision.pots.held")),
                DataTable.Column.number(getTranslation("decision.pots.paid")),
                DataTable.Column.number(getTranslation("decision.pots.free")),
                DataTable.Column.text(getTranslation("decision.mandates.action")));
        for (TeamPotSummary pot : all) {
            String name = neighbourhoods.read(pot.neighbourhood()).name();
            Button change = new Button(getTranslation("decision.pots.change"), click -> set(municipality, year, pot));
            change.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            change.setAriaLabel(getTranslation("decision.pots.change-of", name));
            table.rowOf(
                    new Span(name),
                    new Span(pot.taskField()),
                    new Span(formats().euros(pot.total())),
                    new Span(formats().euros(pot.held())),
                    new Span(formats().euros(pot.paid())),
                    new Span(formats().euros(pot.free())),
                    sets ? change : new Span("–"));
        }
        return table;
    }

    private Div figures(MiniBudgetFigures.Published figures) {
        return KeyFigure.sideBySide(
                new KeyFigure(getTranslation("decision.pots.agreed"), count(figures.agreed())),
                new KeyFigure(getTranslation("decision.pots.without-money"), count(figures.withoutMoney())),
                new KeyFigure(getTranslation("decision.pots.by-neighbour"), count(figures.byNeighbour())));
    }

    private String count(@Nullable Integer published) {
        return published == null
                ? getTranslation("decision.pots.few")
                : getTranslation("decision.pots.about", formats().count(published));
    }

    /** @param pot the one to change, or null for another */
    private void set(MunicipalityCode municipality, FiscalYear year, @Nullable TeamPotSummary pot) {
        Select<NeighbourhoodSummary> where = new Select<>();
        where.setLabel(getTranslation("decision.mini.where"));
        Set<NeighbourhoodCode> having = pots.list(municipality, year).stream()
                .map(TeamPotSummary::neighbourhood)
                .collect(Collectors.toSet());
        where.setItems(neighbourhoods.list(municipality).stream()
                .filter(place -> !having.contains(place.code()))
                .toList());
        where.setItemLabelGenerator(place -> place == null ? "" : place.name());
        Select<TaskFieldName> field = new Select<>();
        field.setLabel(getTranslation("decision.pots.field"));
        field.setItems(taskFields.list(year));
        field.setItemLabelGenerator(name -> name == null ? "" : name.toString());
        DecimalField amount = new DecimalField(getTranslation("decision.pots.total"));
        amount.setPrefixComponent(new Span("€"));
        if (pot != null) {
            amount.setNumber(pot.total().inEuros());
        }
        ConfirmDialog dialog = new ConfirmDialog(
                getTranslation(pot == null ? "decision.pots.set" : "decision.pots.change"),
                getTranslation("decision.pots.how", year.toString()),
                getTranslation("decision.pots.who-sees"),
                getTranslation("decision.pots.save"),
                () -> {
                    pots.set(
                            year,
                            pot == null ? Required.in(where).code() : pot.neighbourhood(),
                            pot == null ? Required.in(field).code() : pot.taskField(),
                            amount.euros(),
                            pot == null ? null : pot.version());
                    show();
                    Notice.tell(this, getTranslation("decision.pots.saved"));
                });
        if (pot == null) {
            dialog.with(where, field);
        }
        dialog.with(amount).open();
    }

    private Formats formats() {
        return Formats.of(getLocale());
    }
}
