package nl.buurtbundel.signal.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DayField;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.signal.ChangeDecider;
import nl.buurtbundel.signal.PatternId;
import nl.buurtbundel.signal.PatternPage;
import nl.buurtbundel.signal.PatternSummary;
import org.jspecify.annotations.Nullable;

/** The questions that working on a pattern asks. */
final class PatternDialogs {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_TEXT = 2000;

    private PatternDialogs() {}

    static ConfirmDialog describe(PatternPage page, CauseAction action) {
        SignalTexts texts = texts();
        TextField title = new TextField(texts.text("signal.confirm.name"));
        title.setHelperText(texts.text("signal.confirm.name-help"));
        title.setMaxLength(LONGEST_TITLE);
        title.setWidthFull();
        title.setValue(page.title());
        TextArea cause = area("signal.cause.cause", "signal.cause.cause-help");
        cause.setValue(page.cause());
        TextArea inTheRoom = area("signal.cause.in-the-room", "signal.cause.in-the-room-help");
        inTheRoom.setValue(page.inTheRoom());
        return new ConfirmDialog(
                        texts.text("signal.cause.write"),
                        texts.text("signal.cause.how"),
                        texts.text("signal.cause.who-sees"),
                        texts.text("signal.cause.save"),
                        () -> action.describe(title.getValue(), cause.getValue(), inTheRoom.getValue()))
                .with(title, cause, inTheRoom);
    }

    static ConfirmDialog propose(SerializableConsumer<String> action) {
        SignalTexts texts = texts();
        TextArea what = area("signal.change.what", "signal.change.what-help");
        return new ConfirmDialog(
                        texts.text("signal.change.propose"),
                        texts.text("signal.change.propose-how"),
                        texts.text("signal.change.who-sees"),
                        texts.text("signal.change.propose-save"),
                        () -> action.accept(what.getValue()))
                .with(what);
    }

    static ConfirmDialog decide(LocalDate today, DecideAction action) {
        SignalTexts texts = texts();
        Select<ChangeDecider> by = new Select<>();
        by.setLabel(texts.text("signal.change.by"));
        by.setItems(ChangeDecider.values());
        by.setItemLabelGenerator(one -> one == null ? "" : texts.name("signal.decider.", one));
        RadioButtonGroup<Boolean> yes = new RadioButtonGroup<>(texts.text("signal.change.answer"));
        yes.setItems(true, false);
        yes.setItemLabelGenerator(one -> texts.text(one ? "signal.change.answer-yes" : "signal.change.answer-no"));
        DayField on = day("signal.change.decided-on", today);
        return new ConfirmDialog(
                        texts.text("signal.change.decide"),
                        texts.text("signal.change.decide-how"),
                        texts.text("signal.change.who-sees"),
                        texts.text("signal.change.decide-save"),
                        () -> action.decide(Required.in(by), Required.of(yes.getValue()), Required.in(on)))
                .with(by, yes, on);
    }

    static ConfirmDialog finish(LocalDate today, SerializableConsumer<LocalDate> action) {
        SignalTexts texts = texts();
        DayField on = day("signal.change.done-on", today);
        return new ConfirmDialog(
                        texts.text("signal.change.finish"),
                        texts.text("signal.change.finish-how"),
                        texts.text("signal.change.done-who-sees"),
                        texts.text("signal.change.finish-save"),
                        () -> action.accept(Required.in(on)))
                .with(on);
    }

    /** @param others the patterns that it may belong to instead */
    static ConfirmDialog move(String line, List<PatternSummary> others, MoveAction action) {
        SignalTexts texts = texts();
        Select<PatternSummary> to = new Select<>();
        to.setLabel(texts.text("signal.move.to"));
        to.setItems(others);
        to.setEmptySelectionAllowed(true);
        to.setEmptySelectionCaption(texts.text("signal.move.alone"));
        to.setItemLabelGenerator(one -> one == null ? texts.text("signal.move.alone") : one.title());
        to.setWidthFull();
        return new ConfirmDialog(texts.text("signal.move.open"), line, null, texts.text("signal.move.save"), () -> {
                    PatternSummary chosen = to.getValue();
                    action.move(chosen == null ? null : chosen.id());
                })
                .with(to);
    }

    private static DayField day(String key, LocalDate today) {
        DayField day = new DayField(texts().text(key));
        day.setMax(today);
        day.setValue(today);
        return day;
    }

    private static TextArea area(String label, String help) {
        TextArea area = new TextArea(texts().text(label));
        area.setHelperText(texts().text(help));
        area.setMaxLength(LONGEST_TEXT);
        area.setWidthFull();
        return area;
    }

    private static SignalTexts texts() {
        Locale locale = Objects.requireNonNull(UI.getCurrent()).getLocale();
        return new SignalTexts(locale);
    }

    /** Writes down what is behind it. */
    @FunctionalInterface
    interface CauseAction extends Serializable {
        void describe(String title, String cause, String inTheRoom);
    }

    /** Records what was decided. */
    @FunctionalInterface
    interface DecideAction extends Serializable {
        void decide(ChangeDecider by, boolean yes, LocalDate on);
    }

    /** Moves a signal; to nothing where it is like no other. */
    @FunctionalInterface
    interface MoveAction extends Serializable {
        void move(@Nullable PatternId to);
    }
}
