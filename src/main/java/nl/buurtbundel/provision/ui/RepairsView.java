package nl.buurtbundel.provision.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.neighbourhood.NeighbourhoodSummary;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.provision.RepairItem;
import nl.buurtbundel.provision.Repairs;
import nl.buurtbundel.provision.UnknownReason;

/** What cannot be placed or costed yet, and a button at each to mend it. */
@CdiComponent
@Route(ProvisionNavigation.REPAIRS)
class RepairsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int ROWS_AT_ONCE = 25;

    private final transient Repairs repairs;
    private final transient Neighbourhoods neighbourhoods;
    private final transient Access access;

    @Inject
    RepairsView(Repairs repairs, Neighbourhoods neighbourhoods, Access access) {
        addClassNames("bb-page", "bb-stack");
        this.repairs = repairs;
        this.neighbourhoods = neighbourhoods;
        this.access = access;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("provision.repairs.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        add(new H1(getTranslation("provision.repairs.title")));
        int count = repairs.countMine();
        if (count == 0) {
            add(new EmptyState(getTranslation("provision.repairs.none")));
            return;
        }
        add(
                new Paragraph(getTranslation(
                        "provision.repairs.what", Formats.of(getLocale()).count(count))),
                grid(count));
    }

    /** Asks for the rows that are on screen and no more: each row that is fetched is a look at somebody. */
    private Grid<RepairItem> grid(int count) {
        Grid<RepairItem> grid = new Grid<>();
        grid.getElement().setAttribute("aria-label", getTranslation("provision.repairs.title"));
        grid.addColumn(item -> item.number().value())
                .setHeader(getTranslation("provision.repairs.number"))
                .setAutoWidth(true);
        grid.addColumn(item -> item.number().law().lawName())
                .setHeader(getTranslation("provision.repairs.law"))
                .setAutoWidth(true);
        grid.addColumn(RepairsView::product)
                .setHeader(getTranslation("provision.repairs.product"))
                .setAutoWidth(true);
        grid.addColumn(this::reasons)
                .setHeader(getTranslation("provision.repairs.reason"))
                .setAutoWidth(true)
                .setFlexGrow(1);
        grid.addComponentColumn(this::repairButton)
                .setHeader(getTranslation("provision.repairs.action"))
                .setAutoWidth(true);
        grid.setPageSize(ROWS_AT_ONCE);
        grid.setItems(
                query -> repairs.list(query.getOffset(), query.getLimit()).stream(), query -> repairs.countMine());
        if (count <= ROWS_AT_ONCE) {
            grid.setAllRowsVisible(true);
        } else {
            grid.setHeight("70vh");
        }
        return grid;
    }

    private Button repairButton(RepairItem item) {
        Button button = new Button(
                getTranslation("provision.repairs.repair"),
                click -> new RepairDialog(repairs, item, places(), this::show).open());
        button.setAriaLabel(
                getTranslation("provision.repairs.repair-number", item.number().value()));
        return button;
    }

    private List<NeighbourhoodSummary> places() {
        return access.findUser()
                .map(user -> neighbourhoods.list(user.municipality()).stream()
                        .filter(place -> access.may(Operation.REPAIR, place.code()))
                        .toList())
                .orElse(List.of());
    }

    private static String product(RepairItem item) {
        return Stream.of(item.provider(), item.productCode() == null ? item.category() : item.productCode())
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
    }

    private String reasons(RepairItem item) {
        return Stream.of(item.place(), item.cost())
                .filter(reason -> reason != null)
                .map(UnknownReason::key)
                .map(this::getTranslation)
                .collect(Collectors.joining(" "));
    }
}
