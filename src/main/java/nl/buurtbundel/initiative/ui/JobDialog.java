package nl.buurtbundel.initiative.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.ActionDialog;
import nl.buurtbundel.foundation.ui.DayField;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.initiative.NewJob;

/** Asks what a neighbour needs to know to say yes to paid work. */
class JobDialog extends ActionDialog {
    private final TextField work = new TextField();
    private final TextField employer = new TextField();
    private final IntegerField places = new IntegerField();
    private final IntegerField hours = new IntegerField();
    private final DecimalField wage = new DecimalField();
    private final TextField diploma = new TextField();
    private final DatePicker starts = new DayField();
    private final SerializableConsumer<NewJob> add;

    JobDialog(SerializableConsumer<NewJob> add) {
        super(
                Messages.text(UI.getCurrent().getLocale(), "initiative.jobs.add"),
                Messages.text(UI.getCurrent().getLocale(), "initiative.jobs.add"));
        this.add = add;
        name(work, "work");
        name(employer, "employer");
        name(places, "places");
        name(hours, "hours");
        name(wage, "wage-field");
        name(diploma, "diploma-field");
        name(starts, "starts");
        wage.setPrefixComponent(new Span("\u20ac"));
        places.setValue(1);
        work.setWidthFull();
        employer.setWidthFull();
        diploma.setWidthFull();
        addFields(work, employer, places, hours, wage, diploma, starts);
        addText(new WhoSeesThis(getTranslation("initiative.jobs.who-sees")));
    }

    private <F extends Component & HasLabel> void name(F field, String key) {
        field.setLabel(getTranslation("initiative.jobs." + key));
    }

    @Override
    protected void act() {
        add.accept(new NewJob(
                Required.in(work),
                Required.in(employer),
                Required.number(places),
                Required.number(hours),
                wage.eurosAboveZero(),
                diploma.getValue(),
                Required.in(starts)));
    }
}
