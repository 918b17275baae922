package nl.buurtbundel.provision.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.foundation.ui.Validity;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.MappedNeed;
import nl.buurtbundel.provision.Need;
import nl.buurtbundel.provision.NeedMappings;

/** Which product answers which need: the table that the administrator keeps. */
@CdiComponent
@Route(ProvisionNavigation.NEEDS)
class NeedsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient NeedMappings mappings;
    private final transient Clock clock;

    @Inject
    NeedsView(NeedMappings mappings, Clock clock) {
        this.mappings = mappings;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("provision.needs.title");
    }

    private void show() {
        List<MappedNeed> rows = mappings.list();
        removeAll();
        Button add = new Button(getTranslation("provision.needs.add"), click -> addRow());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new H1(getTranslation("provision.needs.title")),
                new Paragraph(getTranslation("provision.needs.how")),
                add,
                table(rows));
    }

    private DataTable table(List<MappedNeed> rows) {
        DataTable table = new DataTable(
                getTranslation("provision.needs.table"),
                DataTable.Column.text(getTranslation("provision.needs.product")),
                DataTable.Column.text(getTranslation("provision.needs.need")),
                DataTable.Column.text(getTranslation("provision.needs.valid")),
                DataTable.Column.text(getTranslation("provision.needs.whose")),
                DataTable.Column.text(getTranslation("provision.needs.action")));
        for (MappedNeed row : rows) {
            table.rowOf(
                    new Span(product(row)),
                    new Span(getTranslation(row.need().key())),
                    new Span(Validity.words(getLocale(), row.validity())),
                    new Span(getTranslation(row.own() ? "provision.needs.own" : "provision.needs.general")),
                    action(row));
        }
        return table;
    }

    private String product(MappedNeed row) {
        String law = law(row.law());
        String code = row.productCode();
        return code == null
                ? getTranslation("provision.needs.category-of", law, row.category())
                : getTranslation("provision.needs.product-of", law, row.category(), code);
    }

    private String law(Law law) {
        return getTranslation("provision.law." + law.name().toLowerCase(Locale.ROOT));
    }

    private Component action(MappedNeed row) {
        LocalDate lastDay = row.validity().lastDay();
        if (!row.own() || lastDay != null && lastDay.isBefore(today())) {
            return new Span("–");
        }
        Button end = new Button(getTranslation("provision.needs.end"), click -> endRow(row));
        end.setAriaLabel(getTranslation("provision.needs.end-this", product(row)));
        return end;
    }

    private void endRow(MappedNeed row) {
        DatePicker lastDay = Validity.lastDay(getLocale(), today());
        new ConfirmDialog(
                        getTranslation("provision.needs.end"),
                        getTranslation(
                                "provision.needs.end-how",
                                product(row),
                                getTranslation(row.need().key())),
                        getTranslation("provision.needs.who-sees"),
                        getTranslation("provision.needs.end"),
                        () -> {
                            mappings.end(row.id(), row.version(), Required.in(lastDay));
                            show();
                        })
                .with(lastDay)
                .grave()
                .open();
    }

    private void addRow() {
        Select<Law> law = new Select<>();
        law.setLabel(getTranslation("provision.repairs.law"));
        law.setItems(Law.WMO, Law.JEUGDWET);
        law.setItemLabelGenerator(one -> one == null ? "" : law(one));
        TextField category = new TextField(getTranslation("provision.needs.category"));
        category.setMaxLength(2);
        category.setHelperText(getTranslation("provision.needs.category-help"));
        TextField product = new TextField(getTranslation("provision.needs.product-code"));
        product.setMaxLength(5);
        product.setHelperText(getTranslation("provision.needs.product-help"));
        Select<Need> need = new Select<>();
        need.setLabel(getTranslation("provision.needs.need"));
        need.setItems(Need.values());
        need.setItemLabelGenerator(one -> one == null ? "" : getTranslation(one.key()));
        Validity validity = new Validity(getLocale(), today());
        new ConfirmDialog(
                        getTranslation("provision.needs.add"),
                        getTranslation("provision.needs.add-how"),
                        getTranslation("provision.needs.who-sees"),
                        getTranslation("provision.needs.save"),
                        () -> {
                            String code = product.getValue().trim().toUpperCase(Locale.ROOT);
                            mappings.map(
                                    Required.in(law),
                                    category.getValue().trim(),
                                    code.isEmpty() ? null : code,
                                    Required.in(need),
                                    validity.read());
                            show();
                        })
                .with(law, category, product, need, validity.first(), validity.last())
                .open();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
