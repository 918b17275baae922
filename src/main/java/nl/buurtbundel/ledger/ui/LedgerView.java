package nl.buurtbundel.ledger.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.MoreRows;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.YearSelect;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.GeneralLedger;
import nl.buurtbundel.ledger.KindTotal;
import nl.buurtbundel.ledger.ProofReport;
import nl.buurtbundel.ledger.Proofs;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import org.jspecify.annotations.Nullable;

/** Does the book balance? The answer in plain words, the figures behind it, and the accounts of a year. */
@CdiComponent
@Route(LedgerNavigation.LEDGER)
class LedgerView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Access access;
    private final transient Proofs proofs;
    private final transient GeneralLedger generalLedger;
    private final transient Neighbourhoods neighbourhoods;
    private final transient Event<BookShown> bookShown;
    private final transient Clock clock;
    private final Div proof = new Div();
    private final Div accounts = new Div();

    @Inject
    LedgerView(
            Access access,
            Proofs proofs,
            GeneralLedger generalLedger,
            Neighbourhoods neighbourhoods,
            Event<BookShown> bookShown,
            Clock clock) {
        addClassNames("bb-page", "bb-stack");
        this.access = access;
        this.proofs = proofs;
        this.generalLedger = generalLedger;
        this.neighbourhoods = neighbourhoods;
        this.bookShown = bookShown;
        this.clock = clock;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ledger.page.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        MunicipalityCode municipality = access.require(Operation.SEE_LEDGER).municipality();
        removeAll();
        Optional<String> reference = event.getLocation().getQueryParameters().getSingleParameter(LedgerNavigation.OF);
        if (reference.isPresent()) {
            showOf(municipality, reference.get());
            return;
        }
        Button prove = new Button(getTranslation("ledger.proof.run"), click -> show(proofs.prove(municipality), true));
        prove.setDisableOnClick(true);
        prove.addClickListener(click -> prove.setEnabled(true));
        add(new H1(getPageTitle()), prove, proof, new H2(getTranslation("ledger.accounts.title")));
        proofs.findLast(municipality)
                .ifPresentOrElse(
                        report -> show(report, false),
                        () -> proof.add(new EmptyState(getTranslation("ledger.proof.none"))));
        addAccounts(municipality);
    }

    /** The accounts of what a figure elsewhere is about: from there every booking behind it. */
    private void showOf(MunicipalityCode municipality, String reference) {
        Formats formats = Formats.of(getLocale());
        List<AccountSummary> found = generalLedger.listAccounts(municipality, reference);
        BookShown shown = new BookShown(List.of(reference), List.of());
        bookShown.fire(shown);
        AccountName names =
                new AccountName(this, neighbourhoods.mapNames(municipality), shown.names(), shown.purposes());
        String title = getTranslation("ledger.accounts.of", names.reference(reference));
        add(new H1(title), new Anchor(LedgerNavigation.ledger(), getTranslation("ledger.accounts.all")));
        if (found.isEmpty()) {
            add(new EmptyState(getTranslation("ledger.accounts.of-none")));
            return;
        }
        DataTable table = withAmounts(
                        title,
                        DataTable.Column.text(getTranslation("ledger.accounts.account")),
                        DataTable.Column.text(getTranslation("ledger.accounts.year")))
                .belowItsHeading();
        for (AccountSummary account : found) {
            table.rowOf(
                    new Anchor(LedgerNavigation.account(account.id()), names.of(account.key())),
                    new Span(account.key().year().toString()),
                    new Span(formats.euros(account.balance())),
                    new Span(formats.euros(account.held())),
                    new Span(formats.euros(account.available())));
        }
        add(new Paragraph(getTranslation("ledger.accounts.explained")), table);
    }

    private void show(ProofReport report, boolean announced) {
        Formats formats = Formats.of(getLocale());
        String when = formats.dateTime(report.at());
        Notice verdict = report.holds()
                ? Notice.success(getTranslation("ledger.proof.holds", when))
                : Notice.warning(getTranslation("ledger.proof.broken", when));
        proof.removeAll();
        proof.add(announced ? verdict.announced() : verdict);
        DataTable table = new DataTable(
                getTranslation("ledger.proof.table"),
                DataTable.Column.text(getTranslation("ledger.proof.rule")),
                DataTable.Column.number(getTranslation("ledger.proof.examined")),
                DataTable.Column.number(getTranslation("ledger.proof.wrong")),
                DataTable.Column.number(getTranslation("ledger.proof.sum")),
                DataTable.Column.text(getTranslation("ledger.proof.examples")));
        for (ProofReport.Finding finding : report.findings()) {
            table.row(
                    getTranslation("ledger.rule." + Messages.word(finding.rule())),
                    formats.count(finding.examined()),
                    formats.count(finding.wrong()),
                    formats.euros(finding.sum()),
                    finding.holds() ? getTranslation("ledger.proof.right") : finding.examples());
        }
        proof.add(table);
    }

    private void addAccounts(MunicipalityCode municipality) {
        List<FiscalYear> years = generalLedger.listYears(municipality);
        if (years.isEmpty()) {
            add(new EmptyState(getTranslation("ledger.accounts.none")));
            return;
        }
        YearSelect year =
                new YearSelect(getTranslation("ledger.accounts.year"), years, chosen -> showYear(municipality, chosen));
        add(new Paragraph(getTranslation("ledger.accounts.explained")), year, accounts);
        year.begin(FiscalYear.of(LocalDate.now(clock)));
    }

    private void showYear(MunicipalityCode municipality, FiscalYear year) {
        List<KindTotal> kinds = generalLedger.listKinds(municipality, year);
        Div ofKind = new Div();
        Select<AccountKind> kind = new Select<>();
        kind.setLabel(getTranslation("ledger.accounts.kind"));
        kind.setItems(kinds.stream().map(KindTotal::kind).toList());
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(getTranslation("ledger.accounts.every-kind"));
        kind.setItemLabelGenerator(this::name);
        kind.addValueChangeListener(change -> {
            ofKind.removeAll();
            ofKind.add(accounts(municipality, year, change.getValue()));
        });
        ofKind.add(accounts(municipality, year, null));
        accounts.removeAll();
        accounts.addClassName("bb-stack");
        accounts.add(totals(year, kinds), kind, ofKind);
    }

    private DataTable totals(FiscalYear year, List<KindTotal> kinds) {
        Formats formats = Formats.of(getLocale());
        DataTable table = withAmounts(
                getTranslation("ledger.accounts.totals", year.toString()),
                DataTable.Column.text(getTranslation("ledger.accounts.kind")),
                DataTable.Column.number(getTranslation("ledger.accounts.count")));
        for (KindTotal total : kinds) {
            table.row(
                    name(total.kind()),
                    formats.count(total.accounts()),
                    formats.euros(total.balance()),
                    formats.euros(total.held()),
                    formats.euros(total.available()));
        }
        // what anybody gave is somewhere: together it is nothing
        return table.total(
                getTranslation("ledger.accounts.together"),
                formats.count(kinds.stream().mapToLong(KindTotal::accounts).sum()),
                formats.euros(sum(kinds, KindTotal::balance)),
                formats.euros(sum(kinds, KindTotal::held)),
                formats.euros(sum(kinds, KindTotal::available)));
    }

    /** Behind these columns what is on it, what of that is held, and what is left. */
    private DataTable withAmounts(String caption, DataTable.Column... first) {
        List<DataTable.Column> columns = new ArrayList<>(List.of(first));
        columns.add(DataTable.Column.number(getTranslation("ledger.accounts.balance")));
        columns.add(DataTable.Column.number(getTranslation("ledger.accounts.held")));
        columns.add(DataTable.Column.number(getTranslation("ledger.accounts.available")));
        return new DataTable(caption, columns);
    }

    private static Money sum(List<KindTotal> kinds, Function<KindTotal, Money> amount) {
        return Money.sum(kinds.stream().map(amount).toList());
    }

    private MoreRows<AccountSummary> accounts(
            MunicipalityCode municipality, FiscalYear year, @Nullable AccountKind kind) {
        Formats formats = Formats.of(getLocale());
        DataTable table = withAmounts(
                getTranslation("ledger.accounts.caption", year.toString()),
                DataTable.Column.text(getTranslation("ledger.accounts.account")));
        Map<String, String> known = new HashMap<>();
        AccountName names = new AccountName(this, neighbourhoods.mapNames(municipality), known, Map.of());
        return new MoreRows<>(
                table,
                getTranslation("ledger.accounts.more"),
                (from, most) -> {
                    List<AccountSummary> found = generalLedger.listAccounts(municipality, year, kind, from, most);
                    BookShown shown = new BookShown(
                            found.stream()
                                    .map(account -> account.key().reference())
                                    .toList(),
                            List.of());
                    bookShown.fire(shown);
                    known.putAll(shown.names());
                    return found;
                },
                account -> table.rowOf(
                        new Anchor(LedgerNavigation.account(account.id()), names.of(account.key())),
                        new Span(formats.euros(account.balance())),
                        new Span(formats.euros(account.held())),
                        new Span(formats.euros(account.available()))));
    }

    private String name(@Nullable AccountKind kind) {
        return kind == null
                ? getTranslation("ledger.accounts.every-kind")
                : getTranslation("ledger.kind." + Messages.word(kind));
    }
}
