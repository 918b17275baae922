package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What happened, what is going on and what comes, in order of time. */
public final class Timeline extends OrderedList {

    public enum State {
        DONE,
        CURRENT,
        COMING,
        LATE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Timeline() {
        addClassName("bb-timeline");
        getElement().setAttribute("role", "list"); // a list without bullets is no list to some screen readers
    }

    public Timeline step(State state, String when, String title) {
        return step(state, when, title, null);
    }

    /**
     * @param when a date as the reader sees it, or words such as “before 1 March”
     * @param detail one sentence more: who has it now, what was said
     */
    public Timeline step(State state, String when, String title, @Nullable String detail) {
        ListItem item = new ListItem();
        item.addClassName("bb-" + state.key());
        if (state == State.CURRENT) {
            item.getElement().setAttribute("aria-current", "step");
        }
        Span stateWord = new Span(getTranslation("foundation.timeline." + state.key()));
        stateWord.addClassName("bb-timeline-state");
        Paragraph moment = new Paragraph(stateWord, new Span(" · " + when));
        moment.addClassName("bb-timeline-when");
        Paragraph name = new Paragraph(title);
        name.addClassName("bb-timeline-title");
        item.add(moment, name);
        if (detail != null) {
            item.add(new Paragraph(detail));
        }
        add(item);
        return this;
    }
}
