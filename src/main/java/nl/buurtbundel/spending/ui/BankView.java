package nl.buurtbundel.spending.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.budget.PayerAgreement;
import nl.buurtbundel.budget.PayerReceipt;
import nl.buurtbundel.budget.ui.BudgetNavigation;
import nl.buurtbundel.decision.MiniBudgetCard;
import nl.buurtbundel.decision.MiniBudgetId;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.FileUpload;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.spending.BankLineSummary;
import nl.buurtbundel.spending.BankStatements;
import nl.buurtbundel.spending.ExpectedReceipt;
import nl.buurtbundel.spending.ExpenseSummary;
import nl.buurtbundel.spending.PaymentReference;
import nl.buurtbundel.spending.StatementReport;
import nl.buurtbundel.spending.Unmatched;

/** What the bank says was paid: read in, linked where it is certain, and a list of what somebody has to look at. */
@CdiComponent
@Route(SpendingNavigation.BANK)
class BankView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int MEGABYTE = 1 << 20;
    private static final int MOST_OPEN = 100;
    private static final int MOST_SETTLED = 20;

    private final transient BankStatements statements;
    private final transient Access access;
    private final ErrorNotice error = new ErrorNotice();
    private final Div told = new Div();
    private final Div list = new Div();

    @Inject
    BankView(BankStatements statements, Access access) {
        this.statements = statements;
        this.access = access;
        addClassNames("bb-page", "bb-stack");
        list.addClassName("bb-stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("spending.bank.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        here();
        removeAll();
        Span what = new Span(getTranslation("spending.bank.what", BankStatements.MOST_MEGABYTES));
        what.addClassNames("bb-soft", "bb-small");
        add(
                new H1(getPageTitle()),
                new Paragraph(getTranslation("spending.bank.explained")),
                Notice.info(getTranslation("spending.bank.kept")),
                new H2(getTranslation("spending.bank.read")),
                upload(),
                what,
                told,
                error,
                list,
                new WhoSeesThis(getTranslation("spending.bank.who-sees")));
        show();
    }

    private MunicipalityCode here() {
        return access.require(Operation.READ_STATEMENTS).municipality();
    }

    private FileUpload upload() {
        return new FileUpload(
                List.of(".xml", "text/xml", "application/xml"),
                BankStatements.MOST_MEGABYTES * MEGABYTE,
                BankStatements.MOST_MEGABYTES,
                getTranslation("spending.bank.choose"),
                getTranslation("spending.bank.other-kind"),
                this::read,
                rejected -> {
                    told.removeAll();
                    error.show(getTranslation(
                            "spending.bank.rejected", rejected.getFileName(), rejected.getErrorMessage()));
                });
    }

    private void read(String fileName, byte[] bytes) {
        try {
            StatementReport report = statements.read(here(), fileName, bytes);
            int recorded = record();
            show();
            tell(sentence(report, recorded));
        } catch (RuntimeException thrown) {
            told.removeAll();
            error.tell(thrown);
        }
    }

    private String sentence(StatementReport report, int recorded) {
        if (report.statements() > 0) {
            return getTranslation("spending.bank.done", report.linked(), report.onList(), report.passedBy(), recorded);
        }
        return report.onList() == 0
                ? getTranslation("spending.bank.nothing-new")
                : getTranslation("spending.bank.more-of-it", report.onList());
    }

    /** What the bank paid and awaits its record: whoever may pay records it by that. */
    private int record() {
        return access.may(Operation.PAY) ? statements.recordFromPots(here()) + statements.recordPaid(here()) : 0;
    }

    private void tell(String sentence) {
        error.clear();
        told.removeAll();
        told.add(Notice.success(sentence).announced().focused());
    }

    private void show() {
        List<BankLineSummary> open = statements.listOpen(here(), MOST_OPEN);
        list.removeAll();
        list.add(new H2(getTranslation("spending.bank.open")));
        if (open.isEmpty()) {
            list.add(new EmptyState(getTranslation("spending.bank.none-open")));
        } else {
            list.add(openTable(open));
        }
        if (open.size() == MOST_OPEN) {
            list.add(new Paragraph(getTranslation("spending.bank.more", MOST_OPEN)));
        }
        if (access.may(Operation.PAY) && open.stream().anyMatch(one -> one.why() == Unmatched.NOT_RECORDED)) {
            list.add(new Button(getTranslation("spending.bank.record"), click -> recordNow()));
        }
        List<BankLineSummary> settled = statements.listSettled(here(), MOST_SETTLED);
        if (!settled.isEmpty()) {
            list.add(new H2(getTranslation("spending.bank.settled")), settledTable(settled));
        }
    }

    private void recordNow() {
        int recorded = record();
        show();
        tell(
                recorded == 0
                        ? getTranslation("spending.bank.record.none")
                        : getTranslation("spending.bank.record.done", recorded));
    }

    private Component openTable(List<BankLineSummary> open) {
        return table("spending.bank.open", "spending.bank.why", open, this::why, this::listActions);
    }

    private Component settledTable(List<BankLineSummary> settled) {
        return table(
                "spending.bank.settled", "spending.bank.belongs-to", settled, this::belongsTo, this::settledActions);
    }

    /** @param told what stands in the column beside the payment */
    private Component table(
            String title,
            String column,
            List<BankLineSummary> payments,
            Function<BankLineSummary, Component> told,
            Function<BankLineSummary, Component> actions) {
        DataTable table = new DataTable(
                        getTranslation(title),
                        DataTable.Column.text(getTranslation("spending.bank.day")),
                        DataTable.Column.number(getTranslation("spending.bank.amount")),
                        DataTable.Column.text(getTranslation("spending.bank.reference")),
                        DataTable.Column.text(getTranslation(column)),
                        DataTable.Column.text(getTranslation("spending.bank.actions")))
                .belowItsHeading();
        for (BankLineSummary one : payments) {
            table.rowOf(
                    new Span(day(one)),
                    new Span(amount(one)),
                    new Span(reference(one)),
                    told.apply(one),
                    actions.apply(one));
        }
        return table;
    }

    private Component why(BankLineSummary one) {
        Unmatched why = one.why();
        return new Span(why == null ? "–" : getTranslation(why.key()));
    }

    private Component belongsTo(BankLineSummary one) {
        BankLineSummary.Met met = one.expense();
        PayerAgreement by = one.receivedBy();
        if (by != null) {
            return new Anchor(BudgetNavigation.pooledBudget(by.plan().value()), agreement(by));
        }
        MiniBudgetId pot = one.miniBudget();
        if (pot != null) {
            return new Span(getTranslation("spending.bank.mini-budget", PaymentReference.of(pot)));
        }
        if (met == null) {
            return new Span(getTranslation("spending.bank.not-ours-state"));
        }
        if (one.cameBack()) {
            return new Anchor(
                    SpendingNavigation.spending(met.plan()), getTranslation("spending.bank.came-back", met.purpose()));
        }
        String purpose = met.byHand() ? getTranslation("spending.bank.by-hand", met.purpose()) : met.purpose();
        return new Anchor(SpendingNavigation.spending(met.plan()), purpose);
    }

    private Component listActions(BankLineSummary one) {
        if (one.why() == Unmatched.UNDONE) {
            Div actions = new Div(belongsTo(one), settledActions(one));
            actions.addClassName("bb-cluster");
            return actions;
        }
        return one.expense() == null ? openActions(one) : linkedActions(one);
    }

    private Component openActions(BankLineSummary one) {
        Div actions = new Div();
        actions.addClassName("bb-cluster");
        if (one.receivable() && access.may(Operation.BOOK_CONTRIBUTION)) {
            Button receive = new Button(getTranslation("spending.bank.receive"), click -> receive(one));
            if (one.why() == Unmatched.CAME_BACK) {
                receive.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            }
            receive.setAriaLabel(getTranslation("spending.bank.receive.which", euros(one), dayOnly(one)));
            actions.add(receive);
        }
        if (one.returnable() && access.may(Operation.PAY)) {
            Button back = new Button(getTranslation("spending.bank.come-back"), click -> comeBack(one));
            back.setAriaLabel(getTranslation("spending.bank.come-back.which", euros(one), dayOnly(one)));
            actions.add(back);
        }
        if (one.paidOut()) {
            Button link = new Button(getTranslation("spending.bank.link"), click -> link(one));
            link.setAriaLabel(getTranslation("spending.bank.link.which", euros(one), dayOnly(one)));
            actions.add(link);
        }
        if (one.paidOut() && access.may(Operation.PAY)) {
            Button pot = new Button(getTranslation("spending.bank.pot"), click -> linkMiniBudget(one));
            pot.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            pot.setAriaLabel(getTranslation("spending.bank.pot.which", euros(one), dayOnly(one)));
            actions.add(pot);
        }
        Button notOurs = new Button(getTranslation("spending.bank.not-ours"), click -> notOurs(one));
        notOurs.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        notOurs.setAriaLabel(getTranslation("spending.bank.not-ours.which", euros(one), dayOnly(one)));
        actions.add(notOurs);
        return actions;
    }

    private Component linkedActions(BankLineSummary one) {
        Div actions = new Div(belongsTo(one), putBackButton(one));
        actions.addClassName("bb-cluster");
        return actions;
    }

    private Component settledActions(BankLineSummary one) {
        boolean mayPutBack = !one.cameBack()
                && (one.receivedBy() == null || access.may(Operation.BOOK_CONTRIBUTION))
                && (one.miniBudget() == null || access.may(Operation.PAY));
        return mayPutBack ? putBackButton(one) : new Span("–");
    }

    private Button putBackButton(BankLineSummary one) {
        Button back = new Button(getTranslation("spending.bank.put-back"), click -> putBack(one));
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        back.setAriaLabel(getTranslation("spending.bank.put-back.which", euros(one), dayOnly(one)));
        return back;
    }

    private void link(BankLineSummary one) {
        choose("spending.bank.link", "spending.bank.who-sees", one, chosen -> {
            statements.link(one.id(), one.version(), chosen.id());
            record();
        });
    }

    private void linkMiniBudget(BankLineSummary one) {
        List<MiniBudgetCard> possible = statements.listMiniBudgets(one.id());
        if (possible.isEmpty()) {
            told.removeAll();
            error.show(getTranslation("spending.bank.pot.none", euros(one), dayOnly(one)));
            error.scrollIntoView();
            return;
        }
        RadioButtonGroup<MiniBudgetCard> choice = new RadioButtonGroup<>(getTranslation("spending.bank.pot"));
        choice.setItems(possible);
        choice.setItemLabelGenerator(pot -> getTranslation(
                "spending.bank.pot.choice",
                PaymentReference.of(pot.id()),
                formats().euros(pot.left()),
                formats().shortDate(pot.from())));
        new ConfirmDialog(
                        getTranslation("spending.bank.pot"),
                        getTranslation("spending.bank.pot.how", euros(one), dayOnly(one)),
                        getTranslation("spending.bank.pot.who-sees"),
                        getTranslation("spending.bank.pot"),
                        () -> {
                            statements.linkMiniBudget(
                                    one.id(), one.version(), Required.in(choice).id());
                            done("spending.bank.pot.done");
                        })
                .with(choice)
                .open();
    }

    private void comeBack(BankLineSummary one) {
        choose(
                "spending.bank.come-back",
                "spending.bank.come-back.who-sees",
                one,
                chosen -> statements.comeBack(one.id(), one.version(), chosen.id()));
    }

    /** One of the expenses that a payment could be. */
    private void choose(String key, String whoSees, BankLineSummary one, SerializableConsumer<ExpenseSummary> deed) {
        List<ExpenseSummary> candidates = statements.listCandidates(one.id());
        if (candidates.isEmpty()) {
            told.removeAll();
            error.show(getTranslation(key + ".none", euros(one), dayOnly(one)));
            error.scrollIntoView();
            return;
        }
        RadioButtonGroup<ExpenseSummary> choice = new RadioButtonGroup<>(getTranslation("spending.bank.link.expense"));
        choice.setItems(candidates);
        choice.setItemLabelGenerator(expense -> getTranslation(
                "spending.bank.link.choice",
                expense.planTitle(),
                expense.purpose(),
                formats().shortDate(expense.spentOn())));
        new ConfirmDialog(
                        getTranslation(key),
                        getTranslation(key + ".how", euros(one), dayOnly(one)),
                        getTranslation(whoSees),
                        getTranslation(key),
                        () -> {
                            deed.accept(Required.in(choice));
                            done(key + ".done");
                        })
                .with(choice)
                .open();
    }

    private void receive(BankLineSummary one) {
        List<ExpectedReceipt> possible = statements.listAgreements(one.id());
        if (possible.isEmpty()) {
            told.removeAll();
            error.show(getTranslation("spending.bank.receive.none", euros(one), dayOnly(one)));
            error.scrollIntoView();
            return;
        }
        RadioButtonGroup<ExpectedReceipt> choice =
                new RadioButtonGroup<>(getTranslation("spending.bank.receive.agreement"));
        choice.setItems(possible);
        choice.setItemLabelGenerator(this::receipt);
        String how = getTranslation("spending.bank.receive.how", euros(one), dayOnly(one));
        boolean someBooked = possible.stream().anyMatch(receipt -> receipt.booked() != null);
        new ConfirmDialog(
                        getTranslation("spending.bank.receive"),
                        someBooked ? how + ' ' + getTranslation("spending.bank.receive.how-booked") : how,
                        getTranslation("spending.bank.receive.who-sees"),
                        getTranslation("spending.bank.receive"),
                        () -> {
                            ExpectedReceipt chosen = Required.in(choice);
                            PayerReceipt booked = chosen.booked();
                            if (booked == null) {
                                statements.receive(
                                        one.id(), one.version(), chosen.by().id());
                                done("spending.bank.receive.done");
                            } else {
                                statements.layBeside(one.id(), one.version(), booked.id());
                                done("spending.bank.beside.done");
                            }
                        })
                .with(choice)
                .open();
    }

    private String receipt(ExpectedReceipt one) {
        PayerReceipt booked = one.booked();
        return booked == null
                ? getTranslation(
                        "spending.bank.receive.choice",
                        agreement(one.by()),
                        formats().euros(one.by().outstanding()))
                : getTranslation(
                        "spending.bank.beside.choice",
                        agreement(one.by()),
                        formats().shortDate(booked.bookedOn()));
    }

    private String agreement(PayerAgreement by) {
        return getTranslation(
                "spending.bank.agreement",
                by.agreement().organisation(),
                by.agreement().agreementNumber(),
                PaymentReference.of(by.plan()));
    }

    private void notOurs(BankLineSummary one) {
        ask("spending.bank.not-ours", one, () -> statements.notOurs(one.id(), one.version()));
    }

    private void putBack(BankLineSummary one) {
        SerializableRunnable deed = () -> statements.putBack(one.id(), one.version());
        if (one.miniBudget() != null) {
            ask("spending.bank.put-back", "spending.bank.put-back.how-pot", "spending.bank.pot.who-sees", one, deed);
        } else if (one.receivedBy() == null) {
            ask("spending.bank.put-back", one, deed);
        } else {
            String how = one.beside() ? "spending.bank.put-back.how-beside" : "spending.bank.put-back.how-received";
            ask("spending.bank.put-back", how, "spending.bank.receive.who-sees", one, deed);
        }
    }

    private void ask(String key, BankLineSummary one, SerializableRunnable deed) {
        ask(key, key + ".how", "spending.bank.who-sees", one, deed);
    }

    private void ask(String key, String how, String whoSees, BankLineSummary one, SerializableRunnable deed) {
        new ConfirmDialog(
                        getTranslation(key),
                        getTranslation(how, euros(one), dayOnly(one)),
                        getTranslation(whoSees),
                        getTranslation(key),
                        () -> {
                            deed.run();
                            done(key + ".done");
                        })
                .open();
    }

    private void done(String key) {
        show();
        tell(getTranslation(key));
    }

    private String day(BankLineSummary one) {
        return one.card() ? getTranslation("spending.bank.card", dayOnly(one)) : dayOnly(one);
    }

    private String dayOnly(BankLineSummary one) {
        return formats().shortDate(one.day());
    }

    private String amount(BankLineSummary one) {
        return one.paidOut() ? euros(one) : getTranslation("spending.bank.in", euros(one));
    }

    private String euros(BankLineSummary one) {
        return formats().euros(one.amount());
    }

    private static String reference(BankLineSummary one) {
        String reference = one.reference();
        return reference == null ? "–" : reference;
    }

    private Formats formats() {
        return Formats.of(getLocale());
    }
}
