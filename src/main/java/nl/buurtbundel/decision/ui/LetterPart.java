package nl.buurtbundel.decision.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import nl.buurtbundel.decision.DecisionLetter;
import nl.buurtbundel.foundation.ui.DefinitionTable;

/** What was decided and why, for the people whose plan it is. */
public final class LetterPart extends Div {

    public LetterPart(DecisionLetter letter, Locale locale) {
        addClassName("bb-stack");
        LetterLines lines = LetterLines.of(letter, locale);
        DefinitionTable facts = new DefinitionTable();
        for (LetterLines.Fact fact : lines.facts()) {
            if (fact.values().size() == 1) {
                facts.row(fact.name(), fact.values().get(0));
            } else {
                facts.row(fact.name(), DecisionTexts.conditions(fact.values()));
            }
        }
        add(facts);
        lines.paragraphs().forEach(words -> add(new Paragraph(words)));
    }
}
