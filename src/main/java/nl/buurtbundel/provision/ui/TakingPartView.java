package nl.buurtbundel.provision.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.Validity;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.Participant;
import nl.buurtbundel.provision.Representations;
import nl.buurtbundel.provision.TakingPart;

/** Mark that somebody does not take part: one allocation at a time, by its number. There is nothing to browse. */
@CdiComponent
@Route(ProvisionNavigation.TAKING_PART)
class TakingPartView extends Div implements HasDynamicTitle {
    private final transient TakingPart takingPart;
    private final transient Representations representations;
    private final Select<Law> law = new Select<>();
    private final TextField number = new TextField();
    private final ErrorNotice error = new ErrorNotice();
    private final Div found = new Div();

    @Inject
    TakingPartView(TakingPart takingPart, Representations representations, Access access) {
        access.require(Operation.MARK_DOES_NOT_TAKE_PART);
        this.takingPart = takingPart;
        this.representations = representations;
        addClassNames("bb-page", "bb-stack");
        found.addClassName("bb-stack");
        law.setLabel(getTranslation("provision.repairs.law"));
        law.setItems(Law.values());
        law.setItemLabelGenerator(one -> one == null ? "" : one.lawName());
        law.setValue(Law.WMO);
        number.setLabel(getTranslation("provision.part.number"));
        number.setMaxLength(20);
        Button open = new Button(getTranslation("provision.part.open"), click -> open());
        open.addClickShortcut(Key.ENTER).listenOn(number);
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new H1(getPageTitle()),
                new Paragraph(getTranslation("provision.part.what")),
                error,
                law,
                number,
                open,
                new WhoSeesThis(getTranslation("provision.part.who-sees-look")),
                found);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("provision.part.title");
    }

    private void open() {
        error.clear();
        found.removeAll();
        List<Participant> participants =
                takingPart.list(law.getValue(), number.getValue().trim());
        if (participants.isEmpty()) {
            error.show(getTranslation("provision.part.none"));
        }
        participants.forEach(one -> found.add(card(one)));
    }

    private Component card(Participant one) {
        Div card = new Div();
        card.addClassName("bb-stack");
        show(card, one);
        return card;
    }

    private void show(Div card, Participant one) {
        card.removeAll();
        Button mark = new Button(
                getTranslation(one.takesPart() ? "provision.part.mark" : "provision.part.unmark"),
                click -> mark(card, one));
        mark.setDisableOnClick(true);
        card.add(
                new H2(getTranslation("provision.part.of", one.number().value())),
                new DefinitionTable()
                        .row(
                                getTranslation("provision.needs.need"),
                                getTranslation(one.need().key()))
                        .row(getTranslation("provision.needs.valid"), Validity.words(getLocale(), one.period())),
                state(one),
                mark,
                new WhoSeesThis(getTranslation("provision.part.who-sees-mark")),
                new RepresentationsPart(representations, one.number()));
    }

    private Notice state(Participant one) {
        Notice notice = one.takesPart()
                ? Notice.info(getTranslation("provision.part.takes-part"))
                : Notice.warning(getTranslation("provision.part.takes-no-part"));
        return notice.announced();
    }

    private void mark(Div card, Participant one) {
        error.clear();
        try {
            show(card, takingPart.mark(one.number(), !one.takesPart(), one.version()));
        } catch (RuntimeException thrown) {
            error.tell(thrown);
        }
    }
}
