package nl.buurtbundel.decision.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.budget.TeamPotSummary;
import nl.buurtbundel.budget.TeamPots;
import nl.buurtbundel.decision.MiniBudgetCase;
import nl.buurtbundel.decision.MiniBudgetFigures;
import nl.buurtbundel.decision.MiniBudgetState;
import nl.buurtbundel.decision.MiniBudgetTerms;
import nl.buurtbundel.decision.MiniBudgets;
import nl.buurtbundel.decision.Solution;
import nl.buurtbundel.decision.SolvedId;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.KeyFigure;
import nl.buurtbundel.foundation.ui.MoreRows;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import org.jspecify.annotations.Nullable;

/** What a household needs now, and the team decides on by itself: made for a phone at a kitchen table. */
@CdiComponent
@Route(DecisionNavigation.MINI_BUDGETS)
class MiniBudgetsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient MiniBudgets miniBudgets;
    private final transient TeamPots pots;
    private final transient Neighbourhoods neighbourhoods;
    private final transient Access access;
    private final transient Clock clock;
    private transient Map<NeighbourhoodCode, String> names = Map.of();
    private @Nullable NeighbourhoodCode here;

    @Inject
    MiniBudgetsView(MiniBudgets miniBudgets, TeamPots pots, Neighbourhoods neighbourhoods, Access access, Clock clock) {
        this.miniBudgets = miniBudgets;
        this.pots = pots;
        this.neighbourhoods = neighbourhoods;
        this.access = access;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("decision.mini.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        names = neighbourhoods.mapNames(
                access.requireInOwnNeighbourhoods(Operation.SEE_MINI_BUDGETS).municipality());
        List<NeighbourhoodCode> own = access.listOwn(Operation.SEE_MINI_BUDGETS);
        if (here == null || !own.contains(here)) {
            here = own.stream()
                    .filter(place -> potOf(place).isPresent())
                    .findFirst()
                    .or(() -> own.stream().findFirst())
                    .orElse(null);
        }
        show();
    }

    private void show() {
        removeAll();
        add(new H1(getPageTitle()));
        NeighbourhoodCode place = here;
        if (place == null) {
            add(new EmptyState(getTranslation("decision.mini.no-neighbourhood")));
            return;
        }
        Optional<TeamPotSummary> pot = potOf(place);
        if (pot.isEmpty()) {
            add(Notice.info(getTranslation("decision.mini.no-pot", name(place))));
        }
        pot.ifPresent(this::addPot);
        if (access.may(Operation.KEEP_MINI_BUDGETS)) {
            miniBudgets.findTerms(place).ifPresent(this::addAsk);
        }
        addOpen();
        addSolved(place);
        addOver();
        add(new WhoSeesThis(getTranslation("decision.mini.who-sees")));
    }

    private Optional<TeamPotSummary> potOf(NeighbourhoodCode place) {
        return pots.find(FiscalYear.of(LocalDate.now(clock)), place);
    }

    private void addPot(TeamPotSummary pot) {
        add(new KeyFigure(
                getTranslation("decision.mini.pot", name(pot.neighbourhood())),
                formats().euros(pot.free()),
                getTranslation(
                        "decision.mini.pot-note",
                        formats().euros(pot.total()),
                        formats().euros(pot.held()),
                        formats().euros(pot.paid()))));
    }

    private void addAsk(MiniBudgetTerms terms) {
        Button ask = new Button(
                getTranslation("decision.mini.ask"),
                click -> new AskMiniBudget(getLocale(), terms, asked -> {
                            miniBudgets.propose(asked.need(), asked.amount(), asked.address());
                            show();
                            // the dialog gives the focus back to the button
                            Notice.tell(this, getTranslation("decision.mini.asked"));
                        })
                        .open());
        ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(ask);
    }

    // ---- what waits

    private void addOpen() {
        List<MiniBudgetCase> open = miniBudgets.listOpen();
        addCases(
                "decision.mini.for-you",
                open.stream().filter(MiniBudgetCase::mayAgree).toList());
        addCases(
                "decision.mini.running",
                open.stream().filter(one -> !one.mayAgree()).toList());
        if (open.isEmpty()) {
            add(new EmptyState(getTranslation("decision.mini.none-open")));
        }
    }

    private void addCases(String title, List<MiniBudgetCase> cases) {
        if (cases.isEmpty()) {
            return;
        }
        Div cards = new Div();
        cards.addClassName("bb-cards");
        cases.forEach(one -> cards.add(card(one)));
        add(new H2(getTranslation(title)), cards);
    }

    private Component card(MiniBudgetCase one) {
        Div card = new Div(
                new H3(one.need()),
                new Paragraph(getTranslation(
                        "decision.mini.card",
                        formats().euros(one.amount()),
                        name(one.neighbourhood()),
                        one.proposer(),
                        formats().shortDate(one.proposedOn()))),
                new Paragraph(stands(one)));
        card.addClassNames("bb-card", "bb-stack");
        if (access.may(Operation.KEEP_MINI_BUDGETS, one.neighbourhood())) {
            card.add(actions(one));
        }
        return card;
    }

    private String stands(MiniBudgetCase one) {
        LocalDate until = one.until();
        String day = until == null ? "" : formats().date(until);
        if (one.state() == MiniBudgetState.AGREED) {
            return one.spent().isZero()
                    ? getTranslation("decision.mini.pay-until", day, reference(one))
                    : getTranslation(
                            "decision.mini.paid-part",
                            formats().euros(one.spent()),
                            formats().euros(one.amount().minus(one.spent())),
                            day);
        }
        return getTranslation("decision.mini.agreed-of", one.agreed(), one.colleagues(), day);
    }

    /** What the bank may say with a payment that is not made by card in a shop. */
    private static String reference(MiniBudgetCase one) {
        return "BB-M" + one.id().value();
    }

    private Component actions(MiniBudgetCase one) {
        Div actions = new Div();
        actions.addClassName("bb-cluster");
        ErrorNotice error = new ErrorNotice();
        if (one.mayAgree()) {
            Button agree = button("decision.mini.agree", one, error, () -> {
                miniBudgets.agree(one.id());
                show();
                tell(one.agreed() + 1 >= one.colleagues() ? "decision.mini.agreed-final" : "decision.mini.agreed");
            });
            agree.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(agree);
        }
        if (one.state() == MiniBudgetState.PROPOSED) {
            for (Solution solution : Solution.values()) {
                Button solved = button(solvedKey(solution), one, error, () -> {
                    miniBudgets.solve(one.id(), one.version(), solution);
                    show();
                    tell("decision.mini.solved-case");
                });
                solved.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
                actions.add(solved);
            }
        }
        if (one.own() && one.state() == MiniBudgetState.PROPOSED) {
            Button withdraw = button("decision.mini.withdraw", one, error, () -> {
                miniBudgets.withdraw(one.id(), one.version());
                show();
                tell("decision.mini.withdrawn");
            });
            withdraw.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            actions.add(withdraw);
        }
        Div all = new Div(error, actions);
        all.addClassName("bb-stack");
        return all;
    }

    private Button button(String key, MiniBudgetCase one, ErrorNotice error, Runnable deed) {
        Button button = new Button(getTranslation(key), click -> {
            try {
                error.clear();
                deed.run();
            } catch (RuntimeException thrown) {
                if (!(Refusal.unwrapped(thrown) instanceof Refusal)) {
                    throw thrown;
                }
                error.tell(thrown);
            } finally {
                click.getSource().setEnabled(true);
            }
        });
        button.setDisableOnClick(true);
        button.setAriaLabel(getTranslation(key) + ": " + one.need());
        return button;
    }

    private static String solvedKey(Solution solution) {
        return solution == Solution.WITHOUT_MONEY ? "decision.mini.solved-free" : "decision.mini.solved-neighbour";
    }

    // ---- what took no money

    private void addSolved(NeighbourhoodCode place) {
        add(new H2(getTranslation("decision.mini.solved-title")));
        List<NeighbourhoodCode> own = access.listOwn(Operation.SEE_MINI_BUDGETS);
        if (own.size() > 1) {
            add(whereSelect(own, place));
        }
        MiniBudgetFigures figures = miniBudgets.readFigures(place);
        add(new Paragraph(getTranslation(
                "decision.mini.solved-count",
                figures.of(Solution.WITHOUT_MONEY),
                figures.of(Solution.BY_NEIGHBOUR),
                figures.agreed())));
        if (access.may(Operation.KEEP_MINI_BUDGETS, place)) {
            Div taps = new Div();
            taps.addClassName("bb-cluster");
            for (Solution solution : Solution.values()) {
                Button tap = new Button(getTranslation(solvedKey(solution)), click -> {
                    SolvedId told = miniBudgets.solve(place, solution);
                    show();
                    tellSolved(told);
                });
                tap.setDisableOnClick(true);
                taps.add(tap);
            }
            add(taps);
        }
    }

    private Select<NeighbourhoodCode> whereSelect(List<NeighbourhoodCode> own, NeighbourhoodCode place) {
        Select<NeighbourhoodCode> where = new Select<>();
        where.setLabel(getTranslation("decision.mini.where"));
        where.setItems(own);
        where.setItemLabelGenerator(code -> code == null ? "" : name(code));
        where.setValue(place);
        where.addValueChangeListener(change -> {
            here = change.getValue();
            show();
        });
        return where;
    }

    private void tellSolved(SolvedId told) {
        Button takeBack = new Button(getTranslation("decision.mini.solved-undo"), click -> {
            miniBudgets.takeBack(told);
            show();
            tell("decision.mini.solved-undone");
        });
        takeBack.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        takeBack.setDisableOnClick(true);
        Notice.tell(this, getTranslation("decision.mini.solved-told"))
                .with(takeBack)
                .focused();
    }

    // ---- what is over

    private void addOver() {
        DataTable table = new DataTable(
                        getTranslation("decision.mini.over"),
                        DataTable.Column.text(getTranslation("decision.mini.need")),
                        DataTable.Column.number(getTranslation("decision.mini.amount")),
                        DataTable.Column.number(getTranslation("decision.mini.paid")),
                        DataTable.Column.text(getTranslation("decision.mini.how-it-went")))
                .belowItsHeading();
        MoreRows<MiniBudgetCase> rows = new MoreRows<>(
                table,
                getTranslation("decision.mini.more"),
                miniBudgets::listOver,
                one -> table.row(
                        one.need(),
                        formats().euros(one.amount()),
                        formats().euros(one.spent()),
                        getTranslation(over(one).key())));
        if (!rows.isEmpty()) {
            add(new H2(getTranslation("decision.mini.over")), rows);
        }
    }

    /** A question that nobody answered in time is as good as lapsed. */
    private static MiniBudgetState over(MiniBudgetCase one) {
        return one.state() == MiniBudgetState.PROPOSED ? MiniBudgetState.LAPSED : one.state();
    }

    private void tell(String key) {
        Notice.tell(this, getTranslation(key)).focused();
    }

    private String name(NeighbourhoodCode code) {
        return names.getOrDefault(code, code.value());
    }

    private Formats formats() {
        return Formats.of(getLocale());
    }
}
