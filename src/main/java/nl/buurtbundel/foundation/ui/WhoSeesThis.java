package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** The line beside each button that reveals something: who gets to see it. */
public final class WhoSeesThis extends Paragraph {

    /**
     * @param readers such as “you and your contact in the neighbourhood team”
     */
    public WhoSeesThis(String readers) {
        addClassName("bb-who-sees");
        Span sentence = new Span(new Span(readers));
        sentence.getElement()
                .insertChild(0, new Element("strong").setText(getTranslation("foundation.who-sees-this") + " "));
        add(sentence);
    }
}
