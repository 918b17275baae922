package nl.buurtbundel.spending.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DayField;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.KeyFigure;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.ui.InitiativeNavigation;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.spending.BudgetLineId;
import nl.buurtbundel.spending.CommitmentSummary;
import nl.buurtbundel.spending.Commitments;
import nl.buurtbundel.spending.ExpenseState;
import nl.buurtbundel.spending.Expenses;
import nl.buurtbundel.spending.LineFigures;
import nl.buurtbundel.spending.NewCommitment;
import nl.buurtbundel.spending.Receipts;
import nl.buurtbundel.spending.ShiftSummary;
import nl.buurtbundel.spending.Spending;
import nl.buurtbundel.spending.SpendingPage;
import org.jspecify.annotations.Nullable;

/** All that is spent on one plan: what is left on each line, what was booked, and what was agreed. */
@CdiComponent
@Route(SpendingNavigation.SPENDING)
class SpendingView extends Div implements HasUrlParameter<Long>, BeforeLeaveObserver, HasDynamicTitle {
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_NAME = 100;

    private final transient Spending spending;
    private final transient Expenses expenses;
    private final transient Commitments commitments;
    private final transient Receipts receipts;
    private final transient Clock clock;
    private @Nullable ExpenseForm form;
    private String title = "";

    @Inject
    SpendingView(Spending spending, Expenses expenses, Commitments commitments, Receipts receipts, Clock clock) {
        this.spending = spending;
        this.expenses = expenses;
        this.commitments = commitments;
        this.receipts = receipts;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void setParameter(BeforeEvent event, Long initiative) {
        show(new InitiativeId(initiative));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (form != null) {
            form.askBefore(event);
        }
    }

    private void show(InitiativeId plan) {
        SpendingPage page = spending.read(plan);
        Formats formats = Formats.of(getLocale());
        title = getTranslation("spending.page.title", page.title());
        form = null;
        removeAll();
        add(
                new H1(title),
                new Anchor(InitiativeNavigation.plan(plan), getTranslation("spending.page.to-plan")),
                figures(page.lines(), formats));
        addPayable(page, formats);
        addSentBack(page);
        addBooking(page);
        add(new LinesPart(page.lines(), line -> beside(page, line)));
        addShifts(page, formats);
        addExpenses(page);
        addCommitments(page, formats);
    }

    private void showDone(InitiativeId plan, String done) {
        show(plan);
        tell(done);
    }

    /** What was done on another page that led here. */
    void tell(String done) {
        Notice.tell(this, getTranslation(done)).focused();
    }

    /** They add up to what was granted. */
    private static Div figures(List<LineFigures> lines, Formats formats) {
        List<KeyFigure> figures = new ArrayList<>(List.of(
                figure("spending.lines.granted", LinesPart.sum(lines, LineFigures::granted), formats),
                figure("spending.lines.to-pay", LinesPart.sum(lines, LineFigures::toPay), formats),
                figure("spending.lines.paid", LinesPart.sum(lines, LineFigures::paid), formats)));
        Money gone = LineFigures.sumGone(lines);
        if (!gone.isZero()) {
            figures.add(figure("spending.year.returned", gone, formats));
        }
        figures.add(figure("spending.lines.left", LinesPart.sum(lines, LineFigures::left), formats));
        return KeyFigure.sideBySide(figures.toArray(KeyFigure[]::new));
    }

    private static KeyFigure figure(String key, Money amount, Formats formats) {
        return new KeyFigure(UI.getCurrent().getTranslation(key), formats.euros(amount));
    }

    private void addPayable(SpendingPage page, Formats formats) {
        LocalDate from = page.availableFrom();
        if (from != null) {
            add(Notice.info(getTranslation("spending.page.payable-from", formats.date(from))));
        }
        Money now = page.availableNow();
        if (now != null) {
            add(new Paragraph(getTranslation("spending.page.payable", formats.euros(now))));
        }
    }

    /** What came back to the reader, first of all. */
    private void addSentBack(SpendingPage page) {
        page.expenses().stream()
                .filter(one -> one.rights().mayBookAnew())
                .forEach(one -> add(SentBack.leading(getLocale(), one)));
    }

    /** Of a small plan everything is on this one page. */
    private void addBooking(SpendingPage page) {
        if (!page.mayBook()) {
            return;
        }
        if (page.onePage()) {
            form = new ExpenseForm(
                    expenses, receipts, page, null, LocalDate.now(clock), done -> showDone(page.plan(), done));
            add(new H2(getTranslation("spending.book")), form);
            return;
        }
        Button book = new Button(
                getTranslation("spending.book"),
                click -> UI.getCurrent().navigate(SpendingNavigation.book(page.plan())));
        book.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(book, new WhoSeesThis(getTranslation("spending.expenses.who-sees")));
    }

    private Component beside(SpendingPage page, LineFigures line) {
        if (!line.asksWhy() || !page.mayKeepLines()) {
            return LinesPart.reason(line);
        }
        Button explain = new Button(getTranslation("spending.explain"), click -> explain(page, line));
        explain.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        explain.setAriaLabel(getTranslation("spending.explain.which", LinesPart.name(line)));
        return explain;
    }

    private void explain(SpendingPage page, LineFigures line) {
        TextField why = words("spending.explain.why", LONGEST_TEXT);
        new ConfirmDialog(
                        getTranslation("spending.explain"),
                        getTranslation("spending.explain.how", LinesPart.name(line)),
                        getTranslation("spending.lines.who-sees"),
                        getTranslation("spending.explain"),
                        () -> {
                            spending.explain(line.id(), line.version(), why.getValue());
                            showDone(page.plan(), "spending.explain.done");
                        })
                .with(why)
                .open();
    }

    private void addShifts(SpendingPage page, Formats formats) {
        if (!page.shifts().isEmpty()) {
            DataTable table = new DataTable(
                    getTranslation("spending.shift.table"),
                    DataTable.Column.text(getTranslation("spending.shift.when")),
                    DataTable.Column.text(getTranslation("spending.shift.from")),
                    DataTable.Column.text(getTranslation("spending.shift.to")),
                    DataTable.Column.number(getTranslation("spending.expenses.amount")),
                    DataTable.Column.text(getTranslation("spending.shift.why")));
            Map<BudgetLineId, String> names = names(page);
            for (ShiftSummary one : page.shifts()) {
                table.row(
                        formats.shortDate(one.on()),
                        names.getOrDefault(one.from(), "–"),
                        names.getOrDefault(one.to(), "–"),
                        formats.euros(one.amount()),
                        one.reason());
            }
            add(table);
        }
        if (page.mayKeepLines() && !page.ended() && page.lines().size() > 1) {
            add(new Button(getTranslation("spending.shift"), click -> shift(page)));
        }
    }

    private void shift(SpendingPage page) {
        Select<LineFigures> from = lines(page, "spending.shift.from");
        Select<LineFigures> to = lines(page, "spending.shift.to");
        DecimalField amount = amount();
        TextField why = words("spending.shift.why", LONGEST_TEXT);
        new ConfirmDialog(
                        getTranslation("spending.shift"),
                        getTranslation("spending.shift.how"),
                        getTranslation("spending.lines.who-sees"),
                        getTranslation("spending.shift"),
                        () -> {
                            LineFigures giver = Required.in(from);
                            spending.shift(
                                    giver.id(),
                                    giver.version(),
                                    Required.in(to).id(),
                                    amount.eurosAboveZero(),
                                    why.getValue());
                            showDone(page.plan(), "spending.shift.done");
                        })
                .with(from, to, amount, why)
                .open();
    }

    private void addExpenses(SpendingPage page) {
        if (!page.seesExpenses()) {
            return;
        }
        add(new H2(getTranslation("spending.expenses.title")));
        if (page.expenses().isEmpty()) {
            add(new EmptyState(getTranslation("spending.expenses.none")));
            return;
        }
        add(new ExpensesPart(expenses, receipts, done -> showDone(page.plan(), done))
                .ofPlan(page.expenses(), names(page)));
        if (page.expenses().stream().anyMatch(one -> one.state() == ExpenseState.PAID)) {
            add(new Paragraph(getTranslation("spending.expenses.paid-stays")));
        }
    }

    private void addCommitments(SpendingPage page, Formats formats) {
        boolean mayAgree = page.mayKeepLines() && !page.ended() && !page.onePage();
        if (!mayAgree && page.commitments().isEmpty()) {
            return;
        }
        add(new H2(getTranslation("spending.commitments.title")));
        if (page.commitments().isEmpty()) {
            add(new Paragraph(getTranslation("spending.commitments.explained")));
        } else {
            add(commitments(page, formats));
        }
        if (mayAgree) {
            add(
                    new Button(getTranslation("spending.commitments.agree"), click -> agree(page)),
                    new WhoSeesThis(getTranslation("spending.expenses.who-sees")));
        }
    }

    private DataTable commitments(SpendingPage page, Formats formats) {
        DataTable table = new DataTable(
                getTranslation("spending.commitments.table"),
                DataTable.Column.text(getTranslation("spending.commitments.with-whom")),
                DataTable.Column.text(getTranslation("spending.commitments.what")),
                DataTable.Column.text(getTranslation("spending.lines.line")),
                DataTable.Column.number(getTranslation("spending.commitments.amount")),
                DataTable.Column.number(getTranslation("spending.lines.paid")),
                DataTable.Column.text(getTranslation("spending.commitments.until")),
                DataTable.Column.text(getTranslation("spending.expenses.actions")));
        Map<BudgetLineId, String> names = names(page);
        for (CommitmentSummary one : page.commitments()) {
            table.rowOf(
                    new Span(one.withWhom()),
                    new Span(one.what()),
                    new Span(names.getOrDefault(one.line(), "–")),
                    new Span(formats.euros(one.amount())),
                    new Span(formats.euros(one.paid())),
                    new Span(formats.shortDate(one.until())),
                    close(page, one, formats));
        }
        return table;
    }

    private Component close(SpendingPage page, CommitmentSummary one, Formats formats) {
        if (!one.open()) {
            return new Span(getTranslation("spending.commitments.closed"));
        }
        if (!page.mayKeepLines()) {
            return new Span("–");
        }
        SerializableRunnable ask = () -> new ConfirmDialog(
                        getTranslation("spending.commitments.close"),
                        getTranslation("spending.commitments.close-how", formats.euros(one.free())),
                        getTranslation("spending.expenses.who-sees"),
                        getTranslation("spending.commitments.close"),
                        () -> {
                            commitments.close(one.id(), one.version());
                            showDone(page.plan(), "spending.commitments.close-done");
                        })
                .open();
        Button close = new Button(getTranslation("spending.commitments.close"), click -> ask.run());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        close.setAriaLabel(getTranslation("spending.commitments.close-which", one.withWhom()));
        return close;
    }

    private void agree(SpendingPage page) {
        Select<LineFigures> line = lines(page, "spending.lines.line");
        TextField withWhom = words("spending.commitments.with-whom", LONGEST_NAME);
        withWhom.setHelperText(getTranslation("spending.commitments.no-names"));
        TextField what = words("spending.commitments.what", LONGEST_TEXT);
        DecimalField amount = amount();
        DatePicker until = new DayField(getTranslation("spending.commitments.until"));
        until.setMin(LocalDate.now(clock));
        // one dialog is one agreement, however often its button is pressed
        String key = "commitment:" + UUID.randomUUID();
        new ConfirmDialog(
                        getTranslation("spending.commitments.agree"),
                        getTranslation("spending.commitments.how"),
                        getTranslation("spending.expenses.who-sees"),
                        getTranslation("spending.commitments.agree"),
                        () -> {
                            commitments.agree(
                                    key,
                                    new NewCommitment(
                                            Required.in(line).id(),
                                            Required.in(withWhom),
                                            Required.in(what),
                                            amount.eurosAboveZero(),
                                            Required.in(until)));
                            showDone(page.plan(), "spending.commitments.done");
                        })
                .with(line, withWhom, what, amount, until)
                .open();
    }

    private Select<LineFigures> lines(SpendingPage page, String label) {
        Formats formats = Formats.of(getLocale());
        Select<LineFigures> lines = new Select<>();
        lines.setLabel(getTranslation(label));
        lines.setItems(page.lines());
        lines.setItemLabelGenerator(
                line -> getTranslation("spending.book.line-left", LinesPart.name(line), formats.euros(line.left())));
        lines.setWidthFull();
        return lines;
    }

    private DecimalField amount() {
        DecimalField amount = new DecimalField(getTranslation("spending.expenses.amount"));
        amount.setPrefixComponent(new Span("€"));
        return amount;
    }

    private TextField words(String label, int longest) {
        TextField words = new TextField(getTranslation(label));
        words.setMaxLength(longest);
        words.setWidthFull();
        return words;
    }

    private static Map<BudgetLineId, String> names(SpendingPage page) {
        return page.lines().stream().collect(Collectors.toMap(LineFigures::id, LinesPart::name));
    }
}
