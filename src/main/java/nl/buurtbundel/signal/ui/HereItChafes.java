package nl.buurtbundel.signal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.signal.ChangedRule;
import nl.buurtbundel.signal.Patterns;
import nl.buurtbundel.signal.Place;
import nl.buurtbundel.signal.ShortWords;
import nl.buurtbundel.signal.SignalKind;
import nl.buurtbundel.signal.Signals;
import nl.buurtbundel.signal.Tap;
import org.jspecify.annotations.Nullable;

/**
 * “Here it chafes”, at the foot of the page on which it does: one tap opens it, the next says how and is enough. Without a name
 * unless who taps asks for it.
 */
public final class HereItChafes extends Div {
    private final Place place;
    private final transient @Nullable Long about;
    private final transient Signals signals;
    private final transient Patterns patterns;
    private final Div content = new Div();

    /** @param about the number of the plan or of the decision; null on the own file */
    public HereItChafes(Place place, @Nullable Long about, Signals signals, Patterns patterns) {
        this.place = place;
        this.about = about;
        this.signals = signals;
        this.patterns = patterns;
        addClassNames("bb-page", "bb-chafes");
        content.addClassName("bb-stack");
        Details details = new Details(getTranslation("signal.tap.open"), content);
        details.addOpenedChangeListener(change -> {
            if (change.isOpened() && content.getComponentCount() == 0) {
                ask();
            }
        });
        add(details);
    }

    private void ask() {
        ErrorNotice error = new ErrorNotice();
        TextField words = new TextField(getTranslation("signal.tap.words"));
        words.setHelperText(getTranslation("signal.tap.words-help"));
        words.setMaxLength(ShortWords.MAXIMUM_LENGTH);
        words.setWidthFull();
        Checkbox byName = new Checkbox(getTranslation("signal.tap.by-name"));
        Div kinds = new Div();
        kinds.addClassName("bb-cluster");
        for (SignalKind kind : SignalKind.tapped()) {
            kinds.add(new Button(
                    getTranslation("signal.kind." + Messages.word(kind)),
                    click -> tap(kind, words.getValue(), byName.getValue(), error)));
        }
        content.add(
                error,
                new Paragraph(getTranslation("signal.tap.how")),
                kinds,
                new WhoSeesThis(getTranslation("signal.tap.who-sees")),
                words,
                byName);
    }

    private void tap(SignalKind kind, String words, boolean byName, ErrorNotice error) {
        error.clear();
        try {
            signals.tap(new Tap(place, about, kind, new ShortWords(words), byName));
        } catch (RuntimeException thrown) {
            error.tell(thrown);
            return;
        }
        content.removeAll();
        Notice thanks =
                Notice.success(getTranslation("signal.tap.thanks")).announced().focused();
        content.add(thanks);
        tellWhatChanged();
    }

    private void tellWhatChanged() {
        List<ChangedRule> changed = patterns.listChanged();
        if (changed.isEmpty()) {
            return;
        }
        Formats formats = Formats.of(getLocale());
        UnorderedList rules = new UnorderedList();
        for (ChangedRule rule : changed) {
            Integer heard = rule.heard();
            String since = formats.date(rule.doneOn());
            rules.add(new ListItem(
                    heard == null
                            ? getTranslation("signal.changed.rule", rule.title(), rule.what(), since)
                            : getTranslation(
                                    "signal.changed.rule-heard",
                                    rule.title(),
                                    rule.what(),
                                    since,
                                    formats.count(heard))));
        }
        content.add(new Paragraph(getTranslation("signal.changed.title")), rules);
    }
}
