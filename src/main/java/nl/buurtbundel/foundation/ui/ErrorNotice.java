package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.Refusal;

/**
 * What went wrong and what to do, at the head of a form or a page. Empty and out of sight until there is something to say;
 * then it is read aloud.
 */
public final class ErrorNotice extends Div {

    public ErrorNotice() {
        getElement().setAttribute("role", "alert");
    }

    public ErrorNotice(String sentence) {
        this();
        show(sentence);
    }

    public void show(String sentence) {
        removeAll();
        add(new Notice(Notice.Kind.ERROR).with(new Paragraph(sentence)));
    }

    /** A sentence, and each thing to mend on its own line. */
    public void show(String sentence, List<String> problems) {
        UnorderedList list = new UnorderedList();
        problems.forEach(problem -> list.add(new ListItem(problem)));
        removeAll();
        add(new Notice(Notice.Kind.ERROR).with(new Paragraph(sentence), list));
    }

    /**
     * Says why a rule refused.
     *
     * @throws RuntimeException the same, when it was no refusal but a mistake of ours
     */
    public void tell(RuntimeException thrown) {
        if (!(Refusal.unwrapped(thrown) instanceof Refusal refusal)) {
            throw thrown;
        }
        if (refusal instanceof Conflict) {
            showConflict(refusal);
            return;
        }
        show(refusal.text(getLocale()));
        if (refusal instanceof FieldRefusal inField) {
            inField.mark(getLocale());
        }
    }

    private void showConflict(Refusal conflict) {
        Notice notice = new Notice(Notice.Kind.ERROR).with(new Paragraph(conflict.text(getLocale())));
        if (HowItIsNow.isTyped(this)) {
            notice.with(new Paragraph(getTranslation("foundation.conflict.typed-stays")));
        }
        removeAll();
        add(notice.with(HowItIsNow.button(this)));
    }

    public void clear() {
        removeAll();
    }
}
