package nl.buurtbundel.release.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.SheetDownload;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.release.ChangeOrderView;
import nl.buurtbundel.release.ChangeOrders;

/** Which allocations are to end earlier: the back office makes the messages 301 of it. */
@CdiComponent
@Route(ReleaseNavigation.ORDERS)
class ChangeOrdersView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient ChangeOrders orders;

    @Inject
    ChangeOrdersView(ChangeOrders orders) {
        this.orders = orders;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("release.orders.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<ChangeOrderView> found = orders.list();
        removeAll();
        add(
                new H1(getPageTitle()),
                new Paragraph(getTranslation("release.orders.what")),
                new WhoSeesThis(getTranslation("release.orders.who-sees")));
        if (found.isEmpty()) {
            add(new EmptyState(getTranslation("release.orders.none")));
            return;
        }
        ReleaseTexts texts = new ReleaseTexts(getLocale());
        for (ChangeOrderView order : found) {
            String name = texts.text(
                    "release.orders.one",
                    Long.toString(order.id().value()),
                    order.plan(),
                    texts.formats().date(order.madeOn()));
            add(new H2(name), table(order, name, texts));
            if (order.lines().stream().anyMatch(ChangeOrderView.Line::stands)) {
                String number = Long.toString(order.id().value());
                add(new SheetDownload(
                        texts.text("release.orders.download", number),
                        "wijzigingsopdracht-" + number,
                        () -> orders.download(order.id())));
            }
        }
    }

    private static DataTable table(ChangeOrderView order, String name, ReleaseTexts texts) {
        DataTable table = new DataTable(
                name,
                DataTable.Column.text(texts.text("release.orders.number")),
                DataTable.Column.text(texts.text("release.road.law")),
                DataTable.Column.text(texts.text("release.orders.product")),
                DataTable.Column.text(texts.text("release.orders.current-end")),
                DataTable.Column.text(texts.text("release.orders.new-end")),
                DataTable.Column.text(texts.text("release.orders.reason")));
        for (ChangeOrderView.Line line : order.lines()) {
            LocalDate current = line.currentEnd();
            table.row(
                    line.number().value(),
                    line.number().law().lawName(),
                    line.product().isEmpty() ? "–" : line.product(),
                    current == null
                            ? texts.text("release.road.no-end")
                            : texts.formats().shortDate(current),
                    texts.formats().shortDate(line.newEnd()),
                    line.stands() ? ChangeOrderView.REASON : texts.text("release.orders.taken-back"));
        }
        return table.belowItsHeading();
    }
}
