package nl.buurtbundel.spending.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.spending.BudgetLineId;
import nl.buurtbundel.spending.ExpenseSummary;
import nl.buurtbundel.spending.Expenses;
import nl.buurtbundel.spending.LapseReason;
import nl.buurtbundel.spending.PaymentReference;
import nl.buurtbundel.spending.Receipts;

/** Expenses with their receipts and how far they are, and what the reader can do with each. */
final class ExpensesPart extends Div {
    private static final int LONGEST_TEXT = 200;

    private final transient Expenses expenses;
    private final transient Receipts receipts;
    private final Formats formats = Formats.of(getLocale());
    private final SerializableConsumer<String> whenDone;

    /** @param whenDone told the message key of what was done */
    ExpensesPart(Expenses expenses, Receipts receipts, SerializableConsumer<String> whenDone) {
        this.expenses = expenses;
        this.receipts = receipts;
        this.whenDone = whenDone;
        addClassName("bb-stack");
    }

    /** Those of one plan, each on its line. */
    ExpensesPart ofPlan(List<ExpenseSummary> all, Map<BudgetLineId, String> lines) {
        DataTable table = new DataTable(
                getTranslation("spending.expenses.table"),
                DataTable.Column.text(getTranslation("spending.expenses.purpose")),
                DataTable.Column.number(getTranslation("spending.expenses.amount")),
                DataTable.Column.text(getTranslation("spending.lines.line")),
                DataTable.Column.text(getTranslation("spending.expenses.day")),
                DataTable.Column.text(getTranslation("spending.receipts")),
                DataTable.Column.text(getTranslation("spending.expenses.state")),
                DataTable.Column.text(getTranslation("spending.expenses.actions")));
        for (ExpenseSummary one : all) {
            BudgetLineId line = one.line();
            table.rowOf(
                    new Span(one.purpose()),
                    new Span(formats.euros(one.amount())),
                    new Span(line == null ? "–" : lines.getOrDefault(line, "–")),
                    new Span(formats.shortDate(one.spentOn())),
                    new ReceiptLinks(receipts, one.receipts(), one.purpose()),
                    new Span(state(one)),
                    actions(one));
        }
        add(table);
        return this;
    }

    /** Those of many plans that wait for the reader. */
    ExpensesPart waiting(String caption, List<ExpenseSummary> all) {
        DataTable table = new DataTable(
                caption,
                DataTable.Column.text(getTranslation("spending.payments.plan")),
                DataTable.Column.text(getTranslation("spending.expenses.purpose")),
                DataTable.Column.number(getTranslation("spending.expenses.amount")),
                DataTable.Column.text(getTranslation("spending.expenses.booked-on")),
                DataTable.Column.text(getTranslation("spending.payments.reference")),
                DataTable.Column.text(getTranslation("spending.receipts")),
                DataTable.Column.text(getTranslation("spending.expenses.actions")));
        for (ExpenseSummary one : all) {
            table.rowOf(
                    new Anchor(SpendingNavigation.spending(one.initiative()), one.planTitle()),
                    new Span(one.purpose()),
                    new Span(formats.euros(one.amount())),
                    new Span(formats.shortDate(one.bookedOn())),
                    new Span(reference(one)),
                    new ReceiptLinks(receipts, one.receipts(), one.purpose()),
                    actions(one));
        }
        add(table);
        return this;
    }

    private String state(ExpenseSummary one) {
        LapseReason whyLapsed = one.whyLapsed();
        String state = getTranslation(
                whyLapsed == null ? "spending.expense-state." + Messages.word(one.state()) : whyLapsed.key());
        var resolvedOn = one.resolvedOn();
        String when = resolvedOn == null ? state : state + ", " + formats.shortDate(resolvedOn);
        var atTheBank = one.seenByBankOn();
        if (atTheBank != null) {
            return getTranslation("spending.seen-by-bank", when, formats.shortDate(atTheBank));
        }
        String why = one.whySentBack();
        return why == null ? when : when + ": " + why;
    }

    private Component actions(ExpenseSummary one) {
        Div actions = new Div();
        actions.addClassName("bb-cluster");
        if (one.rights().mayApprove()) {
            actions.add(main("spending.approve", "spending.approve.which", one, this::approve));
        }
        if (one.rights().mayPay()) {
            actions.add(main("spending.pay", "spending.pay.which", one, this::pay));
        }
        if (one.rights().maySendBack()) {
            Button back = new Button(getTranslation("spending.send-back"), click -> sendBack(one));
            back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            back.setAriaLabel(getTranslation("spending.send-back.which", one.purpose()));
            actions.add(back);
        }
        if (one.rights().mayWithdraw()) {
            Button withdraw = new Button(getTranslation("spending.withdraw"), click -> withdraw(one));
            withdraw.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            withdraw.setAriaLabel(getTranslation("spending.withdraw.which", one.purpose()));
            actions.add(withdraw);
        }
        if (one.rights().mayBookAnew()) {
            actions.add(new Anchor(
                    SpendingNavigation.bookAnew(one.initiative(), one.id()), getTranslation("spending.book.anew")));
        }
        return actions.getComponentCount() == 0 ? new Span("–") : actions;
    }

    /** A row has no main action of its page. */
    private Button main(String key, String which, ExpenseSummary one, SerializableConsumer<ExpenseSummary> action) {
        Button button = new Button(getTranslation(key), click -> action.accept(one));
        button.setAriaLabel(getTranslation(which, one.purpose()));
        return button;
    }

    private void approve(ExpenseSummary one) {
        new ConfirmDialog(
                        getTranslation("spending.approve"),
                        getTranslation("spending.approve.how", formats.euros(one.amount()), one.purpose()),
                        getTranslation("spending.expenses.who-sees"),
                        getTranslation("spending.approve"),
                        () -> {
                            expenses.approve(one.id(), one.version());
                            whenDone.accept("spending.approve.done");
                        })
                .open();
    }

    private void pay(ExpenseSummary one) {
        new ConfirmDialog(
                        getTranslation("spending.pay"),
                        getTranslation("spending.pay.how", formats.euros(one.amount()), one.purpose()),
                        getTranslation("spending.expenses.who-sees"),
                        getTranslation("spending.pay"),
                        () -> {
                            expenses.pay(one.id(), one.version());
                            whenDone.accept("spending.pay.done");
                        })
                .open();
    }

    private void withdraw(ExpenseSummary one) {
        new ConfirmDialog(
                        getTranslation("spending.withdraw"),
                        getTranslation("spending.withdraw.how", formats.euros(one.amount()), one.purpose()),
                        getTranslation("spending.expenses.who-sees"),
                        getTranslation("spending.withdraw"),
                        () -> {
                            expenses.withdraw(one.id(), one.version());
                            whenDone.accept("spending.withdraw.done");
                        })
                .open();
    }

    private void sendBack(ExpenseSummary one) {
        TextArea why = new TextArea(getTranslation("spending.send-back.why"));
        why.setMaxLength(LONGEST_TEXT);
        why.setWidthFull();
        new ConfirmDialog(
                        getTranslation("spending.send-back"),
                        getTranslation("spending.send-back.how", one.purpose()),
                        getTranslation("spending.expenses.who-sees"),
                        getTranslation("spending.send-back"),
                        () -> {
                            expenses.sendBack(one.id(), one.version(), why.getValue());
                            whenDone.accept("spending.send-back.done");
                        })
                .with(why)
                .grave()
                .open();
    }

    private String reference(ExpenseSummary one) {
        String reference = PaymentReference.of(one.id());
        LocalDate ordered = one.orderedOn();
        return ordered == null
                ? reference
                : getTranslation("spending.payments.in-order", reference, formats.shortDate(ordered));
    }
}
