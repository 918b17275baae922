package nl.buurtbundel.shell.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** An indented XML text, always the same bytes for the same calls. */
final class XmlText {

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    XmlText open(String name) {
        return open(name, "");
    }

    XmlText open(String name, String attributes) {
        indent().append('<').append(name).append(attributes).append(">\n");
        open.push(name);
        return this;
    }

    XmlText close() {
        String name = open.pop();
        indent().append("</").append(name).append(">\n");
        return this;
    }

    XmlText leaf(String name, Object value) {
        indent().append('<').append(name).append('>');
        text.append(value.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        text.append("</").append(name).append(">\n");
        return this;
    }

    /** Left out when there is no value. */
    XmlText optional(String name, @Nullable Object value) {
        return value == null ? this : leaf(name, value);
    }

    private StringBuilder indent() {
        return text.append("  ".repeat(open.size()));
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return text.toString();
    }
}
