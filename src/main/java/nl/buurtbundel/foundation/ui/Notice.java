package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.ScrollOptions;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Something to know, to watch out for, or that went well: said with a sign and a word, not by colour alone. */
public final class Notice extends Div {

    enum Kind {
        INFO("i"),
        WARNING("!"),
        SUCCESS("✓"),
        ERROR("×");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Div body = new Div();

    Notice(Kind kind) {
        addClassNames("bb-notice", "bb-notice-" + kind.key());
        Span sign = new Span(kind.sign);
        sign.addClassName("bb-notice-icon");
        sign.getElement().setAttribute("aria-hidden", "true");
        Span word = new Span(getTranslation("foundation.notice." + kind.key()));
        word.addClassName("bb-notice-word");
        body.addClassName("bb-notice-body");
        body.add(word);
        super.add(sign, body);
    }

    public static Notice info(String text) {
        return new Notice(Kind.INFO).with(new Paragraph(text));
    }

    public static Notice warning(String text) {
        return new Notice(Kind.WARNING).with(new Paragraph(text));
    }

    public static Notice success(String text) {
        return new Notice(Kind.SUCCESS).with(new Paragraph(text));
    }

    /** Says what came of what the reader did, below the heading of the page: what was pressed may be gone. */
    public static Notice tell(HasComponents page, String text) {
        Notice notice = success(text).announced();
        page.addComponentAtIndex(1, notice);
        notice.scrollIntoView(new ScrollOptions(
                ScrollOptions.Behavior.AUTO, ScrollOptions.Alignment.CENTER, ScrollOptions.Alignment.NEAREST));
        return notice;
    }

    /** Takes the focus where what was pressed is gone: the button that comes next may do something grave. */
    public Notice focused() {
        getElement().setAttribute("tabindex", "-1");
        getElement().callJsFunction("focus");
        return this;
    }

    /** Adds something below the text, such as a link. */
    public Notice with(Component... components) {
        body.add(components);
        return this;
    }

    /** Lets a screen reader say it when it appears after something the reader did. */
    public Notice announced() {
        getElement().setAttribute("role", "status");
        return this;
    }
}
