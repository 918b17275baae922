package nl.buurtbundel.ledger.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.ledger.AccountId;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.GeneralLedger;
import nl.buurtbundel.ledger.Origin;
import nl.buurtbundel.ledger.PostingSummary;
import nl.buurtbundel.ledger.TransferSummary;

/** One account: every transfer with what it did, and where each amount came from, lot by lot. */
@CdiComponent
@Route(LedgerNavigation.ACCOUNT)
class AccountView extends Div implements HasUrlParameter<Long>, HasDynamicTitle {
    private final transient GeneralLedger generalLedger;

    @Inject
    AccountView(GeneralLedger generalLedger) {
        addClassNames("bb-page", "bb-stack");
        this.generalLedger = generalLedger;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ledger.account.title");
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        removeAll();
        AccountSummary account = generalLedger.readAccount(new AccountId(id));
        Formats formats = Formats.of(getLocale());
        add(
                new Anchor(LedgerNavigation.ledger(), getTranslation("ledger.account.back")),
                new H1(AccountName.of(this, account.key())),
                new DefinitionTable()
                        .row(
                                getTranslation("ledger.accounts.year"),
                                account.key().year().toString())
                        .row(getTranslation("ledger.accounts.balance"), formats.euros(account.balance()))
                        .row(getTranslation("ledger.accounts.held"), formats.euros(account.held()))
                        .row(getTranslation("ledger.accounts.available"), formats.euros(account.available())),
                postings(account, formats));
        addOrigins(account, formats);
    }

    private DataTable postings(AccountSummary account, Formats formats) {
        DataTable table = new DataTable(
                getTranslation("ledger.account.postings"),
                DataTable.Column.text(getTranslation("ledger.account.number")),
                DataTable.Column.text(getTranslation("ledger.account.date")),
                DataTable.Column.text(getTranslation("ledger.account.reason")),
                DataTable.Column.text(getTranslation("ledger.account.from-to")),
                DataTable.Column.text(getTranslation("ledger.account.reference")),
                DataTable.Column.number(getTranslation("ledger.account.amount")),
                DataTable.Column.number(getTranslation("ledger.account.balance-after")));
        for (PostingSummary posting : generalLedger.listPostings(account.id())) {
            TransferSummary transfer = posting.transfer();
            table.row(
                    formats.count(transfer.number()),
                    formats.shortDate(transfer.bookedOn()),
                    reason(transfer),
                    AccountName.of(this, transfer.from()) + " → " + AccountName.of(this, transfer.to()),
                    transfer.purpose().isEmpty()
                            ? transfer.reference()
                            : transfer.reference() + ", " + transfer.purpose(),
                    formats.euros(posting.amount()),
                    formats.euros(posting.balanceAfter()));
        }
        return table;
    }

    private String reason(TransferSummary transfer) {
        String reason = AccountName.reason(this, transfer.reason());
        if (transfer.counters() != null) {
            return getTranslation("ledger.account.correction", reason);
        }
        return transfer.countered() ? getTranslation("ledger.account.corrected", reason) : reason;
    }

    private void addOrigins(AccountSummary account, Formats formats) {
        List<Origin> origins = generalLedger.traceBack(account.id());
        if (origins.isEmpty()) {
            return;
        }
        DataTable table = new DataTable(
                getTranslation("ledger.trace.caption"),
                DataTable.Column.number(getTranslation("ledger.account.amount")),
                DataTable.Column.number(getTranslation("ledger.trace.remaining")),
                DataTable.Column.text(getTranslation("ledger.trace.way")));
        for (Origin origin : origins) {
            table.row(formats.euros(origin.amount()), formats.euros(origin.remaining()), way(origin, formats));
        }
        add(
                new H2(getTranslation("ledger.trace.title")),
                new Paragraph(getTranslation("ledger.trace.explained")),
                table);
    }

    private String way(Origin origin, Formats formats) {
        return origin.steps().stream()
                .map(step -> getTranslation(
                        "ledger.trace.step",
                        AccountName.of(this, step.from()),
                        formats.shortDate(step.on()),
                        AccountName.reason(this, step.reason()),
                        step.reference()))
                .collect(Collectors.joining(" ← "));
    }
}
