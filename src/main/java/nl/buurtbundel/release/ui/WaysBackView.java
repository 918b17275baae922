package nl.buurtbundel.release.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.initiative.ui.PlanTexts;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.provision.AllocationNumber;
import nl.buurtbundel.release.TeamWayBack;
import nl.buurtbundel.release.WayBackStep;
import nl.buurtbundel.release.WayBackView;
import nl.buurtbundel.release.WaysBack;

/** Who wants their own help back, the first due first, and the next step for each. Why is asked of nobody. */
@CdiComponent
@Route(ReleaseNavigation.WAYS_BACK)
class WaysBackView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient WaysBack waysBack;
    private final transient Neighbourhoods neighbourhoods;
    private final transient Access access;
    private final ErrorNotice error = new ErrorNotice();

    @Inject
    WaysBackView(WaysBack waysBack, Neighbourhoods neighbourhoods, Access access) {
        this.waysBack = waysBack;
        this.neighbourhoods = neighbourhoods;
        this.access = access;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("release.back.title");
    }

    private void show() {
        removeAll();
        error.clear();
        add(
                new H1(getPageTitle()),
                new Paragraph(getTranslation("release.back.what")),
                new WhoSeesThis(getTranslation("release.back.who-sees")),
                error);
        boolean any = false;
        for (NeighbourhoodCode code : access.require(Operation.RELEASE).neighbourhoods().stream()
                .sorted()
                .toList()) {
            List<TeamWayBack> ways = waysBack.list(code);
            if (!ways.isEmpty()) {
                any = true;
                Div cards = new Div();
                cards.addClassName("bb-cards");
                ways.forEach(one -> cards.add(card(one)));
                add(new H2(neighbourhoods.read(code).name()), cards);
            }
        }
        if (!any) {
            add(new EmptyState(getTranslation("release.back.none")));
        }
    }

    private Component card(TeamWayBack one) {
        WayBackView way = one.way();
        Formats formats = Formats.of(getLocale());
        Div card = new Div();
        card.addClassNames("bb-card", "bb-stack");
        card.add(new H3(getTranslation(
                "release.back.who",
                one.allocations().stream().map(AllocationNumber::value).collect(Collectors.joining(", ")))));
        String due = formats.date(way.dueOn());
        if (way.late()) {
            card.add(Notice.warning(getTranslation("release.back.late", due)));
        }
        card.add(new DefinitionTable()
                .row(
                        getTranslation("release.back.due"),
                        way.late() ? due : getTranslation("release.back.days-left", due, way.workingDaysLeft()))
                .row(
                        getTranslation("release.back.state"),
                        getTranslation(
                                way.planEnded() && way.step() == WayBackStep.ASKED
                                        ? "release.back.is.plan-ended"
                                        : stepKey("release.back.is.", way.step())))
                .row(getTranslation("release.back.bridge"), new PlanTexts(getLocale()).bridge(way.bridge()))
                .row(
                        getTranslation("release.back.provider"),
                        getTranslation(
                                way.sameProvider() ? "release.back.provider-same" : "release.back.provider-other"))
                .row(getTranslation("release.back.plan"), one.plan())
                .row(
                        getTranslation(way.planEnded() ? "release.back.plan-ended" : "release.back.asked"),
                        formats.date(way.askedOn())));
        card.add(steps(one));
        return card;
    }

    private Div steps(TeamWayBack one) {
        WayBackView way = one.way();
        Div buttons = new Div();
        buttons.addClassName("bb-cluster");
        way.step().next().ifPresent(next -> {
            Button first = next == WayBackStep.BACK && !one.allocatedAgain() ? askBack(way) : take(way, next);
            first.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            buttons.add(first);
        });
        if (way.step() == WayBackStep.ASKED) {
            buttons.add(take(way, WayBackStep.ALLOCATED));
        }
        return buttons;
    }

    /** Nothing came in that says that the help is there, and afterwards nobody is reminded any more: asked once. */
    private Button askBack(WayBackView way) {
        String name = getTranslation(stepKey("release.back.take.", WayBackStep.BACK));
        return new Button(
                name,
                click -> new ConfirmDialog(
                                name,
                                getTranslation("release.back.not-allocated"),
                                getTranslation("release.back.done-who-sees"),
                                getTranslation("release.back.sure"),
                                () -> {
                                    waysBack.take(way.id(), way.version(), WayBackStep.BACK);
                                    show();
                                })
                        .open());
    }

    private Button take(WayBackView way, WayBackStep step) {
        Button button = new Button(getTranslation(stepKey("release.back.take.", step)), click -> {
            try {
                waysBack.take(way.id(), way.version(), step);
                show();
            } catch (RuntimeException thrown) {
                if (Refusal.unwrapped(thrown) instanceof Refusal refusal) {
                    show();
                    error.show(refusal.text(getLocale()));
                } else {
                    throw thrown;
                }
            }
        });
        button.setDisableOnClick(true);
        return button;
    }

    private static String stepKey(String start, WayBackStep step) {
        return start + step.name().toLowerCase(java.util.Locale.ROOT);
    }
}
