package nl.buurtbundel.suggestion.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.KeyFigure;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.RangeBars;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.opportunity.ui.OpportunityNavigation;
import nl.buurtbundel.suggestion.Invitations;
import nl.buurtbundel.suggestion.Outcome;
import nl.buurtbundel.suggestion.PlanProof;
import nl.buurtbundel.suggestion.SuggestionId;
import nl.buurtbundel.suggestion.SuggestionView;
import nl.buurtbundel.suggestion.Suggestions;
import nl.buurtbundel.suggestion.Sum;
import nl.buurtbundel.suggestion.Weakness;
import org.jspecify.annotations.Nullable;

/** A suggestion with its sum opened. What to do with it comes first: have coffee with the neighbourhood. */
@CdiComponent
@Route(SuggestionNavigation.SUGGESTION + "/:id")
class SuggestionPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Suggestions suggestions;
    private final transient Access access;
    private final SumTexts texts = new SumTexts(getLocale());
    private final LettersPanel letters;
    private String title = "";

    @Inject
    SuggestionPage(Suggestions suggestions, Invitations invitations, Access access) {
        this.suggestions = suggestions;
        this.letters = new LettersPanel(invitations);
        this.access = access;
        addClassNames("bb-page", "bb-stack", "bb-stack-l");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElse("");
        if (!id.matches("\\d{1,18}")) {
            throw new NotFound();
        }
        show(suggestions.read(new SuggestionId(Long.parseLong(id))));
    }

    private void show(SuggestionView view) {
        Sum sum = view.sum();
        String name = sum.alternative().name().in(getLocale());
        title = getTranslation("suggestion.page.title", name, view.neighbourhoodName());
        removeAll();
        add(
                new Anchor(OpportunityNavigation.neighbourhood(view.neighbourhood()), view.neighbourhoodName()),
                new H1(title),
                new Paragraph(sum.alternative().summary().in(getLocale())));
        if (!view.current()) {
            add(Notice.warning(getTranslation("suggestion.page.outdated"))
                    .with(new Anchor(
                            OpportunityNavigation.neighbourhood(view.neighbourhood()),
                            getTranslation("suggestion.page.newest"))));
        }
        addFractions(sum);
        if (access.may(Operation.INVITE, view.neighbourhood())) {
            addInvitation(view);
        }
        addScenarios(sum);
        addOpenedSum(sum);
        addDoubts(sum);
        addApart(sum);
        addOthers(view);
        add(new Paragraph(getTranslation(
                "suggestion.page.frozen",
                texts.formats().dateTime(view.madeAt()),
                texts.formats().count(sum.catalogueVersion()))));
    }

    private void addFractions(Sum sum) {
        Outcome likely = sum.likely();
        add(KeyFigure.sideBySide(
                new KeyFigure(
                        getTranslation("suggestion.of-today"),
                        texts.roundPercentage(likely.ofToday()),
                        getTranslation(
                                "suggestion.of-today.note",
                                texts.formats().wholeEuros(likely.cost()),
                                texts.formats().wholeEuros(sum.today()))),
                new KeyFigure(
                        getTranslation("suggestion.of-replaced"),
                        texts.ofReplaced(likely.ofReplaced()),
                        getTranslation(
                                "suggestion.of-replaced.note",
                                texts.formats().wholeEuros(likely.cost()),
                                texts.formats().wholeEuros(likely.replaced())))));
        add(new DefinitionTable()
                .row(
                        getTranslation("suggestion.break-even"),
                        texts.breakEven(likely.breakEven(), likely.breakEvenPossible()))
                .row(
                        getTranslation("suggestion.joining"),
                        texts.joining(likely.households(), sum.basis().households()))
                .row(
                        getTranslation("suggestion.jobs"),
                        sum.alternative().jobs().description().in(getLocale()))
                .row(
                        getTranslation("suggestion.ways"),
                        texts.ways(sum.alternative().ways())));
    }

    private void addInvitation(SuggestionView view) {
        Button invite = new Button(
                getTranslation("suggestion.invite.button"),
                click -> new InvitationDialog(invitation -> letters.invite(invitation)).open());
        invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Div(invite, new WhoSeesThis(getTranslation("suggestion.invite.who-sees"))), letters);
        if (view.invitedOn() != null) {
            add(new Paragraph(
                    getTranslation("suggestion.invite.done", texts.formats().date(view.invitedOn()))));
        }
        letters.show(view.id(), "uitnodiging-" + view.neighbourhood().value() + ".pdf");
    }

    private void addScenarios(Sum sum) {
        add(new H2(getTranslation("suggestion.scenarios")));
        add(new RangeBars(
                getTranslation("suggestion.scenarios.picture"),
                getTranslation(
                        "suggestion.scenarios.summary",
                        texts.formats().wholeEuros(sum.likely().replaced()),
                        texts.formats().wholeEuros(sum.likely().cost())),
                getTranslation("suggestion.scenarios.replaced"),
                getTranslation("suggestion.scenarios.cost"),
                List.of(new RangeBars.Comparison(
                        sum.alternative().name().in(getLocale()),
                        range(sum, Outcome::replaced),
                        range(sum, Outcome::cost)))));
        DataTable table = new DataTable(
                getTranslation("suggestion.scenarios.table"),
                DataTable.Column.text(getTranslation("suggestion.scenarios.what")),
                DataTable.Column.number(getTranslation("suggestion.low")),
                DataTable.Column.number(getTranslation("suggestion.likely")),
                DataTable.Column.number(getTranslation("suggestion.high")));
        row(table, sum, "suggestion.row.households", one -> texts.formats().count(one.households()));
        row(table, sum, "suggestion.row.share", one -> texts.percentage(one.replacedShare()));
        row(table, sum, "suggestion.row.replaced", one -> texts.formats().euros(one.replaced()));
        row(table, sum, "suggestion.row.cost", one -> texts.formats().euros(one.cost()));
        row(table, sum, "suggestion.row.result", one -> texts.formats().euros(one.result()));
        row(table, sum, "suggestion.break-even", one -> texts.breakEven(one.breakEven(), one.breakEvenPossible()));
        add(table);
        if (!sum.likely().canStart()) {
            add(Notice.warning(getTranslation(
                    "suggestion.too-few-to-start",
                    texts.formats().count(sum.alternative().size().minimumHouseholds()))));
        }
        add(new Paragraph(getTranslation(
                "suggestion.first-year",
                sum.firstYear().monthsLate(),
                texts.formats().wholeEuros(sum.firstYear().startUp()),
                texts.formats().euros(sum.firstYear().result()))));
        add(new Paragraph(getTranslation(
                "suggestion.dearest",
                texts.formats().euros(sum.ofDearest()),
                texts.formats().euros(sum.likely().result()))));
        addProof(sum.proof());
    }

    private static RangeBars.Range range(Sum sum, Function<Outcome, Money> amount) {
        List<Money> sorted =
                List.of(amount.apply(sum.low()), amount.apply(sum.likely()), amount.apply(sum.high())).stream()
                        .sorted()
                        .toList();
        return new RangeBars.Range(sorted.get(0), sorted.get(1), sorted.get(2));
    }

    private void row(DataTable table, Sum sum, String key, Function<Outcome, String> value) {
        table.row(getTranslation(key), value.apply(sum.low()), value.apply(sum.likely()), value.apply(sum.high()));
    }

    private void addProof(@Nullable PlanProof proof) {
        if (proof == null) {
            return;
        }
        String quality = proof.proved()
                ? getTranslation("suggestion.proof.proved")
                : getTranslation("suggestion.proof.gap", texts.formats().wholeEuros(proof.gap()));
        String chosen = getTranslation(proof.chosen() ? "suggestion.proof.chosen" : "suggestion.proof.not-chosen");
        add(Notice.info(chosen + " " + quality));
    }

    private void addOpenedSum(Sum sum) {
        add(
                new H2(getTranslation("suggestion.sum")),
                new Paragraph(getTranslation("suggestion.sum.intro")),
                new SumTree(sum.cost(), texts),
                new SumTree(sum.replaced(), texts));
    }

    private void addDoubts(Sum sum) {
        DataTable table = new DataTable(
                getTranslation("suggestion.doubts.table"),
                DataTable.Column.text(getTranslation("suggestion.doubts.name")),
                DataTable.Column.text(getTranslation("suggestion.doubts.evidence")),
                DataTable.Column.text(getTranslation("suggestion.doubts.range")),
                DataTable.Column.number(getTranslation("suggestion.doubts.lowest")),
                DataTable.Column.number(getTranslation("suggestion.doubts.highest")));
        for (Weakness weakness : sum.weaknesses()) {
            table.row(
                    weakness.name().in(getLocale()),
                    texts.evidence(weakness.evidence()),
                    weakness.range().in(getLocale()),
                    texts.formats().wholeEuros(weakness.lowest()),
                    texts.formats().wholeEuros(weakness.highest()));
        }
        add(
                new H2(getTranslation("suggestion.doubts")),
                new Paragraph(getTranslation("suggestion.doubts.intro")),
                table);
        if (sum.alternative().helpsInOneWayOnly()) {
            add(Notice.warning(getTranslation(
                    "suggestion.weak.one-way", texts.ways(sum.alternative().ways()))));
        }
    }

    private void addApart(Sum sum) {
        CollectiveAlternative alternative = sum.alternative();
        add(
                new H2(getTranslation("suggestion.apart")),
                new DefinitionTable()
                        .row(
                                getTranslation("suggestion.apart.individual"),
                                alternative.staysIndividual().in(getLocale()))
                        .row(
                                getTranslation("suggestion.apart.lump-sum"),
                                few(sum.basis().lumpSumHouseholds()))
                        .row(
                                getTranslation("suggestion.apart.unknown"),
                                few(sum.basis().unknownHouseholds()))
                        .row(
                                getTranslation("suggestion.apart.inflow"),
                                getTranslation("suggestion.apart.inflow.text")));
        if (!sum.otherPayers().isEmpty()) {
            DataTable payers = new DataTable(
                    getTranslation("suggestion.payers"),
                    DataTable.Column.text(getTranslation("suggestion.payers.who")),
                    DataTable.Column.text(getTranslation("suggestion.payers.what")),
                    DataTable.Column.number(getTranslation("suggestion.payers.amount")));
            sum.otherPayers()
                    .forEach(one -> payers.row(
                            texts.payer(one.payer()),
                            one.line().name().in(getLocale()),
                            one.amount().isZero()
                                    ? getTranslation("suggestion.payers.not-counted")
                                    : texts.formats().euros(one.amount())));
            add(payers);
        }
        add(texts.gates(alternative));
    }

    private void addOthers(SuggestionView view) {
        if (view.others().isEmpty()) {
            return;
        }
        DataTable table = new DataTable(
                getTranslation("suggestion.others.table"),
                DataTable.Column.text(getTranslation("suggestion.others.name")),
                DataTable.Column.number(getTranslation("suggestion.of-today")),
                DataTable.Column.number(getTranslation("suggestion.of-replaced")),
                DataTable.Column.number(getTranslation("suggestion.result.likely")));
        for (SuggestionView.Other other : view.others()) {
            Button open = new Button(other.name().in(getLocale()), click -> propose(view, other));
            open.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            table.rowOf(
                    open,
                    new Span(texts.roundPercentage(other.headline().ofToday())),
                    new Span(texts.ofReplaced(other.headline().ofReplaced())),
                    new Span(texts.formats().gain(other.headline().result())));
        }
        add(new H2(getTranslation("suggestion.others")), table);
    }

    private void propose(SuggestionView view, SuggestionView.Other other) {
        SuggestionId id =
                suggestions.propose(view.neighbourhood(), view.sum().basis().need(), other.alternative());
        UI.getCurrent().navigate(SuggestionNavigation.suggestion(id));
    }

    private String few(@Nullable Integer households) {
        return households == null
                ? getTranslation("suggestion.hidden")
                : texts.formats().count(households);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
