package nl.buurtbundel.decision.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Deputies;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.decision.Authorisations;
import nl.buurtbundel.decision.Decider;
import nl.buurtbundel.decision.MandateLine;
import nl.buurtbundel.decision.MandateRule;
import nl.buurtbundel.decision.Mandates;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.foundation.ui.Validity;
import nl.buurtbundel.ledger.TaskFieldName;
import nl.buurtbundel.ledger.TaskFields;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.neighbourhood.NeighbourhoodSummary;
import nl.buurtbundel.neighbourhood.Neighbourhoods;

/** Who may decide on how much: the table that the administrator keeps. */
@CdiComponent
@Route(DecisionNavigation.MANDATES)
class MandatesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Mandates mandates;
    private final transient Authorisations authorisations;
    private final transient Deputies deputies;
    private final transient Neighbourhoods neighbourhoods;
    private final transient TaskFields taskFields;
    private final transient Access access;
    private final transient Clock clock;

    @Inject
    MandatesView(
            Mandates mandates,
            Authorisations authorisations,
            Deputies deputies,
            Neighbourhoods neighbourhoods,
            TaskFields taskFields,
            Access access,
            Clock clock) {
        this.mandates = mandates;
        this.authorisations = authorisations;
        this.deputies = deputies;
        this.neighbourhoods = neighbourhoods;
        this.taskFields = taskFields;
        this.access = access;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("decision.mandates.title");
    }

    private void show() {
        List<MandateLine> lines = mandates.list();
        removeAll();
        Button add = new Button(getTranslation("decision.mandates.add"), click -> addLine());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new H1(getTranslation("decision.mandates.title")),
                new Paragraph(getTranslation("decision.mandates.how")),
                add,
                lines.isEmpty() ? new EmptyState(getTranslation("decision.mandates.empty")) : table(lines),
                new AuthorisationPart(authorisations, taskFields, new DecisionTexts(getLocale()), today()),
                new DeputiesPart(deputies, new DecisionTexts(getLocale()), today()));
    }

    private DataTable table(List<MandateLine> lines) {
        DecisionTexts texts = new DecisionTexts(getLocale());
        DataTable table = new DataTable(
                getTranslation("decision.mandates.table"),
                DataTable.Column.text(getTranslation("decision.mandates.rule")),
                DataTable.Column.text(getTranslation("decision.mandates.where")),
                DataTable.Column.text(getTranslation("decision.mandates.valid")),
                DataTable.Column.text(getTranslation("decision.mandates.action")));
        EndLine end = new EndLine(texts, today(), getTranslation("decision.mandates.who-sees"));
        for (MandateLine line : lines) {
            MandateRule rule = line.rule();
            table.rowOf(
                    new Span(texts.rule(rule)),
                    new Span(rule.findNeighbourhood()
                            .map(code -> neighbourhoods.read(code).name())
                            .orElseGet(() -> getTranslation("decision.mandates.everywhere"))),
                    new Span(Validity.words(getLocale(), rule.validity())),
                    end.of(texts.rule(rule), rule.validity(), lastDay -> {
                        mandates.end(line.id(), line.version(), lastDay);
                        show();
                    }));
        }
        return table;
    }

    private void addLine() {
        DecisionTexts texts = new DecisionTexts(getLocale());
        Select<Decider> office = new Select<>();
        office.setLabel(getTranslation("decision.mandates.office"));
        office.setItems(Decider.TEAM, Decider.MANAGER, Decider.ALDERMAN);
        office.setItemLabelGenerator(one -> one == null ? "" : texts.name("decision.decider.", one));
        DecimalField upTo = new DecimalField(getTranslation("decision.mandates.up-to"));
        Checkbox perHousehold = new Checkbox(getTranslation("decision.mandates.per-household"));
        IntegerField colleagues = number("decision.mandates.colleagues", 2, MandateRule.MOST_COLLEAGUES);
        perHousehold.setVisible(false);
        colleagues.setVisible(false);
        office.addValueChangeListener(change -> {
            boolean team = change.getValue() == Decider.TEAM;
            perHousehold.setVisible(team);
            colleagues.setVisible(team);
            if (team && upTo.isEmpty()) {
                upTo.setNumber(MandateRule.USUAL_MINI_BUDGET.inEuros());
                perHousehold.setValue(true);
            }
        });
        IntegerField years = number("decision.mandates.years", 1, MandateRule.MOST_YEARS);
        MultiSelectComboBox<TaskFieldName> fields =
                new MultiSelectComboBox<>(getTranslation("decision.mandates.fields"));
        fields.setItems(taskFields.list(FiscalYear.of(today())));
        fields.setHelperText(getTranslation("decision.mandates.fields-help"));
        ComboBox<NeighbourhoodSummary> where = new ComboBox<>(getTranslation("decision.mandates.neighbourhood"));
        where.setItems(
                neighbourhoods.list(access.require(Operation.EDIT_MANDATES).municipality()));
        where.setItemLabelGenerator(NeighbourhoodSummary::name);
        where.setHelperText(getTranslation("decision.mandates.neighbourhood-help"));
        Validity validity = new Validity(getLocale(), today());
        new ConfirmDialog(
                        getTranslation("decision.mandates.add"),
                        getTranslation("decision.mandates.add-how"),
                        getTranslation("decision.mandates.who-sees"),
                        getTranslation("decision.mandates.save"),
                        () -> {
                            Decider chosen = Required.in(office);
                            boolean team = chosen == Decider.TEAM;
                            NeighbourhoodSummary place = where.getValue();
                            mandates.add(new MandateRule(
                                    chosen,
                                    upTo.euros(),
                                    team && perHousehold.getValue(),
                                    fields.getValue().stream()
                                            .map(TaskFieldName::code)
                                            .collect(Collectors.toSet()),
                                    Required.number(years),
                                    place == null ? null : place.code(),
                                    team ? Required.number(colleagues) : 0,
                                    validity.read()));
                            show();
                        })
                .with(office, upTo, perHousehold, colleagues, years, fields, where, validity.first(), validity.last())
                .open();
    }

    private IntegerField number(String key, int usual, int most) {
        IntegerField field = new IntegerField(getTranslation(key));
        field.setMin(1);
        field.setMax(most);
        field.setValue(usual);
        field.setStepButtonsVisible(true);
        return field;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
