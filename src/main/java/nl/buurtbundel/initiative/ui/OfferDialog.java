package nl.buurtbundel.initiative.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Locale;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.UnsavedChanges;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.initiative.NewOffer;
import nl.buurtbundel.initiative.OfferKind;
import nl.buurtbundel.initiative.OfferSummary;

/** What I can do for this plan. Stays open with what was typed when a rule says no. */
class OfferDialog extends Dialog {
    private final RadioButtonGroup<OfferKind> kind = new RadioButtonGroup<>();
    private final TextArea description = new TextArea();
    private final IntegerField hours = new IntegerField();
    private final Checkbox paid = new Checkbox();
    private final ErrorNotice error = new ErrorNotice();

    OfferDialog(SerializableConsumer<NewOffer> offer) {
        setHeaderTitle(getTranslation("initiative.offer.title"));
        kind.setLabel(getTranslation("initiative.offer.kind"));
        kind.setItems(OfferKind.values());
        kind.setItemLabelGenerator(value -> getTranslation(key(value)));
        kind.setValue(OfferKind.HOURS);
        description.setLabel(getTranslation("initiative.offer.description"));
        description.setWidthFull();
        hours.setLabel(getTranslation("initiative.offer.hours-a-week"));
        paid.setLabel(getTranslation("initiative.offer.paid"));
        paid.setHelperText(getTranslation("initiative.offer.paid-help"));
        Div content = new Div(
                error, kind, description, hours, paid, new WhoSeesThis(getTranslation("initiative.offer.who-sees")));
        content.addClassName("bb-stack");
        add(content);
        new UnsavedChanges().watch(content, content);
        setCloseOnOutsideClick(false);
        Button send = new Button(getTranslation("initiative.offer.send"), click -> send(offer));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("initiative.offer.cancel"), click -> close()), send);
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

    private void send(SerializableConsumer<NewOffer> offer) {
        try {
            offer.accept(new NewOffer(kind.getValue(), description.getValue(), hours.getValue(), paid.getValue()));
            close();
        } catch (RuntimeException e) {
            error.show(NewPlanView.refusal(e).text(getLocale()));
        }
    }

    private static String key(OfferKind kind) {
        return "initiative.offer." + kind.name().toLowerCase(Locale.ROOT);
    }
}
