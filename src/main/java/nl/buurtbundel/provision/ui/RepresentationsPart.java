package nl.buurtbundel.provision.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.LocalDate;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DayField;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.provision.AllocationNumber;
import nl.buurtbundel.provision.RepresentationGround;
import nl.buurtbundel.provision.RepresentationSummary;
import nl.buurtbundel.provision.Representations;

/** Who else may see the file of one person, opened when somebody comes with a paper that says so. */
final class RepresentationsPart extends Div {
    private final transient Representations representations;
    private final transient AllocationNumber number;
    private final Formats formats;

    RepresentationsPart(Representations representations, AllocationNumber number) {
        this.representations = representations;
        this.number = number;
        this.formats = Formats.of(getLocale());
        addClassName("bb-stack");
        Button open = new Button(getTranslation("provision.represent.open"), click -> show());
        add(open);
    }

    private void show() {
        removeAll();
        add(
                new H3(getTranslation("provision.represent.title")),
                new Paragraph(getTranslation("provision.represent.what")));
        representations.list(number).forEach(one -> add(card(one)));
        add(
                new Button(getTranslation("provision.represent.add"), click -> start()),
                new WhoSeesThis(getTranslation("provision.represent.who-sees")));
    }

    private Div card(RepresentationSummary one) {
        LocalDate lastDay = one.lastDay();
        String ground = getTranslation(one.ground().key());
        String line = lastDay == null
                ? getTranslation("provision.represent.until-old-enough", ground)
                : getTranslation("provision.represent.until", ground, formats.date(lastDay));
        Button end = new Button(
                getTranslation("provision.represent.end"),
                click -> new ConfirmDialog(
                                getTranslation("provision.represent.end"),
                                getTranslation("provision.represent.end-sure"),
                                getTranslation("provision.represent.who-sees"),
                                getTranslation("provision.represent.end"),
                                () -> {
                                    representations.end(number, one.id());
                                    show();
                                })
                        .open());
        end.setAriaLabel(getTranslation("provision.represent.end-which", ground));
        Div card = new Div(new Paragraph(line), end);
        if (!one.opened()) {
            card.addComponentAtIndex(1, new Paragraph(getTranslation("provision.represent.waits")));
        }
        card.addClassName("bb-card");
        return card;
    }

    private void start() {
        RadioButtonGroup<RepresentationGround> ground = new RadioButtonGroup<>();
        ground.setLabel(getTranslation("provision.represent.ground"));
        ground.setItems(RepresentationGround.values());
        ground.setItemLabelGenerator(one -> getTranslation(one.key()));
        DatePicker lastDay = new DayField(getTranslation("provision.represent.last-day"));
        lastDay.setHelperText(getTranslation("provision.represent.last-day-help"));
        new ConfirmDialog(
                        getTranslation("provision.represent.add"),
                        getTranslation("provision.represent.add-what"),
                        getTranslation("provision.represent.who-sees"),
                        getTranslation("provision.represent.make-code"),
                        () -> tell(representations.record(number, Required.in(ground), lastDay.getValue())))
                .with(ground, lastDay)
                .open();
    }

    private void tell(String code) {
        show();
        Span shown = new Span(code);
        shown.addClassName("bb-key-figure-value");
        addComponentAtIndex(
                1,
                Notice.info(getTranslation("provision.represent.code"))
                        .with(shown)
                        .announced());
    }
}
