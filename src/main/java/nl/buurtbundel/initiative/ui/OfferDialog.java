package nl.buurtbundel.initiative.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Locale;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.ActionDialog;
import nl.buurtbundel.foundation.ui.IfGiven;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.initiative.NewOffer;
import nl.buurtbundel.initiative.OfferKind;
import nl.buurtbundel.initiative.OfferSummary;

/** What I can do for this plan. Stays open with what was typed when a rule says no. */
class OfferDialog extends ActionDialog {
    private final RadioButtonGroup<OfferKind> kind = new RadioButtonGroup<>();
    private final TextArea description = new TextArea();
    private final IntegerField hours = new IntegerField();
    private final Checkbox paid = new Checkbox();
    private final SerializableConsumer<NewOffer> offer;

    OfferDialog(SerializableConsumer<NewOffer> offer) {
        super(
                Messages.text(UI.getCurrent().getLocale(), "initiative.offer.title"),
                Messages.text(UI.getCurrent().getLocale(), "initiative.offer.send"));
        this.offer = offer;
        kind.setLabel(getTranslation("initiative.offer.kind"));
        kind.setItems(OfferKind.values());
        kind.setItemLabelGenerator(value -> getTranslation(key(value)));
        kind.setValue(OfferKind.HOURS);
        description.setLabel(getTranslation("initiative.offer.description"));
        description.setWidthFull();
        hours.setLabel(getTranslation("initiative.offer.hours-a-week"));
        paid.setLabel(getTranslation("initiative.offer.paid"));
        paid.setHelperText(getTranslation("initiative.offer.paid-help"));
        Anchor purse = new Anchor(InitiativeNavigation.purse(getLocale()), getTranslation("initiative.offer.purse"));
        purse.setRouterIgnore(true);
        // what was typed here stays
        purse.setTarget(AnchorTarget.BLANK);
        addFields(kind, description, hours, paid);
        addText(purse, new WhoSeesThis(getTranslation("initiative.offer.who-sees")));
    }

    static String text(OfferSummary offer, Locale locale) {
        String words = Messages.text(
                locale,
                "initiative.offer.line",
                offer.name(),
                Messages.text(locale, key(offer.kind())),
                offer.description());
        Integer aWeek = offer.hoursAWeek();
        String withHours =
                aWeek == null ? words : words + " " + Messages.text(locale, "initiative.offer.line-hours", aWeek);
        return offer.paid() ? withHours + " " + Messages.text(locale, "initiative.offer.line-paid") : withHours;
    }

    @Override
    protected void act() {
        offer.accept(new NewOffer(kind.getValue(), description.getValue(), IfGiven.number(hours), paid.getValue()));
    }

    private static String key(OfferKind kind) {
        return "initiative.offer." + kind.name().toLowerCase(Locale.ROOT);
    }
}
