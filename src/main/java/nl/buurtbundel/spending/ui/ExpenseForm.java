package nl.buurtbundel.spending.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeLeaveEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DayField;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.foundation.ui.UnsavedChanges;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.spending.CommitmentSummary;
import nl.buurtbundel.spending.ExpenseSummary;
import nl.buurtbundel.spending.Expenses;
import nl.buurtbundel.spending.LineFigures;
import nl.buurtbundel.spending.NewExpense;
import nl.buurtbundel.spending.Receipts;
import nl.buurtbundel.spending.SpendingPage;
import org.jspecify.annotations.Nullable;

/** Books an expense: two fields to type, the rest is chosen. Stays as it was filled in when a rule says no. */
final class ExpenseForm extends Div {
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_LINES_SIDE_BY_SIDE = 6;

    private final transient Expenses expenses;
    private final transient SpendingPage page;
    private final transient @Nullable ExpenseSummary anew;
    private final SerializableConsumer<String> whenDone;
    private final ErrorNotice error = new ErrorNotice();
    private final DecimalField amount = new DecimalField(getTranslation("spending.expenses.amount"));
    private final TextField purpose = new TextField(getTranslation("spending.expenses.purpose"));
    private final RadioButtonGroup<LineFigures> fewLines = new RadioButtonGroup<>();
    private final Select<LineFigures> manyLines = new Select<>();
    private final Select<CommitmentSummary> agreed = new Select<>();
    private final DatePicker day = new DayField(getTranslation("spending.expenses.day"));
    private final UnsavedChanges unsaved = new UnsavedChanges();
    private final ReceiptUpload receipts;
    private final Formats formats = Formats.of(getLocale());
    /** One form is one expense, however often its button is pressed. */
    private final String key = "expense:" + UUID.randomUUID();

    /**
     * @param anew what was sent back and is mended; null for a new one
     * @param whenDone told the message key of what was done
     */
    ExpenseForm(
            Expenses expenses,
            Receipts receipts,
            SpendingPage page,
            @Nullable ExpenseSummary anew,
            LocalDate today,
            SerializableConsumer<String> whenDone) {
        this.expenses = expenses;
        this.page = page;
        this.anew = anew;
        this.whenDone = whenDone;
        this.receipts =
                new ReceiptUpload(receipts, anew == null ? 0 : anew.receipts().size());
        addClassName("bb-stack");
        amount.setPrefixComponent(new Span("€"));
        purpose.setMaxLength(LONGEST_TEXT);
        purpose.setWidthFull();
        purpose.setHelperText(getTranslation("spending.expenses.no-names"));
        day.setMax(today);
        day.setValue(today);
        Component line = line();
        agreed.setLabel(getTranslation("spending.commitments.belongs-to"));
        agreed.setEmptySelectionAllowed(true);
        agreed.setEmptySelectionCaption(getTranslation("spending.commitments.none-of-these"));
        agreed.setItemLabelGenerator(one -> one == null
                ? getTranslation("spending.commitments.none-of-these")
                : getTranslation("spending.commitments.choice", one.withWhom(), formats.euros(one.free())));
        agreed.setWidthFull();
        if (anew != null) {
            amount.setNumber(anew.amount().inEuros());
            purpose.setValue(anew.purpose());
            day.setValue(anew.spentOn());
        }
        Button book = new Button(getTranslation("spending.book"), click -> {
            try {
                book();
            } finally {
                click.getSource().setEnabled(true);
            }
        });
        book.setDisableOnClick(true);
        book.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(error);
        if (anew != null) {
            add(new Paragraph(getTranslation(
                    "spending.book.receipts-stay", anew.receipts().size())));
        }
        add(this.receipts, amount, purpose, line, agreed, day, book);
        add(new WhoSeesThis(getTranslation("spending.expenses.who-sees")));
        List.<Component>of(amount, purpose, fewLines, manyLines, agreed, day)
                .forEach(field -> unsaved.watch(this, field));
        amount.addValueChangeListener(change -> tellWhetherMore());
        agreed.addValueChangeListener(change -> tellWhetherMore());
        offerAgreed();
    }

    /** Nothing that was typed goes without a word. */
    void askBefore(BeforeLeaveEvent event) {
        unsaved.askBefore(event);
    }

    /** Few lines are chosen at a glance; with one there is nothing to choose. */
    private Component line() {
        List<LineFigures> lines =
                page.lines().stream().filter(line -> line.limit().isPositive()).toList();
        LineFigures before = lines.stream()
                .filter(line -> anew == null ? lines.size() == 1 : line.id().equals(anew.line()))
                .findFirst()
                .orElse(null);
        if (lines.size() <= MOST_LINES_SIDE_BY_SIDE) {
            fewLines.setLabel(getTranslation("spending.book.line"));
            fewLines.setItems(lines);
            fewLines.setItemLabelGenerator(this::label);
            fewLines.setValue(before);
            fewLines.getElement().getThemeList().add("vertical");
            fewLines.addValueChangeListener(change -> offerAgreed());
            return fewLines;
        }
        manyLines.setLabel(getTranslation("spending.book.line"));
        manyLines.setItems(lines);
        manyLines.setItemLabelGenerator(this::label);
        manyLines.setValue(before);
        manyLines.setWidthFull();
        manyLines.addValueChangeListener(change -> offerAgreed());
        return manyLines;
    }

    private String label(LineFigures line) {
        return getTranslation("spending.book.line-left", LinesPart.name(line), formats.euros(line.left()));
    }

    private void offerAgreed() {
        LineFigures line = chosen();
        List<CommitmentSummary> open = page.commitments().stream()
                .filter(one -> one.open() && line != null && one.line().equals(line.id()))
                .toList();
        agreed.setItems(open);
        agreed.setVisible(!open.isEmpty());
        tellWhetherMore();
    }

    private @Nullable LineFigures chosen() {
        return fewLines.getParent().isPresent() ? fewLines.getValue() : manyLines.getValue();
    }

    private void book() {
        error.clear();
        try {
            var cents = amount.eurosAboveZero();
            String what = Required.in(purpose);
            LineFigures line = fewLines.getParent().isPresent() ? Required.in(fewLines) : Required.in(manyLines);
            CommitmentSummary within = agreed.isVisible() ? agreed.getValue() : null;
            NewExpense entry =
                    new NewExpense(line.id(), within == null ? null : within.id(), cents, what, Required.in(day));
            boolean more = within == null && line.moreThanLeft(cents).isPresent();
            SerializableRunnable deed = () -> book(entry, more);
            // without a receipt it is refused: that is said first, in the form
            boolean whole = !receipts.taken().isEmpty();
            if (anew == null && whole && page.expenses().stream().anyMatch(one -> one.isLike(entry))) {
                askWhetherAnother(deed);
            } else {
                deed.run();
            }
        } catch (RuntimeException thrown) {
            error.tell(thrown);
            error.scrollIntoView();
        }
    }

    private void book(NewExpense entry, boolean more) {
        if (anew == null) {
            expenses.book(key, page.plan(), entry, receipts.taken());
        } else {
            expenses.bookAnew(anew.id(), anew.version(), entry, receipts.taken());
        }
        unsaved.kept();
        whenDone.accept(more ? "spending.book.done-more" : "spending.book.done");
    }

    private void askWhetherAnother(SerializableRunnable deed) {
        new ConfirmDialog(
                        getTranslation("spending.book.like"),
                        getTranslation("spending.book.like.how"),
                        getTranslation("spending.expenses.who-sees"),
                        getTranslation("spending.book.like.book"),
                        deed)
                .open();
    }

    /** At once, beside the amount: it may still be booked, as the team can move money from line to line. */
    private void tellWhetherMore() {
        LineFigures line = chosen();
        Money asked = amount.findEuros().orElse(Money.ZERO);
        boolean within = agreed.isVisible() && agreed.getValue() != null;
        boolean more = line != null && !within && line.moreThanLeft(asked).isPresent();
        amount.setHelperText(
                line != null && more ? getTranslation("spending.book.more-than-left", formats.euros(line.left())) : "");
    }
}
