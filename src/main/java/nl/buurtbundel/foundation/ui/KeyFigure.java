package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** One number that matters, with its name above and, where needed, what it is measured against below. */
public final class KeyFigure extends Div {

    public KeyFigure(String name, String value) {
        addClassName("bb-key-figure");
        add(line(name, "bb-key-figure-label"), line(value, "bb-key-figure-value"));
    }

    public KeyFigure(String name, String value, String note) {
        this(name, value);
        add(line(note, "bb-key-figure-note"));
    }

    /** Figures that belong side by side and must not be mixed, such as cost against today and cost against what it replaces. */
    public static Div sideBySide(KeyFigure... figures) {
        Div row = new Div(figures);
        row.addClassName("bb-fractions");
        return row;
    }

    private static Paragraph line(String text, String className) {
        Paragraph line = new Paragraph(text);
        line.addClassName(className);
        return line;
    }
}
