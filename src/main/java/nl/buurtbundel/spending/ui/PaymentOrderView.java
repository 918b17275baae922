package nl.buurtbundel.spending.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DayField;
import nl.buurtbundel.foundation.ui.Download;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.spending.ExpenseSummary;
import nl.buurtbundel.spending.OrderedExpenses;
import nl.buurtbundel.spending.OrderedPayment;
import nl.buurtbundel.spending.PaidFrom;
import nl.buurtbundel.spending.PaymentOrder;
import nl.buurtbundel.spending.PaymentOrders;
import nl.buurtbundel.spending.WaitingPayments;

/** One file for the bank with what waits to be paid; once it was sent, all of it is recorded as paid. */
@CdiComponent
@Route(SpendingNavigation.ORDER)
class PaymentOrderView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    /** An IBAN of 34 signs is seen whole. */
    private static final String WIDTH = "21rem";

    private static final String XML = "application/xml";

    private final transient PaymentOrders orders;
    private final transient Clock clock;
    private final TextField holder = new TextField(getTranslation("spending.order.holder"));
    private final TextField account = new TextField(getTranslation("spending.order.account"));
    private final DayField on = new DayField(getTranslation("spending.order.on"));
    private final ErrorNotice error = new ErrorNotice();
    private final Div outcome = new Div();

    @Inject
    PaymentOrderView(PaymentOrders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
        outcome.addClassName("bb-stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("spending.order.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        WaitingPayments waiting = orders.readWaiting();
        removeAll();
        error.clear();
        add(new H1(getPageTitle()), new Paragraph(getTranslation("spending.order.explained")), error, outcome);
        if (!waiting.ordered().isEmpty()) {
            add(new H2(getTranslation("spending.order.made")), new Paragraph(getTranslation("spending.order.then")));
            waiting.ordered().forEach(one -> add(made(one)));
        }
        if (waiting.notOrdered().isEmpty()) {
            add(new EmptyState(getTranslation("spending.payments.none-waiting")));
        } else {
            addForm(waiting.notOrdered());
        }
        add(new WhoSeesThis(getTranslation("spending.order.who-sees")), back());
    }

    private void addForm(List<ExpenseSummary> waiting) {
        PaidFrom from = orders.readPaidFrom();
        holder.setValue(from.holder());
        account.setValue(from.account());
        holder.setWidth(WIDTH);
        account.setWidth(WIDTH);
        on.setValue(LocalDate.now(clock));
        List<Row> rows = new ArrayList<>();
        waiting.forEach(expense -> rows.add(new Row(rows.size() + 1, expense)));
        Button write = new Button(getTranslation("spending.order.write"), click -> write(rows));
        write.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new H2(getTranslation("spending.order.from")),
                fields(holder, account, on),
                new H2(getTranslation("spending.order.payments")));
        rows.forEach(this::add);
        add(write);
    }

    /** A file that was made, until it is known what became of it. */
    private Component made(OrderedExpenses one) {
        String what = getTranslation(
                "spending.order.made.what",
                one.payments(),
                formats().euros(one.sum()),
                formats().shortDate(one.on()),
                one.order());
        Button sent = new Button(
                getTranslation("spending.order.sent"),
                click -> ask(
                        "spending.order.sent", "spending.order.sent.how", one, () -> orders.recordSent(one.order())));
        Button withdraw = new Button(
                getTranslation("spending.order.withdraw"),
                click -> ask("spending.order.withdraw", howToWithdraw(one), one, () -> orders.withdraw(one.order())));
        withdraw.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div actions = new Div(sent, withdraw);
        actions.addClassName("bb-cluster");
        if (one.fileKept()) {
            Anchor again = file(one.order(), "spending.order.download-again");
            again.setAriaLabel(getTranslation("spending.order.download-again.which", one.order()));
            actions.add(again);
        }
        Div card = new Div(new Paragraph(what));
        if (one.isOverdue(LocalDate.now(clock))) {
            card.add(Notice.warning(getTranslation("spending.order.overdue")));
        }
        card.add(actions);
        card.addClassNames("bb-card", "bb-stack");
        return card;
    }

    private Anchor back() {
        return new Anchor(SpendingNavigation.payments(), getTranslation("spending.order.back"));
    }

    private static Div fields(Component... fields) {
        Div line = new Div(fields);
        line.addClassName("bb-cluster");
        return line;
    }

    private void write(List<Row> rows) {
        error.clear();
        outcome.removeAll();
        try {
            List<OrderedPayment> chosen =
                    rows.stream().filter(Row::isChosen).map(Row::payment).toList();
            PaymentOrder order =
                    orders.write(new PaidFrom(Required.in(holder), Required.in(account)), Required.in(on), chosen);
            show();
            tell(order);
        } catch (RuntimeException thrown) {
            error.tell(thrown);
            error.scrollIntoView();
        }
    }

    private void tell(PaymentOrder order) {
        outcome.add(
                Notice.success(getTranslation(
                                "spending.order.done",
                                order.payments(),
                                formats().euros(order.sum())))
                        .announced()
                        .focused(),
                file(order.id(), "spending.order.download"));
    }

    private Anchor file(String order, String key) {
        DownloadHandler file = event -> send(order, event);
        return new Anchor(file, getTranslation(key));
    }

    /** Asked for anew each time: somebody may have recorded something of it since the page was shown. */
    private void send(String order, DownloadEvent event) throws IOException {
        PaymentOrder asked;
        try {
            asked = orders.download(order);
        } catch (RuntimeException thrown) {
            if (Refusal.unwrapped(thrown) instanceof Refusal) {
                event.getResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            throw thrown;
        }
        event.getResponse().setHeader("Cache-Control", "no-store");
        Download.send(event, asked.fileName(), XML, asked.file());
    }

    private static String howToWithdraw(OrderedExpenses one) {
        return one.bankHasIt() ? "spending.order.withdraw.how-begun" : "spending.order.withdraw.how";
    }

    private void ask(String key, String how, OrderedExpenses one, SerializableRunnable deed) {
        new ConfirmDialog(
                        getTranslation(key),
                        getTranslation(how, one.payments(), formats().euros(one.sum())),
                        getTranslation("spending.order.who-sees"),
                        getTranslation(key),
                        () -> {
                            deed.run();
                            outcome.removeAll();
                            show();
                            Notice.tell(this, getTranslation(key + ".done")).focused();
                        })
                .open();
    }

    private Formats formats() {
        return Formats.of(getLocale());
    }

    /** One expense, with to whom it is paid; that is asked only for what is chosen. */
    private static final class Row extends Div {
        private final int place;
        private final transient ExpenseSummary expense;
        private final Checkbox chosen = new Checkbox(true);
        private final TextField payee = new TextField(getTranslation("spending.order.payee"));
        private final TextField account = new TextField(getTranslation("spending.order.iban"));

        Row(int place, ExpenseSummary expense) {
            this.place = place;
            this.expense = expense;
            addClassNames("bb-card", "bb-stack");
            String what = getTranslation(
                    "spending.order.what",
                    place,
                    expense.purpose(),
                    expense.planTitle(),
                    Formats.of(getLocale()).euros(expense.amount()));
            chosen.setLabel(what);
            payee.setAriaLabel(getTranslation("spending.order.payee") + ": " + what);
            payee.setWidth(WIDTH);
            account.setWidth(WIDTH);
            account.setAriaLabel(getTranslation("spending.order.iban") + ": " + what);
            Div whom = fields(payee, account);
            chosen.addValueChangeListener(change -> whom.setVisible(change.getValue()));
            add(chosen, whom);
        }

        boolean isChosen() {
            return chosen.getValue();
        }

        OrderedPayment payment() {
            return new OrderedPayment(place, expense.id(), expense.version(), Required.in(payee), Required.in(account));
        }
    }
}
