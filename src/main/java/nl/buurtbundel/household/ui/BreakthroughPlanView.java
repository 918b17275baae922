package nl.buurtbundel.household.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.household.BreakthroughPlan;
import nl.buurtbundel.household.BreakthroughPlans;
import nl.buurtbundel.household.OwnBreakthrough;
import nl.buurtbundel.household.OwnFile;
import nl.buurtbundel.household.OwnFiles;
import nl.buurtbundel.household.RunningHelp;
import nl.buurtbundel.household.StepKind;
import nl.buurtbundel.household.TwoScenarios;
import nl.buurtbundel.money.Money;

/** What runs now, what could be done otherwise, and what both cost whom: for who wants it, and for nobody else to see. */
@CdiComponent
@Route(HouseholdNavigation.BREAKTHROUGH)
class BreakthroughPlanView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient BreakthroughPlans plans;
    private final transient OwnFiles ownFiles;
    private final transient Clock clock;
    private transient OwnBreakthrough kept;
    private final Div outcome = new Div();

    @Inject
    BreakthroughPlanView(BreakthroughPlans plans, OwnFiles ownFiles, Clock clock) {
        this.plans = plans;
        this.ownFiles = ownFiles;
        this.clock = clock;
        this.kept = new OwnBreakthrough(null, BreakthroughPlan.of(List.of()), null);
        addClassNames("bb-page", "bb-stack");
        outcome.addClassName("bb-stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("household.breakthrough.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        kept = plans.findMine()
                .orElseGet(() -> new OwnBreakthrough(
                        null,
                        BreakthroughPlan.of(
                                RunningHelp.listOf(ownFiles.listRunning(), this::name, LocalDate.now(clock))),
                        null));
        show();
    }

    private String name(OwnFile.Help help) {
        String need = getTranslation(help.provision().need().key());
        return help.own() ? need : getTranslation("household.breakthrough.of-child", need);
    }

    private void show() {
        removeAll();
        add(
                new H1(getPageTitle()),
                new Paragraph(getTranslation("household.breakthrough.what")),
                new WhoSeesThis(getTranslation("household.breakthrough.who-sees")),
                new H2(getTranslation("household.breakthrough.now")));
        add(running());
        Button addHelp = new Button(
                getTranslation("household.breakthrough.add-help"),
                click -> new RunningHelpDialog(
                                LocalDate.now(clock).getYear(),
                                help -> change(kept.plan().with(help)))
                        .open());
        add(unprinted(addHelp));
        add(
                new H2(getTranslation("household.breakthrough.otherwise")),
                new Paragraph(getTranslation("household.breakthrough.security-first")));
        Div buttons = unprinted();
        for (StepKind kind : StepKind.values()) {
            Button start = new Button(getTranslation(kind.key()), click -> addStep(kind));
            if (kind == StepKind.DEBT) {
                start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            }
            buttons.add(start);
        }
        add(buttons, outcome);
        showOutcome();
        if (kept.version() != null) {
            add(unprinted(
                    new Button(
                            getTranslation("household.breakthrough.print"),
                            click -> UI.getCurrent().getPage().executeJs("window.print()")),
                    remove()));
        }
        add(unprinted(new Anchor(HouseholdNavigation.ownFile(), getTranslation("household.breakthrough.back"))));
    }

    private static Div unprinted(Component... parts) {
        Div line = new Div(parts);
        line.addClassNames("bb-cluster", "bb-no-print");
        return line;
    }

    private Component running() {
        List<RunningHelp> all = kept.plan().running();
        if (all.isEmpty()) {
            return new EmptyState(getTranslation("household.breakthrough.nothing-runs"));
        }
        DataTable table = new DataTable(
                getTranslation("household.breakthrough.now"),
                DataTable.Column.text(getTranslation("household.breakthrough.help")),
                DataTable.Column.text(getTranslation("household.breakthrough.bearer")),
                DataTable.Column.number(getTranslation("household.breakthrough.a-year")),
                DataTable.Column.text(getTranslation("household.breakthrough.source")),
                DataTable.Column.number(getTranslation("household.breakthrough.visits")),
                DataTable.Column.text(getTranslation("household.breakthrough.action")));
        for (RunningHelp help : all) {
            Money aYear = help.aYear();
            Button takeOut = new Button(
                    getTranslation("household.breakthrough.take-out"),
                    click -> change(kept.plan().withoutHelp(help.name())));
            takeOut.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            takeOut.setAriaLabel(getTranslation("household.breakthrough.take-out-which", help.name()));
            table.rowOf(
                    new Span(help.name()),
                    new Span(getTranslation(help.bearer().key())),
                    new Span(
                            aYear == null
                                    ? getTranslation("household.unknown")
                                    : formats().euros(aYear)),
                    new Span(getTranslation(help.source().key(), Integer.toString(help.year()))),
                    visits(help),
                    takeOut);
        }
        return table.belowItsHeading();
    }

    /** As the family counts them: the field stays where it is, with the focus in it. */
    private IntegerField visits(RunningHelp help) {
        IntegerField visits = new IntegerField();
        visits.setAriaLabel(getTranslation("household.breakthrough.visits-of", help.name()));
        visits.setValue(help.visitsAWeek());
        visits.setMin(0);
        visits.setMax(RunningHelp.MOST_VISITS);
        visits.setStepButtonsVisible(true);
        visits.setWidth("8.5rem");
        visits.addValueChangeListener(change -> {
            Integer aWeek = change.getValue();
            if (change.isFromClient() && aWeek != null && !visits.isInvalid()) {
                kept = plans.keep(kept.plan().visiting(help.name(), aWeek), kept.version());
                showOutcome();
            }
        });
        return visits;
    }

    private void addStep(StepKind kind) {
        new BreakthroughStepDialog(
                        kind,
                        kept.plan().running().stream().map(RunningHelp::name).toList(),
                        step -> change(kept.plan().with(step)))
                .open();
    }

    private void change(BreakthroughPlan plan) {
        kept = plans.keep(plan, kept.version());
        show();
        Notice.tell(this, getTranslation("household.breakthrough.kept"));
    }

    private Button remove() {
        Button remove = new Button(
                getTranslation("household.breakthrough.remove"),
                click -> new ConfirmDialog(
                                getTranslation("household.breakthrough.remove"),
                                getTranslation("household.breakthrough.remove-sure"),
                                null,
                                getTranslation("household.breakthrough.remove"),
                                () -> {
                                    Integer seen = kept.version();
                                    if (seen != null) {
                                        plans.remove(seen);
                                    }
                                    UI.getCurrent().navigate(HouseholdNavigation.ownFile());
                                })
                        .grave()
                        .open());
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return remove;
    }

    private void showOutcome() {
        outcome.removeAll();
        BreakthroughPlan plan = kept.plan();
        TwoScenarios both = TwoScenarios.of(plan);
        for (TwoScenarios.Step step : both.steps()) {
            Button takeOut = new Button(
                    getTranslation("household.breakthrough.take-out"),
                    click -> change(kept.plan().withoutStep(step.name())));
            takeOut.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            takeOut.addClassName("bb-no-print");
            takeOut.setAriaLabel(getTranslation("household.breakthrough.take-out-which", step.name()));
            Div card = new Div(new H3(step.name()), new Paragraph(worth(step)), takeOut);
            card.addClassName("bb-card");
            outcome.add(card);
        }
        if (!plan.steps().isEmpty()) {
            outcome.add(
                    new ScenariosPart(plan, both, years -> change(kept.plan().over(years))));
        }
    }

    private String worth(TwoScenarios.Step step) {
        String cost = formats().euros(step.cost());
        return step.unnecessary().isZero()
                ? getTranslation(
                        "household.breakthrough.worth-alone", cost, kept.plan().years())
                : getTranslation(
                        "household.breakthrough.worth",
                        cost,
                        kept.plan().years(),
                        formats().euros(step.unnecessary()));
    }

    private Formats formats() {
        return Formats.of(getLocale());
    }
}
