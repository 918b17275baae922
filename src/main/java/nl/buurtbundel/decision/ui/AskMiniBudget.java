package nl.buurtbundel.decision.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Locale;
import nl.buurtbundel.decision.CaseText;
import nl.buurtbundel.decision.MiniBudgetTerms;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.ActionDialog;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.foundation.ui.FieldRefusal;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.money.Money;

/** Asks the colleagues for a small amount, at the kitchen table: what is needed, how much, and which household. */
final class AskMiniBudget extends ActionDialog {
    private final Locale locale;
    private final transient SerializableConsumer<Asked> ask;
    private final TextField need;
    private final DecimalField amount;
    private final TextField address;
    private final Div nameSeen = new Div();

    /** What was filled in. */
    record Asked(String need, Money amount, String address) {}

    AskMiniBudget(Locale locale, MiniBudgetTerms terms, SerializableConsumer<Asked> ask) {
        super(
                Messages.text(locale, "decision.mini.ask"),
                Messages.text(locale, "decision.mini.ask-do", terms.colleagues()));
        this.locale = locale;
        this.ask = ask;
        need = new TextField(text("decision.mini.need"));
        need.setMaxLength(CaseText.LONGEST);
        need.setHelperText(text("decision.mini.need-help"));
        need.setValueChangeMode(ValueChangeMode.ON_BLUR);
        need.addValueChangeListener(change -> pointOutName(change.getValue()));
        need.setWidthFull();
        nameSeen.getElement().setAttribute("aria-live", "polite");
        amount = new DecimalField(text("decision.mini.amount"));
        amount.setPrefixComponent(new Span("€"));
        amount.setHelperText(
                text("decision.mini.amount-help", Formats.of(locale).wholeEuros(terms.limit())));
        address = new TextField(text("decision.mini.address"));
        address.setHelperText(text("decision.mini.address-help"));
        address.getElement().setAttribute("autocomplete", "off");
        address.setMaxLength(20);
        addFields(need, nameSeen, amount, address);
        addText(new WhoSeesThis(text("decision.mini.ask-who-sees")));
    }

    private void pointOutName(String words) {
        nameSeen.removeAll();
        CaseText.findName(words).ifPresent(name -> nameSeen.add(Notice.warning(text("decision.mini.name-seen", name))));
    }

    @Override
    protected void act() {
        String words = Required.in(need);
        Money asked = amount.eurosAboveZero();
        String place = Required.in(address);
        try {
            ask.accept(new Asked(words, asked, place));
        } catch (RuntimeException thrown) {
            RuntimeException cause = Refusal.unwrapped(thrown);
            if (cause instanceof Refusal refusal) {
                throw at(refusal);
            }
            throw thrown;
        }
    }

    private Refusal at(Refusal refusal) {
        return switch (refusal.code()) {
            case "decision.error.mini-says-who", "decision.error.mini-too-long" -> FieldRefusal.at(need, refusal);
            case "decision.error.mini-above-limit" -> FieldRefusal.at(amount, refusal);
            case "decision.error.mini-address", "decision.error.mini-address-elsewhere" ->
                FieldRefusal.at(address, refusal);
            default -> refusal;
        };
    }

    private String text(String key, Object... parameters) {
        return Messages.text(locale, key, parameters);
    }
}
