package nl.buurtbundel.initiative.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.OwnPlanSummary;
import nl.buurtbundel.initiative.OwnPlans;

/** What the own circle agreed on by itself, as far as it shows that, and what the municipality promised in return. */
final class OwnPlanPart extends Div {
    private final transient OwnPlans ownPlans;
    private final SerializableRunnable whenDone;
    private final boolean handsOver;
    private final boolean promises;
    private final Formats formats;

    /** For who began the plan, or for the team. */
    OwnPlanPart(OwnPlans ownPlans, InitiativePage page, SerializableRunnable whenDone) {
        this.ownPlans = ownPlans;
        this.whenDone = whenDone;
        this.handsOver = page.mine() && page.stage().allowsPlanChange();
        this.promises = !page.mine() && !page.stage().isEnded();
        this.formats = Formats.of(getLocale());
        addClassName("bb-stack");
        List<OwnPlanSummary> all = ownPlans.list(page.id());
        if (all.isEmpty() && !handsOver) {
            setVisible(false);
            return;
        }
        add(new H2(getTranslation("initiative.own-plan.title")));
        all.forEach(one -> add(card(one)));
        if (handsOver) {
            if (all.isEmpty()) {
                add(new Paragraph(getTranslation("initiative.own-plan.how")), room(getLocale()));
            }
            add(new Button(
                    getTranslation("initiative.own-plan.hand-over"),
                    click -> new HandOverDialog(words -> {
                                ownPlans.handOver(page.id(), words);
                                whenDone.run();
                            })
                            .open()));
        }
    }

    /** To the private room, in a tab of its own: what was typed here stays. */
    static Anchor room(Locale locale) {
        Anchor room =
                new Anchor(InitiativeNavigation.ownPlan(locale), Messages.text(locale, "initiative.own-plan.room"));
        room.setRouterIgnore(true);
        room.setTarget(AnchorTarget.BLANK);
        return room;
    }

    private Component card(OwnPlanSummary one) {
        Paragraph words = new Paragraph(one.words());
        words.addClassName("bb-as-typed");
        Div card = new Div(
                new Paragraph(getTranslation("initiative.own-plan.handed-over", formats.date(one.handedOverOn()))),
                words);
        card.addClassNames("bb-card", "bb-stack");
        String promise = one.promise();
        LocalDate byDay = one.promisedByDay();
        if (promise != null && byDay != null) {
            card.add(new Paragraph(getTranslation("initiative.own-plan.promised", formats.date(byDay), promise)));
            return card;
        }
        card.add(new Paragraph(getTranslation("initiative.own-plan.no-promise")));
        if (handsOver) {
            card.add(takeBack(one));
        } else if (promises) {
            card.add(promise(one));
        }
        return card;
    }

    private Button promise(OwnPlanSummary one) {
        return new Button(
                getTranslation("initiative.own-plan.promise"),
                click -> new PromiseDialog((what, byDay) -> {
                            ownPlans.promise(one.id(), one.version(), what, byDay);
                            whenDone.run();
                        })
                        .open());
    }

    private Button takeBack(OwnPlanSummary one) {
        Button back = new Button(
                getTranslation("initiative.own-plan.take-back"),
                click -> new ConfirmDialog(
                                getTranslation("initiative.own-plan.take-back"),
                                getTranslation("initiative.own-plan.take-back-sure"),
                                getTranslation("initiative.own-plan.who-sees"),
                                getTranslation("initiative.own-plan.take-back"),
                                () -> {
                                    ownPlans.takeBack(one.id(), one.version());
                                    whenDone.run();
                                })
                        .open());
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return back;
    }
}
