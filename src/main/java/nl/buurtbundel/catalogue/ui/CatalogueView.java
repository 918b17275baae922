package nl.buurtbundel.catalogue.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import nl.buurtbundel.catalogue.Catalogue;
import nl.buurtbundel.catalogue.CatalogueItem;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.provision.Need;

/** All alternatives that the municipality knows. */
@CdiComponent
@Route(CatalogueNavigation.CATALOGUE)
class CatalogueView extends Div implements HasDynamicTitle {

    @Inject
    CatalogueView(Catalogue catalogue) {
        addClassNames("bb-page", "bb-stack", "bb-stack-l");
        add(new H1(getTranslation("catalogue.list.title")), new Paragraph(getTranslation("catalogue.list.intro")));
        var items = catalogue.list();
        if (items.isEmpty()) {
            add(new EmptyState(getTranslation("catalogue.list.empty")));
            return;
        }
        Formats formats = Formats.of(getLocale());
        DataTable table = new DataTable(
                getTranslation("catalogue.list.table"),
                DataTable.Column.text(getTranslation("catalogue.list.name")),
                DataTable.Column.text(getTranslation("catalogue.list.needs")),
                DataTable.Column.number(getTranslation("catalogue.list.group-cost")),
                DataTable.Column.number(getTranslation("catalogue.list.household-cost")),
                DataTable.Column.number(getTranslation("catalogue.list.version")));
        for (CatalogueItem item : items) {
            CollectiveAlternative one = item.alternative();
            table.rowOf(
                    new Anchor(
                            CatalogueNavigation.alternative(one.id()),
                            one.name().in(getLocale())),
                    new Span(needs(one)),
                    new Span(formats.euros(one.groupCost().plus(one.startUp().yearlyShare()))),
                    new Span(formats.euros(one.householdCost())),
                    new Span(formats.count(item.version())));
        }
        add(table);
    }

    private String needs(CollectiveAlternative alternative) {
        return alternative.needs().stream()
                .flatMap(code -> Need.find(code).stream())
                .map(need -> Messages.text(getLocale(), need.key()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("catalogue.list.title");
    }
}
