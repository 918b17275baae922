package nl.buurtbundel.decision.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.buurtbundel.assessment.Advice;
import nl.buurtbundel.assessment.RefusalGround;
import nl.buurtbundel.budget.Cover;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.decision.DecisionId;
import nl.buurtbundel.decision.Decisions;
import nl.buurtbundel.decision.Preparation;
import nl.buurtbundel.decision.YearAmount;
import nl.buurtbundel.decision.YearCover;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/** Proposing a decision: how much in which year, what bears it, and who may then decide. */
@CdiComponent
@Route(DecisionNavigation.PROPOSE)
class ProposeView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int MAXIMUM_LENGTH = 4000;

    private final transient Decisions decisions;
    private final transient Initiatives initiatives;
    private final transient Map<FiscalYear, DecimalField> fields = new LinkedHashMap<>();
    private final ErrorNotice error = new ErrorNotice();
    private final Div outcome = new Div();
    private final Div firstYear = new Div();
    private final TextArea whyLess = new TextArea();

    @Inject
    ProposeView(Decisions decisions, Initiatives initiatives) {
        this.decisions = decisions;
        this.initiatives = initiatives;
        addClassNames("bb-page", "bb-stack");
        outcome.addClassName("bb-stack");
        outcome.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters()
                .getLong(DecisionNavigation.ID)
                .map(InitiativeId::new)
                .orElseThrow(NotFound::new));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("decision.propose.title");
    }

    private void show(InitiativeId id) {
        InitiativeDossier plan = initiatives.readDossier(id);
        Preparation prepared = decisions.prepare(id);
        DecisionTexts texts = new DecisionTexts(getLocale());
        removeAll();
        fields.clear();
        error.clear();
        DefinitionTable facts = new DefinitionTable()
                .row(getTranslation("decision.page.plan"), plan.title())
                .row(getTranslation("decision.propose.asked"), texts.formats().euros(prepared.requested()))
                .row(
                        getTranslation("decision.page.granted-before"),
                        texts.formats().euros(prepared.grantedBefore()));
        Advice advice = prepared.advice();
        if (advice != null) {
            facts.row(getTranslation("decision.page.advice"), texts.advice(advice));
        }
        add(new H1(getTranslation("decision.propose.title")), error, facts);
        Optional<DecisionId> waiting = decisions.findOpen(id);
        if (waiting.isPresent()) {
            add(Notice.info(getTranslation("decision.proposal.waits"))
                    .with(new Anchor(
                            DecisionNavigation.decision(waiting.get()), getTranslation("decision.proposal.open"))));
            return;
        }
        decisions
                .findEndedProposal(id)
                .ifPresent(ended -> add((ended.adopted()
                                ? Notice.info(getTranslation("decision.proposal.adopted"))
                                : Notice.warning(getTranslation("decision.proposal.ended", ended.reasons())))
                        .with(new Anchor(
                                DecisionNavigation.decision(ended.id()), getTranslation("decision.proposal.open")))));
        if (prepared.amounts().isEmpty()) {
            add(Notice.info(getTranslation("decision.propose.nothing-left")));
            return;
        }
        boolean against = plan.stage() == Stage.ADVISED && prepared.isAdvisedAgainst();
        Button refuse = new Button(getTranslation("decision.propose.refusal"), click -> refusal(plan, advice));
        if (against) {
            refuse.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            add(refuse, new WhoSeesThis(getTranslation("decision.propose.who-sees")));
        }
        add(new H2(getTranslation(against ? "decision.propose.amounts-still" : "decision.propose.amounts")));
        for (YearAmount amount : prepared.amounts()) {
            DecimalField field = new DecimalField(
                    getTranslation("decision.propose.in-year", amount.year().toString()));
            field.setNumber(amount.amount().inEuros());
            field.setPrefixComponent(new Span("€"));
            field.addValueChangeListener(change -> reckon(plan));
            fields.put(amount.year(), field);
            add(field);
        }
        whyLess.setLabel(getTranslation("decision.propose.why-less"));
        whyLess.setWidthFull();
        whyLess.setMaxLength(MAXIMUM_LENGTH);
        whyLess.setRequiredIndicatorVisible(true);
        TextArea conditions = new TextArea(getTranslation("decision.propose.conditions"));
        conditions.setWidthFull();
        conditions.setMaxLength(MAXIMUM_LENGTH);
        RadioButtonGroup<LeftOver> leftOver = new RadioButtonGroup<>(getTranslation("decision.left-over"));
        leftOver.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        leftOver.setItems(LeftOver.values());
        leftOver.setItemLabelGenerator(texts::leftOver);
        leftOver.setHelperText(getTranslation("decision.propose.left-over-explained"));
        leftOver.setValue(prepared.leftOver());
        Button propose = new Button(getTranslation("decision.propose.do"), click -> {
            error.clear();
            try {
                DecisionId made = decisions.propose(
                        id, plan.version(), amounts(), conditions.getValue(), whyLess.getValue(), leftOver.getValue());
                UI.getCurrent().navigate(DecisionNavigation.decision(made));
            } catch (RuntimeException thrown) {
                error.tell(thrown);
                error.getElement().callJsFunction("scrollIntoView");
            }
        });
        if (!against) {
            propose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        add(outcome);
        if (!prepared.conditions().isEmpty()) {
            add(new DefinitionTable()
                    .row(
                            getTranslation("decision.propose.conditions-in-force"),
                            DecisionTexts.conditions(prepared.conditions())));
        }
        add(whyLess, conditions, leftOver, propose, new WhoSeesThis(getTranslation("decision.propose.who-sees")));
        if (plan.stage() == Stage.ADVISED && !against) {
            add(refuse);
        }
        add(firstYear);
        show(plan, prepared);
    }

    private void reckon(InitiativeDossier plan) {
        List<YearAmount> amounts = amounts();
        if (!amounts.isEmpty()) {
            show(plan, decisions.prepare(plan.id(), amounts));
        }
    }

    private void show(InitiativeDossier plan, Preparation prepared) {
        DecisionTexts texts = new DecisionTexts(getLocale());
        List<YearCover> lines = new ArrayList<>();
        for (Cover cover : prepared.covers()) {
            cover.lines().forEach(line -> lines.add(new YearCover(cover.year(), line)));
        }
        whyLess.setVisible(prepared.isPartly());
        boolean opened =
                firstYear.getChildren().anyMatch(part -> part instanceof FirstYearPart shown && shown.isTableOpened());
        firstYear.removeAll();
        firstYear.add(new FirstYearPart(texts, plan, prepared.firstYear()).withTable(opened));
        outcome.removeAll();
        outcome.add(
                new H2(getTranslation("decision.page.cover")),
                texts.cover(lines),
                new H2(getTranslation("decision.page.mandate")),
                texts.mandate(prepared.mandate()));
        if (prepared.missing().isPositive()) {
            outcome.add(Notice.warning(
                    getTranslation("decision.propose.missing", texts.formats().euros(prepared.missing()))));
        }
    }

    /** A year that is left empty or set to nothing is not granted. */
    private List<YearAmount> amounts() {
        List<YearAmount> amounts = new ArrayList<>();
        fields.forEach((year, field) -> {
            Money amount = field.isEmpty() ? Money.ZERO : field.euros();
            if (amount.isNegative()) {
                throw new Refusal("decision.error.amount");
            }
            if (amount.isPositive()) {
                amounts.add(new YearAmount(year, amount));
            }
        });
        return amounts;
    }

    private void refusal(InitiativeDossier plan, @Nullable Advice advice) {
        DecisionTexts texts = new DecisionTexts(getLocale());
        Select<RefusalGround> ground = DecisionFields.ground(texts);
        TextArea reasons = DecisionFields.reasons(texts);
        if (advice != null) {
            advice.findGround().ifPresent(ground::setValue);
        }
        new ConfirmDialog(
                        getTranslation("decision.propose.refusal"),
                        getTranslation("decision.propose.refusal-how"),
                        getTranslation("decision.propose.who-sees"),
                        getTranslation("decision.propose.refusal"),
                        () -> {
                            DecisionId made = decisions.proposeRefusal(
                                    plan.id(), plan.version(), DecisionFields.chosen(ground), reasons.getValue());
                            UI.getCurrent().navigate(DecisionNavigation.decision(made));
                        })
                .with(ground, reasons)
                .open();
    }
}
