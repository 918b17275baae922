package nl.buurtbundel.ledger.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.ledger.AccountId;
import nl.buurtbundel.ledger.GeneralLedger;
import nl.buurtbundel.ledger.Origin;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.ledger.TransferTrace;
import nl.buurtbundel.neighbourhood.Neighbourhoods;

/** One booking: where its euros came from, and where each of them is now. */
@CdiComponent
@Route(LedgerNavigation.TRANSFER)
class TransferView extends Div implements HasUrlParameter<Long>, HasDynamicTitle {
    private final transient GeneralLedger generalLedger;
    private final transient Neighbourhoods neighbourhoods;
    private final transient Event<BookShown> bookShown;

    @Inject
    TransferView(GeneralLedger generalLedger, Neighbourhoods neighbourhoods, Event<BookShown> bookShown) {
        this.generalLedger = generalLedger;
        this.neighbourhoods = neighbourhoods;
        this.bookShown = bookShown;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ledger.transfer.title");
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        TransferTrace trace = generalLedger.trace(new TransferId(id));
        TransferSummary transfer = trace.transfer();
        Formats formats = Formats.of(getLocale());
        AccountName names = names(trace);
        removeAll();
        add(
                new Anchor(LedgerNavigation.ledger(), getTranslation("ledger.account.back")),
                new H1(getTranslation("ledger.transfer.number", formats.count(transfer.number()))),
                new DefinitionTable()
                        .row(getTranslation("ledger.account.date"), formats.date(transfer.bookedOn()))
                        .row(getTranslation("ledger.account.reason"), names.reason(transfer.reason()))
                        .row(getTranslation("ledger.account.amount"), formats.euros(transfer.amount()))
                        .row(getTranslation("ledger.transfer.from"), account(trace.from(), names.of(transfer.from())))
                        .row(getTranslation("ledger.transfer.to"), account(trace.to(), names.of(transfer.to())))
                        .row(getTranslation("ledger.account.reference"), names.about(transfer)));
        if (transfer.countered()) {
            add(new Paragraph(getTranslation("ledger.transfer.countered")));
        }
        addForward(trace.destinations(), names, formats);
        addBack(trace.origins(), names, formats);
    }

    private AccountName names(TransferTrace trace) {
        TransferSummary transfer = trace.transfer();
        Set<String> references = new HashSet<>(WayBackText.references(trace.origins()));
        trace.destinations()
                .forEach(destination ->
                        references.add(destination.account().key().reference()));
        BookShown shown = BookShown.of(List.of(transfer), references);
        bookShown.fire(shown);
        return new AccountName(
                this, neighbourhoods.mapNames(transfer.from().municipality()), shown.names(), shown.purposes());
    }

    private static Anchor account(AccountId id, String name) {
        return new Anchor(LedgerNavigation.account(id), name);
    }

    private void addForward(List<TransferTrace.Destination> destinations, AccountName names, Formats formats) {
        add(new H2(getTranslation("ledger.transfer.forward")));
        if (destinations.isEmpty()) {
            add(new EmptyState(getTranslation("ledger.transfer.nowhere")));
            return;
        }
        DataTable table = new DataTable(
                        getTranslation("ledger.transfer.forward"),
                        DataTable.Column.text(getTranslation("ledger.accounts.account")),
                        DataTable.Column.number(getTranslation("ledger.account.amount")))
                .belowItsHeading();
        for (TransferTrace.Destination destination : destinations) {
            table.rowOf(
                    account(
                            destination.account().id(),
                            names.of(destination.account().key())),
                    new Span(formats.euros(destination.amount())));
        }
        add(table);
    }

    private void addBack(List<Origin> origins, AccountName names, Formats formats) {
        if (origins.isEmpty()) {
            return;
        }
        DataTable table = new DataTable(
                        getTranslation("ledger.trace.title"),
                        DataTable.Column.number(getTranslation("ledger.account.amount")),
                        DataTable.Column.text(getTranslation("ledger.trace.way")))
                .belowItsHeading();
        origins.forEach(origin ->
                table.rowOf(new Span(formats.euros(origin.amount())), WayBackText.of(origin, names, this, formats)));
        add(new H2(getTranslation("ledger.trace.title")), table);
    }
}
