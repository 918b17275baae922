package nl.buurtbundel.initiative.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Joined;
import nl.buurtbundel.initiative.Pledges;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.initiative.WhatHelps;
import org.jspecify.annotations.Nullable;

/** Yes, we take part: what you get, who says yes, done. */
@CdiComponent
@Route(InitiativeNavigation.PLAN + "/meedoen")
class JoinView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    /** The screens of joining, in order. */
    enum Screen {
        WHAT,
        WHO,
        DONE
    }

    private final transient Initiatives initiatives;
    private final transient Pledges pledges;
    private final transient WhatHelps whatHelps;
    private final transient Access access;
    private final ErrorNotice error = new ErrorNotice();

    @Inject
    JoinView(Initiatives initiatives, Pledges pledges, WhatHelps whatHelps, Access access) {
        this.initiatives = initiatives;
        this.pledges = pledges;
        this.whatHelps = whatHelps;
        this.access = access;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        InitiativePage page = initiatives.read(PlanPage.id(event));
        access.require(Operation.PLEDGE, page.neighbourhood());
        if (!page.stage().takesPledges() || pledges.findMine(page.id()).isPresent()) {
            event.forwardTo(InitiativeNavigation.plan(page.id()));
            return;
        }
        show(Screen.WHAT, page, null);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("initiative.join.title");
    }

    private void show(Screen screen, InitiativePage page, @Nullable Joined joined) {
        removeAll();
        error.clear();
        add(error, screen(screen, page, joined));
    }

    Component screen(Screen screen, InitiativePage page, @Nullable Joined joined) {
        Div shown = switch (screen) {
            case WHAT -> what(page);
            case WHO -> who(page);
            case DONE -> done(page, joined);
        };
        shown.addClassName("bb-stack");
        return shown;
    }

    private Div what(InitiativePage page) {
        Button on = new Button(getTranslation("initiative.join.on"), click -> show(Screen.WHO, page, null));
        on.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new Div(
                new H1(page.plan().title()),
                new PlanTexts(getLocale()).promises(page),
                Notice.info(getTranslation(
                        page.stage() == Stage.RUNNING
                                ? "initiative.join.own-help-running"
                                : "initiative.join.own-help")),
                on,
                notNow(page));
    }

    private Div who(InitiativePage page) {
        RadioButtonGroup<Integer> adults = new RadioButtonGroup<>(getTranslation("initiative.join.adults"));
        adults.setItems(1, 2);
        adults.setItemLabelGenerator(
                number -> getTranslation(number == 1 ? "initiative.join.one-adult" : "initiative.join.two-adults"));
        adults.setValue(1);
        Button yes = new Button(getTranslation("initiative.join.yes"));
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        yes.setDisableOnClick(true);
        yes.addClickListener(click -> {
            try {
                show(Screen.DONE, page, pledges.join(page.id(), page.planVersion(), adults.getValue()));
            } catch (RuntimeException e) {
                error.tell(e);
                yes.setEnabled(true);
            }
        });
        return new Div(
                new H1(getTranslation("initiative.join.who")),
                adults,
                new Paragraph(new PlanTexts(getLocale()).leaving(page)),
                yes,
                new WhoSeesThis(getTranslation("initiative.join.who-sees")),
                notNow(page));
    }

    private Div done(InitiativePage page, @Nullable Joined joined) {
        Div done = new Div(new H1(getTranslation("initiative.join.done")));
        @Nullable String code = joined == null ? null : joined.codeForOtherAdult();
        if (code == null) {
            done.add(Notice.success(getTranslation("initiative.join.you-take-part"))
                    .announced());
        } else {
            Span shown = new Span(code);
            shown.addClassName("bb-key-figure-value");
            done.add(
                    Notice.info(getTranslation("initiative.join.other-adult")).announced(),
                    shown,
                    new Paragraph(getTranslation("initiative.join.code-how")));
        }
        if (joined != null) {
            done.add(new WhatHelpsPart(whatHelps, joined.pledge()));
        }
        done.add(InitiativeNavigation.link(
                InitiativeNavigation.plan(page.id()), getTranslation("initiative.join.to-plan")));
        return done;
    }

    private Component notNow(InitiativePage page) {
        return InitiativeNavigation.link(
                InitiativeNavigation.plan(page.id()), getTranslation("initiative.join.not-now"));
    }
}
