package nl.buurtbundel.budget.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.buurtbundel.budget.LapseReason;
import nl.buurtbundel.budget.PaymentState;
import nl.buurtbundel.budget.PaymentSummary;
import nl.buurtbundel.budget.Payments;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.Money;

/** Payments from one pooled budget: the team makes one ready, the budget holder pays it. */
final class PaymentsPart extends Div {
    private static final int LONGEST_TEXT = 200;

    private final transient Payments payments;
    private final InitiativeId plan;
    private final Formats formats = Formats.of(getLocale());
    private final SerializableRunnable whenDone;

    /**
     * @param ended the plan is over: nothing is paid any more
     * @param mayPrepare the reader may make a payment ready
     */
    PaymentsPart(
            Payments payments, InitiativeId plan, boolean ended, boolean mayPrepare, SerializableRunnable whenDone) {
        this.payments = payments;
        this.plan = plan;
        this.whenDone = whenDone;
        addClassName("bb-stack");
        List<PaymentSummary> all = payments.list(plan);
        add(new H2(getTranslation("budget.payments.of-plan")));
        if (!ended) {
            addPayable(mayPrepare);
        }
        add(all.isEmpty() ? new EmptyState(getTranslation("budget.payments.none")) : table(all));
        if (all.stream().anyMatch(payment -> payment.state() == PaymentState.PAID)) {
            add(new Paragraph(getTranslation("budget.payments.paid-stays")));
        }
    }

    private void addPayable(boolean mayPrepare) {
        Money payable = payments.readPayable(plan);
        add(new Paragraph(getTranslation("budget.payments.payable", formats.euros(payable))));
        payments.findPayableFrom(plan)
                .ifPresent(first ->
                        add(new Paragraph(getTranslation("budget.payments.payable-from", formats.date(first)))));
        if (mayPrepare && payable.isPositive()) {
            Button prepare = new Button(getTranslation("budget.payments.prepare"), click -> prepare(payable));
            prepare.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            add(prepare, new WhoSeesThis(getTranslation("budget.payments.who-sees")));
        }
    }

    private DataTable table(List<PaymentSummary> all) {
        DataTable table = new DataTable(
                getTranslation("budget.payments.table"),
                DataTable.Column.text(getTranslation("budget.payments.purpose")),
                DataTable.Column.number(getTranslation("budget.waiting.amount")),
                DataTable.Column.text(getTranslation("budget.payments.prepared-on")),
                DataTable.Column.text(getTranslation("budget.payments.state")),
                DataTable.Column.text(getTranslation("budget.pre.actions")));
        for (PaymentSummary payment : all) {
            table.rowOf(
                    new Span(payment.purpose()),
                    new Span(formats.euros(payment.amount())),
                    new Span(formats.date(payment.preparedOn())),
                    new Span(state(payment)),
                    actions(payment));
        }
        return table;
    }

    private String state(PaymentSummary payment) {
        LapseReason whyLapsed = payment.whyLapsed();
        String state = getTranslation(
                whyLapsed == null
                        ? "budget.payment-state." + payment.state().name().toLowerCase(Locale.ROOT)
                        : whyLapsed.key());
        String whyNot = payment.whyNot();
        var resolvedOn = payment.resolvedOn();
        String when = resolvedOn == null ? state : state + ", " + formats.date(resolvedOn);
        return whyNot == null ? when : when + ": " + whyNot;
    }

    private Component actions(PaymentSummary payment) {
        if (!payment.mayPay()) {
            return new Span("–");
        }
        Button pay = new Button(getTranslation("budget.payments.pay"), click -> pay(payment));
        pay.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        pay.setAriaLabel(getTranslation("budget.payments.pay-which", payment.purpose()));
        Button decline = new Button(getTranslation("budget.payments.decline"), click -> decline(payment));
        decline.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        decline.setAriaLabel(getTranslation("budget.payments.decline-which", payment.purpose()));
        return new Div(pay, decline);
    }

    private void prepare(Money payable) {
        DecimalField amount = new DecimalField(getTranslation("budget.waiting.amount"));
        amount.setPrefixComponent(new Span("€"));
        TextField purpose = new TextField(getTranslation("budget.payments.purpose"));
        purpose.setMaxLength(LONGEST_TEXT);
        purpose.setWidthFull();
        // one dialog is one payment, however often its button is pressed
        String key = "payment:" + UUID.randomUUID();
        new ConfirmDialog(
                        getTranslation("budget.payments.prepare"),
                        getTranslation("budget.payments.prepare-how", formats.euros(payable)),
                        getTranslation("budget.payments.who-sees"),
                        getTranslation("budget.payments.prepare"),
                        () -> {
                            payments.prepare(key, plan, amount.euros(), purpose.getValue());
                            whenDone.run();
                        })
                .with(amount, purpose)
                .open();
    }

    private void pay(PaymentSummary payment) {
        new ConfirmDialog(
                        getTranslation("budget.payments.pay"),
                        getTranslation("budget.payments.pay-how", formats.euros(payment.amount()), payment.purpose()),
                        getTranslation("budget.payments.who-sees"),
                        getTranslation("budget.payments.pay"),
                        () -> {
                            payments.pay(payment.id(), payment.version());
                            whenDone.run();
                        })
                .open();
    }

    private void decline(PaymentSummary payment) {
        TextArea why = new TextArea(getTranslation("budget.payments.why-not"));
        why.setMaxLength(LONGEST_TEXT);
        why.setWidthFull();
        new ConfirmDialog(
                        getTranslation("budget.payments.decline"),
                        getTranslation("budget.payments.decline-how"),
                        getTranslation("budget.payments.who-sees"),
                        getTranslation("budget.payments.decline"),
                        () -> {
                            payments.decline(payment.id(), payment.version(), why.getValue());
                            whenDone.run();
                        })
                .with(why)
                .grave()
                .open();
    }
}
