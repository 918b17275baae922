package nl.buurtbundel.suggestion.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.catalogue.Catalogue;
import nl.buurtbundel.catalogue.CatalogueItem;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.CostLine;
import nl.buurtbundel.catalogue.ShareEstimate;
import nl.buurtbundel.catalogue.ui.CatalogueNavigation;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.suggestion.Headline;
import nl.buurtbundel.suggestion.SuggestionChange;
import nl.buurtbundel.suggestion.Suggestions;

/** One alternative of the catalogue. Who may edit it sees what an edit does to the suggestions that stand, before saving. */
@CdiComponent
@Route("catalogus/:id")
class AlternativeView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Catalogue catalogue;
    private final transient Suggestions suggestions;
    private final transient Access access;
    private final SumTexts texts = new SumTexts(getLocale());
    private String title = "";

    @Inject
    AlternativeView(Catalogue catalogue, Suggestions suggestions, Access access) {
        this.catalogue = catalogue;
        this.suggestions = suggestions;
        this.access = access;
        addClassNames("bb-page", "bb-stack", "bb-stack-l");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(catalogue.read(event.getRouteParameters().get("id").orElse("")));
    }

    private void show(CatalogueItem item) {
        CollectiveAlternative alternative = item.alternative();
        title = alternative.name().in(getLocale());
        removeAll();
        add(
                new Anchor(CatalogueNavigation.catalogue(), getTranslation("catalogue.list.title")),
                new H1(title),
                new Paragraph(alternative.summary().in(getLocale())),
                facts(item),
                lines(alternative));
        if (access.may(Operation.EDIT_CATALOGUE)) {
            addEditor(item);
        }
        add(versions(alternative.id()));
    }

    private Component facts(CatalogueItem item) {
        CollectiveAlternative alternative = item.alternative();
        return new DefinitionTable()
                .row(getTranslation("suggestion.alternative.replaced"), share(alternative.replacedShare()))
                .row(getTranslation("suggestion.alternative.uptake"), share(alternative.uptake()))
                .row(
                        getTranslation("suggestion.alternative.size"),
                        getTranslation(
                                "suggestion.alternative.size.text",
                                alternative.size().minimumHouseholds(),
                                alternative.size().maximumHouseholds()))
                .row(
                        getTranslation("suggestion.alternative.late"),
                        getTranslation(
                                "suggestion.alternative.months",
                                alternative.delay().months()))
                .row(
                        getTranslation("suggestion.jobs"),
                        alternative.jobs().description().in(getLocale()))
                .row(
                        getTranslation("suggestion.apart.individual"),
                        alternative.staysIndividual().in(getLocale()));
    }

    private String share(ShareEstimate share) {
        return getTranslation(
                "suggestion.alternative.share",
                texts.percentage(share.low()),
                texts.percentage(share.likely()),
                texts.percentage(share.high()),
                texts.evidence(share.assumption()));
    }

    private Component lines(CollectiveAlternative alternative) {
        DataTable table = new DataTable(
                getTranslation("suggestion.alternative.lines"),
                DataTable.Column.text(getTranslation("suggestion.alternative.line")),
                DataTable.Column.text(getTranslation("suggestion.alternative.for")),
                DataTable.Column.number(getTranslation("suggestion.alternative.price")),
                DataTable.Column.number(getTranslation("suggestion.alternative.amount")),
                DataTable.Column.text(getTranslation("suggestion.doubts.evidence")));
        allLines(alternative)
                .forEach(line -> table.row(
                        line.name().in(getLocale()),
                        getTranslation(
                                line.basis() == CostLine.Basis.GROUP
                                        ? "suggestion.alternative.group"
                                        : "suggestion.alternative.household"),
                        texts.formats().euros(line.price()) + " " + texts.per(line.pricePer()),
                        texts.formats().euros(line.amount()),
                        texts.evidence(line.assumption())));
        return table;
    }

    private void addEditor(CatalogueItem item) {
        AlternativeForm form = new AlternativeForm(item.alternative(), texts);
        Div preview = new Div();
        preview.addClassNames("bb-stack");
        preview.getElement().setAttribute("role", "status");
        Button look = new Button(getTranslation("suggestion.edit.preview"));
        look.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        look.addClickListener(click -> {
            CollectiveAlternative changed = form.value();
            preview.removeAll();
            Button save = new Button(getTranslation("suggestion.edit.save"), saving -> {
                catalogue.change(changed, item.version());
                show(catalogue.read(changed.id()));
            });
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            look.removeThemeVariants(ButtonVariant.LUMO_PRIMARY);
            preview.add(changes(suggestions.preview(changed)), save);
        });
        add(
                new H2(getTranslation("suggestion.edit.title")),
                new Paragraph(getTranslation("suggestion.edit.intro")),
                form,
                look,
                preview);
    }

    private Component changes(List<SuggestionChange> changes) {
        if (changes.isEmpty()) {
            return Notice.info(getTranslation("suggestion.edit.no-suggestions"));
        }
        DataTable table = new DataTable(
                getTranslation("suggestion.edit.changes"),
                DataTable.Column.text(getTranslation("suggestion.edit.where")),
                DataTable.Column.text(getTranslation("suggestion.edit.cost")),
                DataTable.Column.text(getTranslation("suggestion.of-today")),
                DataTable.Column.text(getTranslation("suggestion.of-replaced")),
                DataTable.Column.text(getTranslation("suggestion.break-even")));
        for (SuggestionChange change : changes) {
            Headline before = change.before();
            Headline after = change.after();
            table.row(
                    change.neighbourhoodName() + ", " + texts.need(change.need()),
                    turned(texts.formats().euros(before.cost()), texts.formats().euros(after.cost())),
                    turned(texts.percentage(before.ofToday()), texts.percentage(after.ofToday())),
                    turned(texts.ofReplaced(before.ofReplaced()), texts.ofReplaced(after.ofReplaced())),
                    turned(
                            texts.breakEven(before.breakEven(), before.breakEvenPossible()),
                            texts.breakEven(after.breakEven(), after.breakEvenPossible())));
        }
        return table;
    }

    private String turned(String before, String after) {
        return before.equals(after) ? before : getTranslation("suggestion.edit.turned", before, after);
    }

    private Component versions(String id) {
        DataTable table = new DataTable(
                getTranslation("suggestion.versions"),
                DataTable.Column.number(getTranslation("suggestion.versions.number")),
                DataTable.Column.text(getTranslation("suggestion.versions.since")),
                DataTable.Column.number(getTranslation("suggestion.versions.cost")));
        catalogue
                .listVersions(id)
                .forEach(item -> table.row(
                        texts.formats().count(item.version()),
                        texts.formats().dateTime(item.since()),
                        texts.formats()
                                .euros(item.alternative()
                                        .groupCost()
                                        .plus(item.alternative().startUp().yearlyShare()))));
        return table;
    }

    static List<CostLine> allLines(CollectiveAlternative alternative) {
        return Stream.concat(alternative.yearlyCosts().stream(), alternative.startUp().lines().stream())
                .toList();
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
