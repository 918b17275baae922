package nl.buurtbundel.outcome.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.assessment.ui.WorkShown;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.ui.InitiativeNavigation;
import nl.buurtbundel.initiative.ui.PlanShown;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.outcome.HelperChanges;
import nl.buurtbundel.outcome.HelperWork;
import nl.buurtbundel.outcome.PlanOutcome;
import nl.buurtbundel.outcome.WaitsForHelp;
import nl.buurtbundel.outcome.WhatWorks;
import org.jspecify.annotations.Nullable;

/** On the page of a plan: asks who takes part whether it works, and tells the team and who decides what they said. */
@ApplicationScoped
class OutcomeOfPlan {
    private final WhatWorks whatWorks;
    private final HelperChanges helperChanges;
    private final Access access;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected OutcomeOfPlan() {
        this(null, null, null);
    }

    @Inject
    OutcomeOfPlan(WhatWorks whatWorks, HelperChanges helperChanges, Access access) {
        this.whatWorks = whatWorks;
        this.helperChanges = helperChanges;
        this.access = access;
    }

    void whenPlanIsShown(@Observes PlanShown shown) {
        InitiativePage plan = shown.plan();
        if (!plan.stage().mayHaveRun() || plan.startedOn() == null) {
            return;
        }
        NeighbourhoodCode here = plan.neighbourhood();
        if (access.may(Operation.PLEDGE, here)) {
            whatWorks
                    .findDue(plan.id())
                    .ifPresent(moment ->
                            shown.ask(new WhatWorksPart(answer -> whatWorks.answer(plan.id(), moment, answer))));
            HelperChanges.Asking asking = helperChanges.findMine(plan.id());
            if (asking.may()) {
                shown.tell(new AnotherHelperPart(helperChanges, plan.id(), asking));
            }
        }
        Locale locale = UI.getCurrent().getLocale();
        if (access.may(Operation.ASSESS, here)) {
            waiting(shown, locale);
        }
        if (access.may(Operation.SEE_DOSSIERS, here)) {
            List<PlanOutcome> outcomes = whatWorks.list(plan.id());
            if (!outcomes.isEmpty()) {
                shown.tell(figures(outcomes, locale));
            }
        }
    }

    void whenWorkIsShown(@Observes WorkShown shown) {
        if (!access.may(Operation.ASSESS)) {
            return;
        }
        Locale locale = UI.getCurrent().getLocale();
        for (HelperWork work : helperChanges.listWork()) {
            shown.tell(Notice.info(Messages.text(locale, "outcome.helper.work", work.asks()))
                    .with(new Anchor(InitiativeNavigation.plan(work.plan()), work.title())));
        }
    }

    private void waiting(PlanShown shown, Locale locale) {
        InitiativeId plan = shown.plan().id();
        List<WaitsForHelp> waiting = helperChanges.list(plan);
        if (waiting.isEmpty()) {
            return;
        }
        Div part = new Div(new H2(Messages.text(locale, "outcome.helper.title")));
        part.addClassName("bb-stack");
        for (WaitsForHelp one : waiting) {
            part.add(line(one, locale));
        }
        part.add(new WhoSeesThis(Messages.text(locale, "outcome.helper.team-who-sees")));
        shown.tell(part);
    }

    private Div line(WaitsForHelp one, Locale locale) {
        Div line = new Div();
        line.addClassName("bb-card");
        Button settled = new Button(Messages.text(locale, "outcome.helper.settle"), click -> {
            helperChanges.settle(one.id(), one.version());
            line.removeAll();
            line.add(Notice.success(Messages.text(locale, "outcome.helper.settled"))
                    .announced()
                    .focused());
        });
        settled.setAriaLabel(Messages.text(locale, "outcome.helper.settle-of", one.who()));
        line.add(
                new Paragraph(Messages.text(
                        locale,
                        "outcome.helper.one",
                        one.who(),
                        Formats.of(locale).date(one.askedOn()))),
                settled);
        return line;
    }

    static Div figures(List<PlanOutcome> outcomes, Locale locale) {
        Div part = new Div(new H2(Messages.text(locale, "outcome.works.told")));
        part.addClassName("bb-stack");
        for (PlanOutcome outcome : outcomes) {
            part.add(new H3(Messages.text(locale, outcome.moment().key())));
            Integer answers = outcome.answers();
            if (answers == null) {
                part.add(new Paragraph(Messages.text(locale, "outcome.works.too-few")));
                continue;
            }
            part.add(new DefinitionTable()
                    .row(Messages.text(locale, "outcome.works.click"), of(outcome.click(), answers, locale))
                    .row(Messages.text(locale, "outcome.works.goal"), of(outcome.goal(), answers, locale))
                    .row(Messages.text(locale, "outcome.works.belief"), of(outcome.belief(), answers, locale))
                    .row(Messages.text(locale, "outcome.works.helped"), households(outcome.helped(), locale))
                    .row(Messages.text(locale, "outcome.works.went-back"), households(outcome.wentBack(), locale)));
        }
        part.add(new WhoSeesThis(Messages.text(locale, "outcome.works.told-who-sees")));
        return part;
    }

    private static String of(int yes, int answers, Locale locale) {
        return Messages.text(locale, "outcome.works.of", yes, answers);
    }

    private static String households(@Nullable Integer number, Locale locale) {
        return number == null
                ? Messages.text(locale, "outcome.works.few")
                : Messages.text(locale, "outcome.works.households", number);
    }
}
