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
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.catalogue.Catalogue;
import nl.buurtbundel.catalogue.CatalogueItem;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.CostLine;
import nl.buurtbundel.catalogue.ShareEstimate;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.catalogue.ui.CatalogueNavigation;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.UnsavedChanges;
import nl.buurtbundel.suggestion.Headline;
import nl.buurtbundel.suggestion.SuggestionChange;
import nl.buurtbundel.suggestion.Suggestions;
import org.jspecify.annotations.Nullable;

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
                texts.gates(alternative));
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
        addForm(
                editor,
                new AlternativeForm(item.alternative(), texts, false),
                "suggestion.edit.save",
                changed -> catalogue.change(changed, item.version()));
        add(editor);
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
        for (SuggestionChange change : changes) {
            table.row(
                    change.neighbourhoodName() + ", " + texts.need(change.need()),
                    turned(change, one -> texts.formats().euros(one.cost())),
                    turned(change, one -> texts.percentage(one.ofToday())),
                    turned(change, one -> texts.ofReplaced(one.ofReplaced())),
                    turned(change, one -> texts.breakEven(one.breakEven(), one.breakEvenPossible())),
                    turned(proposed(change.proposedBefore()), proposed(change.proposedAfter())));
        }
        return table;
    }

    private String turned(SuggestionChange change, Function<Headline, String> words) {
        return turned(words(change.before(), words), words(change.after(), words));
    }

    private String words(@Nullable Headline headline, Function<Headline, String> words) {
        return headline == null ? getTranslation("suggestion.edit.not-for-this") : words.apply(headline);
    }

    private String proposed(@Nullable Text name) {
        return name == null ? getTranslation("suggestion.edit.nothing") : name.in(getLocale());
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
