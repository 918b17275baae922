package nl.buurtbundel.provision.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.UnsavedChanges;
import nl.buurtbundel.foundation.ui.Validity;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodSummary;
import nl.buurtbundel.provision.Price;
import nl.buurtbundel.provision.RepairItem;
import nl.buurtbundel.provision.Repairs;
import nl.buurtbundel.provision.Unit;
import nl.buurtbundel.provision.UnknownReason;

/** Mends one thing at a time: where it is, or what it costs. What was typed stays when it does not work. */
final class RepairDialog extends Dialog {
    private static final int DIGITS_OF_A_POSTCODE = 4;

    private final transient Repairs repairs;
    private final transient RepairItem item;
    private final ErrorNotice error = new ErrorNotice();
    private final ComboBox<NeighbourhoodSummary> place = new ComboBox<>();
    private final RadioButtonGroup<Boolean> byTariff = new RadioButtonGroup<>();
    private final Select<Unit> unit = new Select<>();
    private final DecimalField amount = new DecimalField();

    RepairDialog(Repairs repairs, RepairItem item, List<NeighbourhoodSummary> places, SerializableRunnable afterwards) {
        this.repairs = repairs;
        this.item = item;
        setHeaderTitle(
                getTranslation("provision.repairs.repair-number", item.number().value()));
        VerticalLayout content = new VerticalLayout(error);
        content.setPadding(false);
        UnknownReason unknown = item.place() != null ? item.place() : item.cost();
        if (unknown != null) {
            content.add(new Paragraph(getTranslation(unknown.key())));
        }
        content.add(new Paragraph(getTranslation(
                "provision.repairs.which",
                getTranslation(item.need().key()),
                Validity.words(getLocale(), item.period()))));
        String postcode = item.postcode();
        if (postcode != null) {
            content.add(new Paragraph(getTranslation("provision.repairs.postcode", spaced(postcode))));
        }
        if (item.place() != null) {
            addPlace(content, places);
        } else {
            addCost(content);
        }
        add(content);
        new UnsavedChanges().watch(content, content);
        setCloseOnOutsideClick(false);
        Button save = new Button(getTranslation("provision.repairs.save"), click -> {
            try {
                save(afterwards);
            } finally {
                click.getSource().setEnabled(true);
            }
        });
        save.setDisableOnClick(true);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("provision.repairs.cancel"), click -> close()), save);
    }

    /** As it is written on an envelope. */
    static String spaced(String postcode) {
        return postcode.substring(0, DIGITS_OF_A_POSTCODE) + " " + postcode.substring(DIGITS_OF_A_POSTCODE);
    }

    private void addPlace(VerticalLayout content, List<NeighbourhoodSummary> places) {
        place.setLabel(getTranslation("provision.repairs.neighbourhood"));
        place.setItems(places);
        place.setItemLabelGenerator(NeighbourhoodSummary::name);
        place.setWidthFull();
        content.add(place);
    }

    private void addCost(VerticalLayout content) {
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
        content.add(new H3(getTranslation("provision.repairs.cost")), byTariff, unit, amount);
    }

    private void save(SerializableRunnable afterwards) {
        error.clear();
        try {
            if (item.place() != null) {
                savePlace();
            } else {
                saveCost();
            }
        } catch (RuntimeException thrown) {
            error.tell(thrown);
            return;
        }
        close();
        afterwards.run();
    }

    private void savePlace() {
        NeighbourhoodSummary chosen = place.getValue();
        if (chosen == null) {
            throw new Refusal("provision.error.choose-neighbourhood");
        }
        repairs.place(item.number(), chosen.code(), item.version());
    }

    private void saveCost() {
        Money money = amount.euros();
        if (Boolean.TRUE.equals(byTariff.getValue())) {
            repairs.setTariff(item.number(), Price.perUnit(unit.getValue(), money), item.version());
        } else {
            repairs.setAnnualCost(item.number(), money, item.version());
        }
    }
}
