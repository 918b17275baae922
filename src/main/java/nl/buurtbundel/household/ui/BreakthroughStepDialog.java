package nl.buurtbundel.household.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.ActionDialog;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.household.BreakthroughStep;
import nl.buurtbundel.household.CostBearer;
import nl.buurtbundel.household.StepKind;
import nl.buurtbundel.money.Money;

/** Asks what would be done otherwise, and which help is not needed any more then. */
final class BreakthroughStepDialog extends ActionDialog {
    private static final int HALF_A_YEAR = 6;

    private final TextField name = new TextField();
    private final Select<CostBearer> bearer = new Select<>();
    private final DecimalField once = new DecimalField();
    private final DecimalField aYear = new DecimalField();
    private final CheckboxGroup<String> ends = new CheckboxGroup<>();
    private final IntegerField months = new IntegerField();
    private final StepKind kind;
    private final SerializableConsumer<BreakthroughStep> add;

    /** @param running names of the help that runs now */
    BreakthroughStepDialog(StepKind kind, List<String> running, SerializableConsumer<BreakthroughStep> add) {
        super(
                Messages.text(UI.getCurrent().getLocale(), kind.key()),
                Messages.text(UI.getCurrent().getLocale(), "household.breakthrough.add"));
        this.kind = kind;
        this.add = add;
        addText(new Paragraph(getTranslation(kind.key() + ".what")));
        name.setLabel(getTranslation("household.breakthrough.step-name"));
        name.setWidthFull();
        if (kind != StepKind.OTHER) {
            name.setValue(getTranslation(kind.key()));
        }
        bearer.setLabel(getTranslation("household.breakthrough.bearer"));
        bearer.setItems(CostBearer.values());
        bearer.setItemLabelGenerator(one -> one == null ? "" : getTranslation(one.key()));
        bearer.setValue(CostBearer.MUNICIPALITY);
        once.setLabel(getTranslation("household.breakthrough.once"));
        once.setPrefixComponent(new Span("€"));
        aYear.setLabel(getTranslation("household.breakthrough.each-year"));
        aYear.setPrefixComponent(new Span("€"));
        ends.setLabel(getTranslation("household.breakthrough.ends"));
        ends.setItems(running);
        ends.setVisible(!running.isEmpty());
        months.setLabel(getTranslation("household.breakthrough.after-months"));
        months.setValue(HALF_A_YEAR);
        addFields(name, bearer, once, aYear, ends, months);
    }

    @Override
    protected void act() {
        add.accept(new BreakthroughStep(
                Required.in(name),
                kind,
                Required.in(bearer),
                once.findEuros().orElse(Money.ZERO),
                aYear.findEuros().orElse(Money.ZERO),
                List.copyOf(ends.getValue()),
                Required.number(months)));
    }
}
