package nl.buurtbundel.suggestion.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.catalogue.Catalogue;
import nl.buurtbundel.catalogue.CatalogueItem;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.CostLine;
import nl.buurtbundel.catalogue.ShareEstimate;
import nl.buurtbundel.catalogue.ui.CatalogueNavigation;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.UnsavedChanges;
import nl.buurtbundel.suggestion.SuggestionChange;
import nl.buurtbundel.suggestion.Suggestions;

/** One alternative of the catalogue. Who may edit it sees what an edit does to the suggestions that stand, before saving. */
@CdiComponent
@Route("catalogus/:id")
class AlternativeView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    private final transient Catalogue catalogue;
    private final transient Suggestions suggestions;
    private final transient Access access;
    private final SumTexts texts = new SumTexts(getLocale());
    private final UnsavedChanges unsaved = new UnsavedChanges();
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

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.askBefore(event);
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
                lines(alternative),
                texts.gates(alternative),
                new Anchor(CatalogueNavigation.mayWe(alternative.id()), getTranslation("suggestion.gates.sheet")));
        Optional<Div> editor = access.may(Operation.EDIT_CATALOGUE) ? Optional.of(editor(item)) : Optional.empty();
        editor.ifPresent(this::add);
        add(versions(item, editor));
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
                                alternative.size().maximumHouseholds(),
                                alternative.size().places()))
                .row(
                        getTranslation("suggestion.alternative.late"),
                        getTranslation(
                                "suggestion.alternative.months",
                                alternative.delay().months()))
                .row(
                        getTranslation("suggestion.jobs"),
                        alternative.jobs().description().in(getLocale()))
                .row(getTranslation("suggestion.ways"), texts.ways(alternative.ways()))
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

    private Div editor(CatalogueItem item) {
        Div editor = new Div();
        editor.addClassName("bb-stack");
        editor.add(
                new H2(getTranslation("suggestion.edit.title")),
                new Paragraph(getTranslation("suggestion.edit.intro")),
                new Button(getTranslation("suggestion.edit.copy"), click -> {
                    editor.removeAll();
                    editor.add(
                            new H2(getTranslation("suggestion.edit.new-title")),
                            new Paragraph(getTranslation(
                                    "suggestion.edit.new-intro",
                                    item.alternative().name().in(getLocale()))));
                    addForm(
                            editor,
                            new AlternativeForm(item.alternative(), texts, true),
                            "suggestion.edit.save-new",
                            catalogue::add);
                }));
        addChange(editor, item.alternative(), item.version());
        return editor;
    }

    /** @param version that the change is of */
    private void addChange(Div editor, CollectiveAlternative from, int version) {
        addForm(
                editor,
                new AlternativeForm(from, texts, false),
                "suggestion.edit.save",
                changed -> catalogue.change(changed, version));
    }

    private void addForm(
            Div editor, AlternativeForm form, String saveKey, SerializableConsumer<CollectiveAlternative> saving) {
        ErrorNotice error = new ErrorNotice();
        Div preview = new Div();
        preview.addClassNames("bb-stack");
        preview.getElement().setAttribute("role", "status");
        Button look = new Button(getTranslation("suggestion.edit.preview"));
        look.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        look.addClickListener(click -> orSay(error, () -> {
            CollectiveAlternative changed = form.value();
            preview.removeAll();
            Button save = new Button(
                    getTranslation(saveKey),
                    saved -> orSay(error, () -> {
                        if (!form.value().equals(changed)) {
                            preview.removeAll();
                            look.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                            throw new Refusal("suggestion.error.changed-since-preview");
                        }
                        saving.accept(changed);
                        unsaved.kept();
                        UI.getCurrent().navigate(CatalogueNavigation.alternative(changed.id()));
                        show(catalogue.read(changed.id()));
                    }));
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            look.removeThemeVariants(ButtonVariant.LUMO_PRIMARY);
            preview.add(changes(suggestions.preview(changed)), save);
        }));
        editor.add(form, error, look, preview);
        unsaved.watch(editor, form);
    }

    /** What was typed stays on the screen, with the reason next to the button. */
    private void orSay(ErrorNotice error, SerializableRunnable action) {
        error.clear();
        try {
            action.run();
        } catch (RuntimeException thrown) {
            error.tell(thrown);
        }
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
                DataTable.Column.text(getTranslation("suggestion.break-even")),
                DataTable.Column.text(getTranslation("suggestion.edit.proposed")));
        ChangeTexts words = new ChangeTexts(texts);
        for (SuggestionChange change : changes) {
            table.row(
                    change.neighbourhoodName() + ", " + texts.need(change.need()),
                    words.cost(change),
                    words.ofToday(change),
                    words.ofReplaced(change),
                    words.breakEven(change),
                    words.proposed(change));
        }
        return table;
    }

    /** Newest first, each with what it changed; who may edit can begin again from an older one. */
    private Component versions(CatalogueItem present, Optional<Div> editor) {
        List<DataTable.Column> columns = new ArrayList<>(List.of(
                DataTable.Column.number(getTranslation("suggestion.versions.number")),
                DataTable.Column.text(getTranslation("suggestion.versions.since")),
                DataTable.Column.text(getTranslation("suggestion.versions.changes")),
                DataTable.Column.number(getTranslation("suggestion.versions.cost"))));
        editor.ifPresent(there -> columns.add(DataTable.Column.text(getTranslation("suggestion.versions.action"))));
        DataTable table = new DataTable(getTranslation("suggestion.versions"), columns);
        List<CatalogueItem> versions =
                catalogue.listVersions(present.alternative().id());
        for (int i = 0; i < versions.size(); i++) {
            CatalogueItem item = versions.get(i);
            CollectiveAlternative alternative = item.alternative();
            List<Component> cells = new ArrayList<>(List.of(
                    new Span(texts.formats().count(item.version())),
                    new Span(texts.formats().dateTime(item.since())),
                    i + 1 == versions.size()
                            ? new Span(getTranslation("suggestion.versions.first"))
                            : changed(versions.get(i + 1).alternative(), alternative),
                    new Span(texts.formats()
                            .euros(alternative
                                    .groupCost()
                                    .plus(alternative.startUp().yearlyShare())))));
            editor.ifPresent(place ->
                    cells.add(item.version() == present.version() ? new Span() : putBackButton(place, present, item)));
            table.rowOf(cells.toArray(Component[]::new));
        }
        return table;
    }

    private Component changed(CollectiveAlternative before, CollectiveAlternative after) {
        UnorderedList list = new UnorderedList();
        new VersionTexts(texts).changes(before, after).forEach(change -> list.add(new ListItem(change)));
        return list;
    }

    private Button putBackButton(Div editor, CatalogueItem present, CatalogueItem older) {
        Button button =
                new Button(getTranslation("suggestion.versions.put-back"), click -> putBack(editor, present, older));
        button.setAriaLabel(getTranslation(
                "suggestion.versions.put-back-this", texts.formats().count(older.version())));
        return button;
    }

    /** Only in the form: it is looked at and kept as any other change of the newest version. */
    private void putBack(Div editor, CatalogueItem present, CatalogueItem older) {
        H2 heading = new H2(getTranslation("suggestion.edit.title"));
        heading.getElement().setAttribute("tabindex", "-1");
        editor.removeAll();
        editor.add(
                heading,
                Notice.info(getTranslation(
                        "suggestion.versions.in-form", texts.formats().count(older.version()))));
        addChange(editor, older.alternative(), present.version());
        heading.getElement().callJsFunction("focus");
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
