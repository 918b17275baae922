package nl.buurtbundel.household.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.ActionDialog;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.household.AmountSource;
import nl.buurtbundel.household.CostBearer;
import nl.buurtbundel.household.RunningHelp;

/** Asks for help that is not in the file of the municipality. */
final class RunningHelpDialog extends ActionDialog {
    private final TextField name = new TextField();
    private final Select<CostBearer> bearer = new Select<>();
    private final DecimalField aYear = new DecimalField();
    private final IntegerField visits = new IntegerField();
    private final int year;
    private final SerializableConsumer<RunningHelp> add;

    /** @param year of whose prices the amount is */
    RunningHelpDialog(int year, SerializableConsumer<RunningHelp> add) {
        super(
                Messages.text(UI.getCurrent().getLocale(), "household.breakthrough.add-help"),
                Messages.text(UI.getCurrent().getLocale(), "household.breakthrough.add"));
        this.year = year;
        this.add = add;
        name.setLabel(getTranslation("household.breakthrough.help-name"));
        name.setWidthFull();
        bearer.setLabel(getTranslation("household.breakthrough.bearer"));
        bearer.setItems(CostBearer.values());
        bearer.setItemLabelGenerator(one -> one == null ? "" : getTranslation(one.key()));
        bearer.setValue(CostBearer.MUNICIPALITY);
        aYear.setLabel(getTranslation("household.breakthrough.a-year-if-known"));
        aYear.setPrefixComponent(new Span("€"));
        visits.setLabel(getTranslation("household.breakthrough.visits"));
        visits.setValue(0);
        addFields(name, bearer, aYear, visits);
    }

    @Override
    protected void act() {
        add.accept(new RunningHelp(
                Required.in(name),
                Required.in(bearer),
                aYear.findEuros().orElse(null),
                Required.number(visits),
                AmountSource.OWN,
                year));
    }
}
