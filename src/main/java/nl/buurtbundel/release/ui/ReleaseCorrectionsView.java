package nl.buurtbundel.release.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.ledger.ui.LedgerNavigation;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.release.ReleaseCorrections;
import nl.buurtbundel.release.ReleaseToCorrect;

/** What stands in the budget and did not come free after all, and who does what about it. */
@CdiComponent
@Route(ReleaseNavigation.CORRECTIONS)
class ReleaseCorrectionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient ReleaseCorrections corrections;
    private final transient Neighbourhoods neighbourhoods;
    private final transient Access access;

    @Inject
    ReleaseCorrectionsView(ReleaseCorrections corrections, Neighbourhoods neighbourhoods, Access access) {
        this.corrections = corrections;
        this.neighbourhoods = neighbourhoods;
        this.access = access;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("release.correct.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<ReleaseToCorrect> found = corrections.list();
        removeAll();
        add(
                new H1(getPageTitle()),
                new Paragraph(getTranslation("release.correct.what")),
                new WhoSeesThis(getTranslation("release.correct.who-sees")));
        if (found.isEmpty()) {
            add(new EmptyState(getTranslation("release.correct.none")));
            return;
        }
        boolean books = access.may(Operation.POST_CORRECTION);
        Div cards = new Div();
        cards.addClassName("bb-cards");
        found.forEach(one -> cards.add(card(one, books)));
        add(cards);
    }

    private Component card(ReleaseToCorrect one, boolean books) {
        Formats formats = Formats.of(getLocale());
        Div card = new Div();
        card.addClassNames("bb-card", "bb-stack");
        card.add(
                new H2(getTranslation("release.correct.too-much", formats.euros(one.tooMuch()))),
                new DefinitionTable()
                        .row(getTranslation("release.back.plan"), one.plan())
                        .row(
                                getTranslation("release.correct.neighbourhood"),
                                neighbourhoods.read(one.neighbourhood()).name())
                        .row(
                                getTranslation("release.correct.year"),
                                Integer.toString(one.year().year()))
                        .row(getTranslation("release.correct.posted"), formats.euros(one.posted()))
                        .row(getTranslation("release.correct.came-free"), formats.euros(one.cameFree()))
                        .row(getTranslation("release.correct.since"), formats.date(one.notedOn())),
                Notice.info(getTranslation(books ? "release.correct.do" : "release.correct.others-do")));
        for (ReleaseToCorrect.Booking booking : one.bookings()) {
            String words = getTranslation(
                    "release.correct.booking", formats.count(booking.number()), formats.euros(booking.amount()));
            card.add(books ? new Anchor(LedgerNavigation.account(booking.account()), words) : new Paragraph(words));
        }
        return card;
    }
}
