package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import nl.buurtbundel.foundation.Formats;

/** A drawing for people who would rather look, and below it the same numbers as a table for people who would rather read. */
@Tag("figure")
abstract class Picture extends Component implements HasStyle {

    static final String ECHARTS = "5.6.0";

    private final Element drawing;

    /**
     * @param summary what the picture says, in one or two sentences: read aloud in place of the drawing
     */
    Picture(String title, String summary, String drawingTag) {
        addClassName("bb-picture");
        drawing = new Element(drawingTag).setAttribute("role", "img").setAttribute("aria-label", summary);
        getElement().appendChild(new Element("figcaption").setText(title), drawing);
    }

    /** The custom element; it takes its data as properties. */
    final Element drawing() {
        return drawing;
    }

    final Formats formats() {
        return Formats.of(getLocale());
    }

    final void addTable(DataTable table) {
        Element details = new Element("details");
        details.appendChild(
                new Element("summary").setText(getTranslation("foundation.picture.as-table")), table.getElement());
        getElement().appendChild(details);
    }
}
