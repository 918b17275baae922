package nl.buurtbundel.ledger.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DayField;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.MoreRows;
import nl.buurtbundel.ledger.AccountId;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.GeneralLedger;
import nl.buurtbundel.ledger.Held;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.Origin;
import nl.buurtbundel.ledger.PostingSummary;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.ReservationId;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.neighbourhood.Neighbourhoods;

/** One account: every transfer with what it did, and where each amount came from, lot by lot. */
@CdiComponent
@Route(LedgerNavigation.ACCOUNT)
class AccountView extends Div implements HasUrlParameter<Long>, HasDynamicTitle {
    private static final int LONGEST_REASON = 200;

    private final transient GeneralLedger generalLedger;
    private final transient Ledger ledger;
    private final transient Neighbourhoods neighbourhoods;
    private final transient Event<BookShown> bookShown;
    private final transient Access access;
    private transient AccountName names;
    /** Of all that has been shown so far: who asks for more rows keeps the names of those above. */
    private final transient Map<String, String> known = new HashMap<>();

    private final transient Map<ReservationId, String> purposes = new HashMap<>();

    @Inject
    AccountView(
            GeneralLedger generalLedger,
            Ledger ledger,
            Neighbourhoods neighbourhoods,
            Event<BookShown> bookShown,
            Access access) {
        addClassNames("bb-page", "bb-stack");
        this.neighbourhoods = neighbourhoods;
        this.bookShown = bookShown;
        this.names = new AccountName(this, Map.of(), Map.of(), Map.of());
        this.generalLedger = generalLedger;
        this.ledger = ledger;
        this.access = access;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ledger.account.title");
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        show(new AccountId(id));
    }

    private void show(AccountId id) {
        removeAll();
        AccountSummary account = generalLedger.readAccount(id);
        names = new AccountName(this, neighbourhoods.mapNames(account.key().municipality()), known, purposes);
        ask(new BookShown(Set.of(account.key().reference()), Set.of()));
        Formats formats = Formats.of(getLocale());
        add(
                new Anchor(LedgerNavigation.ledger(), getTranslation("ledger.account.back")),
                new H1(names.of(account.key())),
                new DefinitionTable()
                        .row(
                                getTranslation("ledger.accounts.year"),
                                account.key().year().toString())
                        .row(getTranslation("ledger.accounts.balance"), formats.euros(account.balance()))
                        .row(getTranslation("ledger.accounts.held"), formats.euros(account.held()))
                        .row(getTranslation("ledger.accounts.available"), formats.euros(account.available())),
                balanceOn(account, formats));
        if (access.may(Operation.POST_CORRECTION)) {
            add(new Paragraph(getTranslation("ledger.correct.explained")));
        }
        if (account.held().isPositive()) {
            addHeld(id, formats);
        }
        add(postings(account, formats));
        addOrigins(id, formats);
    }

    private void ask(BookShown shown) {
        bookShown.fire(shown);
        known.putAll(shown.names());
        purposes.putAll(shown.purposes());
    }

    private void addHeld(AccountId id, Formats formats) {
        DataTable table = new DataTable(
                        getTranslation("ledger.held.title"),
                        DataTable.Column.text(getTranslation("ledger.account.reference")),
                        DataTable.Column.text(getTranslation("ledger.account.reason")),
                        DataTable.Column.number(getTranslation("ledger.account.amount")),
                        DataTable.Column.text(getTranslation("ledger.held.until")))
                .belowItsHeading();
        add(
                new H2(getTranslation("ledger.held.title")),
                new Paragraph(getTranslation("ledger.held.explained")),
                new MoreRows<>(
                        table,
                        getTranslation("ledger.held.more"),
                        (from, most) -> {
                            List<Held> held = generalLedger.listHeld(id, from, most);
                            ask(new BookShown(
                                    held.stream().map(Held::reference).toList(),
                                    held.stream()
                                            .filter(one -> one.reason() == Reason.PAID)
                                            .map(Held::id)
                                            .toList()));
                            return held;
                        },
                        one -> table.rowOf(
                                new Anchor(LedgerNavigation.accountsOf(one.reference()), names.about(one)),
                                new Span(names.reason(one.reason())),
                                new Span(formats.euros(one.amount())),
                                new Span(formats.shortDate(one.until())))));
    }

    private Div balanceOn(AccountSummary account, Formats formats) {
        DatePicker day = new DayField(getTranslation("ledger.account.balance-on"));
        Span balance = new Span();
        balance.getElement().setAttribute("aria-live", "polite");
        day.addValueChangeListener(change -> {
            LocalDate chosen = change.getValue();
            balance.setText(
                    chosen == null
                            ? ""
                            : getTranslation(
                                    "ledger.account.balance-was",
                                    formats.date(chosen),
                                    formats.euros(generalLedger.readBalanceOn(account.id(), chosen))));
        });
        return new Div(day, balance);
    }

    private Component postings(AccountSummary account, Formats formats) {
        boolean corrects = access.may(Operation.POST_CORRECTION);
        List<DataTable.Column> columns = new ArrayList<>(List.of(
                DataTable.Column.text(getTranslation("ledger.account.number")),
                DataTable.Column.text(getTranslation("ledger.account.date")),
                DataTable.Column.text(getTranslation("ledger.account.reason")),
                DataTable.Column.text(getTranslation("ledger.account.from-to")),
                DataTable.Column.text(getTranslation("ledger.account.reference")),
                DataTable.Column.number(getTranslation("ledger.account.amount")),
                DataTable.Column.number(getTranslation("ledger.account.balance-after"))));
        if (corrects) {
            columns.add(DataTable.Column.text(getTranslation("ledger.correct")));
        }
        DataTable table = new DataTable(getTranslation("ledger.account.postings"), columns);
        return MoreRows.<PostingSummary>following(
                table,
                getTranslation("ledger.account.more"),
                (last, most) -> {
                    List<PostingSummary> postings = generalLedger.listPostings(
                            account.id(),
                            last == null ? Long.MAX_VALUE : last.transfer().number(),
                            most);
                    ask(BookShown.of(
                            postings.stream().map(PostingSummary::transfer).toList(), Set.of()));
                    return postings;
                },
                posting -> addPosting(table, account, posting, corrects, formats));
    }

    private void addPosting(
            DataTable table, AccountSummary account, PostingSummary posting, boolean corrects, Formats formats) {
        TransferSummary transfer = posting.transfer();
        List<Component> cells = new ArrayList<>(List.of(
                new Anchor(LedgerNavigation.transfer(transfer.id()), formats.count(transfer.number())),
                new Span(formats.shortDate(transfer.bookedOn())),
                new Span(reason(transfer)),
                fromTo(posting),
                new Span(names.about(transfer)),
                new Span(formats.euros(posting.amount())),
                new Span(formats.euros(posting.balanceAfter()))));
        if (corrects) {
            cells.add(
                    transfer.correctable()
                            ? correctButton(account, transfer, formats)
                            : new Span(whyNotCorrected(transfer)));
        }
        table.rowOf(cells.toArray(Component[]::new));
    }

    /** With a link to the account on the other side. */
    private Component fromTo(PostingSummary posting) {
        TransferSummary transfer = posting.transfer();
        boolean gives = posting.amount().isNegative();
        String other = LedgerNavigation.account(posting.other());
        Span from = new Span(names.of(transfer.from()));
        Span to = new Span(names.of(transfer.to()));
        return new Span(gives ? from : new Anchor(other, from), new Span(" → "), gives ? new Anchor(other, to) : to);
    }

    /** Why a counter-transfer is not the way, and what is. */
    private String whyNotCorrected(TransferSummary transfer) {
        if (!transfer.stands()) {
            return "–";
        }
        return switch (transfer.reason()) {
            case GRANTED -> getTranslation("ledger.correct.not-granted");
            case PAID -> getTranslation("ledger.correct.not-paid");
            case PRE_FINANCING_SET -> getTranslation("ledger.correct.not-pre-financing");
            case UNSPENT_RETURNED -> getTranslation("ledger.correct.not-returned");
            case CARRIED_OVER -> getTranslation("ledger.correct.not-carried-over");
            case CONTRIBUTION_MOVED -> getTranslation("ledger.correct.not-contribution-moved");
            case BRIDGING_SET -> getTranslation("ledger.correct.not-bridging");
            case BRIDGING_RETURNED, BRIDGED, BRIDGE_GIVEN_BACK, BRIDGE_SETTLED, BRIDGE_BORNE ->
                getTranslation("ledger.correct.not-bridge");
            case COUNCIL_ADOPTED,
                    RELEASE_REALISED,
                    PRE_FINANCING_REPAID,
                    PRE_FINANCING_RETURNED,
                    CONTRIBUTION_RECEIVED,
                    CONTRIBUTION_RETURNED -> "–";
        };
    }

    private Button correctButton(AccountSummary account, TransferSummary transfer, Formats formats) {
        Button button = new Button(getTranslation("ledger.correct"), click -> {
            TextArea why = new TextArea(getTranslation("ledger.correct.reason"));
            why.setWidthFull();
            why.setMaxLength(LONGEST_REASON);
            // one press of the button is one command, however often it is sent
            String key = "correction:" + UUID.randomUUID();
            new ConfirmDialog(
                            getTranslation("ledger.correct.title"),
                            getTranslation(
                                    "ledger.correct.how",
                                    formats.count(transfer.number()),
                                    formats.euros(transfer.amount()),
                                    names.of(transfer.to()),
                                    names.of(transfer.from())),
                            getTranslation("ledger.correct.who-sees"),
                            getTranslation("ledger.correct.do"),
                            () -> {
                                ledger.counter(key, transfer.id(), why.getValue());
                                show(account.id());
                            })
                    .with(why)
                    .grave()
                    .open();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation("ledger.correct.which", formats.count(transfer.number())));
        return button;
    }

    private String reason(TransferSummary transfer) {
        String reason = names.reason(transfer.reason());
        if (transfer.counters() != null) {
            return getTranslation("ledger.account.correction", reason);
        }
        return transfer.countered() ? getTranslation("ledger.account.corrected", reason) : reason;
    }

    private void addOrigins(AccountId id, Formats formats) {
        DataTable table = new DataTable(
                getTranslation("ledger.trace.caption"),
                DataTable.Column.number(getTranslation("ledger.account.amount")),
                DataTable.Column.number(getTranslation("ledger.trace.remaining")),
                DataTable.Column.text(getTranslation("ledger.trace.way")));
        MoreRows<Origin> rows = new MoreRows<>(
                table,
                getTranslation("ledger.trace.more"),
                (from, most) -> {
                    List<Origin> origins = generalLedger.traceBack(id, from, most);
                    ask(new BookShown(WayBackText.references(origins), Set.of()));
                    return origins;
                },
                origin -> table.rowOf(
                        new Span(formats.euros(origin.amount())),
                        new Span(formats.euros(origin.remaining())),
                        WayBackText.of(origin, names, this, formats)));
        if (!rows.isEmpty()) {
            add(
                    new H2(getTranslation("ledger.trace.title")),
                    new Paragraph(getTranslation("ledger.trace.explained")),
                    rows);
        }
    }
}
