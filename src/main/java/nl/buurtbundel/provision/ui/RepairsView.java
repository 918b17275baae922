package nl.buurtbundel.provision.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
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
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
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
        DataTable table = table();
        add(
                new Paragraph(getTranslation(
                        "provision.repairs.what", Formats.of(getLocale()).count(count))),
                table);
        showRows(table, 0, count);
    }

    private void repaired(String what) {
        show();
        Notice.tell(this, what);
    }

    private DataTable table() {
        return new DataTable(
                getTranslation("provision.repairs.table"),
                DataTable.Column.text(getTranslation("provision.repairs.need")),
                DataTable.Column.text(getTranslation("provision.repairs.number")),
                DataTable.Column.text(getTranslation("provision.repairs.product")),
                DataTable.Column.text(getTranslation("provision.repairs.where")),
                DataTable.Column.text(getTranslation("provision.repairs.reason")),
                DataTable.Column.text(getTranslation("provision.repairs.action")));
    }

    /** Some rows at a time, the next when they are asked for: each row that is fetched is a look at somebody. */
    private void showRows(DataTable table, int from, int count) {
        repairs.list(from, ROWS_AT_ONCE)
                .forEach(item -> table.rowOf(
                        new Span(getTranslation(item.need().key())),
                        new Span(item.number().law().lawName() + " "
                                + item.number().value()),
                        new Span(product(item)),
                        new Span(where(item)),
                        new Span(reasons(item)),
                        repairButton(item)));
        int shown = from + ROWS_AT_ONCE;
        if (shown >= count) {
            return;
        }
        Button more = new Button(
                getTranslation("provision.repairs.more", Formats.of(getLocale()).count(count - shown)));
        more.setDisableOnClick(true);
        more.addClickListener(click -> {
            remove(more);
            showRows(table, shown, count);
        });
        add(more);
    }

    private String where(RepairItem item) {
        NeighbourhoodCode place = item.neighbourhood();
        String postcode = item.postcode();
        if (place != null) {
            return neighbourhoods.find(place).map(NeighbourhoodSummary::name).orElseGet(place::value);
        }
        return getTranslation(
                postcode == null ? "provision.repairs.no-postcode" : "provision.repairs.postcode",
                postcode == null ? "" : RepairDialog.spaced(postcode));
    }

    private Button repairButton(RepairItem item) {
        Button button = new Button(
                getTranslation("provision.repairs.repair"),
                click -> new RepairDialog(repairs, item, places(), this::repaired).open());
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
