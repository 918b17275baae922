package nl.buurtbundel.provision.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.ActionDialog;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.foundation.ui.FieldRefusal;
import nl.buurtbundel.foundation.ui.Validity;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodSummary;
import nl.buurtbundel.provision.Price;
import nl.buurtbundel.provision.RepairItem;
import nl.buurtbundel.provision.Repairs;
import nl.buurtbundel.provision.Unit;
import nl.buurtbundel.provision.UnknownReason;

/** Mends one thing at a time: where it is, or what it costs. What was typed stays when it does not work. */
final class RepairDialog extends ActionDialog {
    private static final int DIGITS_OF_A_POSTCODE = 4;

    private final transient Repairs repairs;
    private final transient RepairItem item;
    private final SerializableConsumer<String> afterwards;
    private final ComboBox<NeighbourhoodSummary> place = new ComboBox<>();
    private final RadioButtonGroup<Boolean> byTariff = new RadioButtonGroup<>();
    private final Select<Unit> unit = new Select<>();
    private final DecimalField amount = new DecimalField();

    RepairDialog(
            Repairs repairs,
            RepairItem item,
            List<NeighbourhoodSummary> places,
            SerializableConsumer<String> afterwards) {
        super(
                Messages.text(
                        UI.getCurrent().getLocale(),
                        "provision.repairs.repair-number",
                        item.number().value()),
                Messages.text(UI.getCurrent().getLocale(), "provision.repairs.save"));
        this.repairs = repairs;
        this.item = item;
        this.afterwards = afterwards;
        UnknownReason unknown = item.place() != null ? item.place() : item.cost();
        if (unknown != null) {
            addText(new Paragraph(getTranslation(unknown.key())));
        }
        addText(new Paragraph(getTranslation(
                "provision.repairs.which",
                getTranslation(item.need().key()),
                Validity.words(getLocale(), item.period()))));
        String postcode = item.postcode();
        if (postcode != null) {
            addText(new Paragraph(getTranslation("provision.repairs.postcode", spaced(postcode))));
        }
        if (item.place() != null) {
            addPlace(places);
        } else {
            addCost();
        }
    }

    /** As it is written on an envelope. */
    static String spaced(String postcode) {
        return postcode.substring(0, DIGITS_OF_A_POSTCODE) + " " + postcode.substring(DIGITS_OF_A_POSTCODE);
    }

    private void addPlace(List<NeighbourhoodSummary> places) {
        place.setLabel(getTranslation("provision.repairs.neighbourhood"));
        place.setItems(places);
        place.setItemLabelGenerator(NeighbourhoodSummary::name);
        place.setWidthFull();
        addFields(place);
    }

    private void addCost() {
        boolean hasProduct = item.provider() != null && item.category() != null;
        byTariff.setLabel(getTranslation("provision.repairs.how"));
        byTariff.setItems(true, false);
        byTariff.setItemLabelGenerator(
                tariff -> getTranslation(tariff ? "provision.repairs.by-tariff" : "provision.repairs.by-amount"));
        byTariff.setValue(hasProduct);
        byTariff.setVisible(hasProduct);
        unit.setLabel(getTranslation("provision.repairs.unit"));
        unit.setItems(Unit.MINUTE, Unit.HOUR, Unit.DAY_AND_NIGHT, Unit.HALF_DAY, Unit.PIECE_OF_EFFORT);
        unit.setItemLabelGenerator(one -> getTranslation("provision.unit." + one.code()));
        unit.setValue(Unit.HOUR);
        unit.setVisible(hasProduct);
        amount.setLabel(getTranslation("provision.repairs.amount"));
        byTariff.addValueChangeListener(change -> unit.setVisible(Boolean.TRUE.equals(change.getValue())));
        addText(new H3(getTranslation("provision.repairs.cost")));
        addFields(byTariff, unit, amount);
    }

    @Override
    protected void act() {
        afterwards.accept(item.place() != null ? savePlace() : saveCost());
    }

    /** What is told afterwards; so for the cost. */
    private String savePlace() {
        NeighbourhoodSummary chosen = place.getValue();
        if (chosen == null) {
            throw new FieldRefusal(place, "provision.error.choose-neighbourhood");
        }
        repairs.place(item.number(), chosen.code(), item.version());
        return getTranslation(
                item.cost() == null ? "provision.repairs.placed" : "provision.repairs.placed-without-cost",
                item.number().value(),
                chosen.name());
    }

    private String saveCost() {
        Money money = amount.eurosAboveZero();
        if (Boolean.TRUE.equals(byTariff.getValue())) {
            int others = repairs.setTariff(item.number(), Price.perUnit(unit.getValue(), money), item.version());
            return getTranslation(
                    others == 0 ? "provision.repairs.costed" : "provision.repairs.costed-with-others",
                    item.number().value(),
                    others);
        }
        repairs.setAnnualCost(item.number(), money, item.version());
        return getTranslation("provision.repairs.costed", item.number().value());
    }
}
