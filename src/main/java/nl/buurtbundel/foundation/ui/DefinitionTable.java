package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** Names and what they stand for: the facts of one thing, in two columns, or below each other on a phone. */
@Tag("dl")
public final class DefinitionTable extends Component implements HasStyle {

    public DefinitionTable() {
        addClassName("bb-definitions");
    }

    public DefinitionTable row(String name, String value) {
        return row(name, new Span(value));
    }

    public DefinitionTable row(String name, Component value) {
        Element meaning = new Element("dd");
        meaning.appendChild(value.getElement());
        Element pair = new Element("div");
        pair.appendChild(new Element("dt").setText(name), meaning);
        getElement().appendChild(pair);
        return this;
    }
}
