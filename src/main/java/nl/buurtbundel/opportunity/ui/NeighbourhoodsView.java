package nl.buurtbundel.opportunity.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.NeighbourhoodMap;
import nl.buurtbundel.opportunity.Opportunities;
import nl.buurtbundel.opportunity.Overview;
import nl.buurtbundel.opportunity.PublishedCell;
import nl.buurtbundel.provision.Need;
import org.jspecify.annotations.Nullable;

/** The map and the list of all neighbourhoods, as published this month. */
@CdiComponent
@Route(OpportunityNavigation.NEIGHBOURHOODS)
class NeighbourhoodsView extends Div implements HasDynamicTitle {
    /** From this number of needs up a neighbourhood is one class higher. */
    private static final List<Integer> STEPS = List.of(1, 50, 100, 200, 400);

    private final transient Access access;
    private final Formats formats;

    @Inject
    NeighbourhoodsView(Access access, Opportunities opportunities) {
        this.access = access;
        this.formats = Formats.of(getLocale());
        User user = access.findUser().orElseThrow(NotFound::new);
        Overview overview = opportunities.overview();
        addClassNames("bb-page", "bb-stack", "bb-stack-l");
        add(new H1(getTranslation("opportunity.map.title")), new Paragraph(getTranslation("opportunity.map.intro")));
        if (overview.places().isEmpty()) {
            add(new EmptyState(getTranslation("opportunity.map.empty")));
            return;
        }
        add(map(user, overview));
        if (!overview.places().stream().allMatch(this::mayOpen)) {
            add(new Paragraph(getTranslation("opportunity.map.others")));
        }
        add(
                table(overview),
                new Paragraph(getTranslation("opportunity.map.hidden")),
                new Anchor(OpportunityNavigation.moneySpread(), getTranslation("opportunity.spread.from-map")));
    }

    private Component map(User user, Overview overview) {
        List<NeighbourhoodMap.Area> areas = overview.places().stream()
                .map(place -> new NeighbourhoodMap.Area(
                        place.code().value(),
                        place.name(),
                        valueClass(place.total()),
                        value(place.total()),
                        mayOpen(place)))
                .toList();
        long shown = areas.stream().filter(area -> area.valueClass() > 0).count();
        NeighbourhoodMap map = new NeighbourhoodMap(
                getTranslation("opportunity.map.caption", formats.month(overview.month())),
                getTranslation("opportunity.map.summary", shown, areas.size()),
                getTranslation("opportunity.map.value"),
                legend(),
                "openbaar/buurten/" + user.municipality().value() + ".geojson",
                "buurtcode",
                getTranslation("opportunity.map.source"),
                areas);
        map.addSelectionListener(selected -> overview.places().stream()
                .filter(place -> place.code().value().equals(selected.code()))
                .findFirst()
                .ifPresent(place -> UI.getCurrent().navigate(OpportunityNavigation.neighbourhood(place.code()))));
        return map;
    }

    private Component table(Overview overview) {
        DataTable table = new DataTable(
                getTranslation("opportunity.list.title"),
                DataTable.Column.text(getTranslation("opportunity.list.neighbourhood")),
                DataTable.Column.number(getTranslation("opportunity.map.value")),
                DataTable.Column.number(getTranslation("opportunity.list.amount")),
                DataTable.Column.text(getTranslation("opportunity.list.needs")));
        for (Overview.Place place : overview.places()) {
            Component name = mayOpen(place)
                    ? new Anchor(OpportunityNavigation.neighbourhood(place.code()), place.name())
                    : new Span(place.name());
            table.rowOf(
                    name,
                    new Span(value(place.total())),
                    new Span(amount(place.total())),
                    new Span(needs(place.needs())));
        }
        table.total(getTranslation("opportunity.list.total"), value(overview.total()), amount(overview.total()), "");
        return table;
    }

    private boolean mayOpen(Overview.Place place) {
        return access.may(Operation.SEE_SUGGESTIONS, place.code())
                && access.may(Operation.SEE_OPPORTUNITIES, place.code());
    }

    private List<String> legend() {
        List<String> names = new ArrayList<>();
        names.add(getTranslation("opportunity.hidden"));
        for (int step = 0; step < STEPS.size(); step++) {
            names.add(
                    step + 1 < STEPS.size()
                            ? getTranslation(
                                    "opportunity.legend.between",
                                    formats.count(STEPS.get(step)),
                                    formats.count(STEPS.get(step + 1) - 1))
                            : getTranslation("opportunity.legend.from", formats.count(STEPS.get(step))));
        }
        return names;
    }

    private static int valueClass(PublishedCell cell) {
        @Nullable Integer needs = cell.households();
        return needs == null
                ? NeighbourhoodMap.NOT_SHOWN
                : (int) IntStream.range(0, STEPS.size())
                        .filter(step -> needs >= STEPS.get(step))
                        .count();
    }

    private String value(PublishedCell cell) {
        return cell.households() == null
                ? getTranslation("opportunity.hidden")
                : getTranslation("opportunity.about", formats.count(cell.households()));
    }

    private String amount(PublishedCell cell) {
        return cell.amount() == null ? getTranslation("opportunity.hidden") : formats.wholeEuros(cell.amount());
    }

    private String needs(List<String> codes) {
        Locale locale = getLocale();
        return codes.isEmpty()
                ? getTranslation("opportunity.list.none")
                : codes.stream()
                        .flatMap(code -> Need.find(code).stream())
                        .map(need -> Messages.text(locale, need.key()))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("opportunity.map.title");
    }
}
