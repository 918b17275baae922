package nl.buurtbundel.initiative.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.initiative.Drafts;
import nl.buurtbundel.initiative.InitiativeSummary;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.MyPledge;
import nl.buurtbundel.initiative.OfferSummary;
import nl.buurtbundel.initiative.Offers;
import nl.buurtbundel.initiative.Pledges;
import nl.buurtbundel.initiative.Stage;

/** What the reader takes part in, started and offered. Nobody else sees this page. */
@CdiComponent
@Route(InitiativeNavigation.MINE)
class MineView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Initiatives initiatives;
    private final transient Pledges pledges;
    private final transient Offers offers;
    private final transient Drafts drafts;
    private final transient Access access;

    @Inject
    MineView(Initiatives initiatives, Pledges pledges, Offers offers, Drafts drafts, Access access) {
        this.initiatives = initiatives;
        this.pledges = pledges;
        this.offers = offers;
        this.drafts = drafts;
        this.access = access;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        access.require(Operation.PLEDGE);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("initiative.own-page.title");
    }

    private void show() {
        removeAll();
        add(new H1(getPageTitle()), new WhoSeesThis(getTranslation("initiative.own-page.who-sees")));
        if (drafts.find().isPresent()) {
            add(Notice.info(getTranslation("initiative.own-page.draft"))
                    .with(InitiativeNavigation.link(
                            InitiativeNavigation.start(), getTranslation("initiative.own-page.draft-on"))));
        }
        showPledges();
        showPlans();
        showOffers();
        showCode();
    }

    private void showPledges() {
        add(new H2(getTranslation("initiative.own-page.pledges")));
        List<MyPledge> mine = pledges.listMine();
        if (mine.isEmpty()) {
            add(new EmptyState(
                    getTranslation("initiative.own-page.no-pledges"),
                    getTranslation("initiative.own-page.to-plans"),
                    () -> UI.getCurrent().navigate(InitiativeNavigation.PLANS)));
            return;
        }
        Div cards = cards();
        for (MyPledge pledge : mine) {
            String answer = Messages.word(pledge.answer());
            Div card = new Div(
                    new H3(InitiativeNavigation.link(InitiativeNavigation.plan(pledge.initiative()), pledge.title())),
                    new PlanTexts(getLocale()).badge(pledge.stage()),
                    new Paragraph(getTranslation("initiative.answer." + answer)));
            sayWhyRefused(card, pledge.stage());
            if (pledge.mayComeBackToOwnHelp()) {
                card.add(new Paragraph(getTranslation("initiative.own-page.own-help")));
            }
            card.addClassName("bb-card");
            cards.add(card);
        }
        add(cards);
    }

    private void sayWhyRefused(Div card, Stage stage) {
        if (stage == Stage.REFUSED) {
            card.add(new Paragraph(getTranslation("initiative.own-page.refused")));
        }
    }

    private void showPlans() {
        List<InitiativeSummary> plans = initiatives.listMine();
        if (plans.isEmpty()) {
            return;
        }
        add(new H2(getTranslation("initiative.own-page.plans")));
        Div cards = cards();
        for (InitiativeSummary plan : plans) {
            Div card = new Div(
                    new H3(InitiativeNavigation.link(InitiativeNavigation.plan(plan.id()), plan.title())),
                    new PlanTexts(getLocale()).badge(plan.stage()));
            sayWhyRefused(card, plan.stage());
            new PlanTexts(getLocale())
                    .asked(plan.stage(), plan.dueOn())
                    .ifPresent(asked -> card.add(
                            new Paragraph(asked),
                            InitiativeNavigation.link(
                                    InitiativeNavigation.plan(plan.id()),
                                    getTranslation("initiative.own-page.answer"))));
            card.addClassName("bb-card");
            cards.add(card);
        }
        add(cards);
    }

    private void showOffers() {
        List<OfferSummary> mine = offers.listMine();
        if (mine.isEmpty()) {
            return;
        }
        add(new H2(getTranslation("initiative.own-page.offers")));
        for (OfferSummary offer : mine) {
            Div line = new Div(
                    new Paragraph(OfferDialog.text(offer, getLocale())),
                    new Button(getTranslation("initiative.offer.withdraw"), click -> {
                        offers.withdraw(offer.id(), offer.version());
                        show();
                    }));
            line.addClassName("bb-card");
            add(line);
        }
    }

    /** The second adult of a household says yes here. */
    private void showCode() {
        TextField code = new TextField(getTranslation("initiative.own-page.code"));
        code.setMaxLength(20);
        ErrorNotice error = new ErrorNotice();
        Button yes = new Button(getTranslation("initiative.own-page.code-yes"), click -> {
            try {
                UI.getCurrent().navigate(InitiativeNavigation.plan(pledges.joinWithCode(code.getValue())));
            } catch (RuntimeException e) {
                error.tell(e);
            }
        });
        add(
                new H2(getTranslation("initiative.own-page.code-title")),
                new Paragraph(getTranslation("initiative.own-page.code-explain")),
                error,
                code,
                yes,
                new WhoSeesThis(getTranslation("initiative.join.who-sees")));
    }

    private static Div cards() {
        Div cards = new Div();
        cards.addClassName("bb-cards");
        return cards;
    }
}
