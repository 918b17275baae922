package nl.buurtbundel.decision.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import nl.buurtbundel.decision.DecisionLetter;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.DefinitionTable;

/** What was decided and why, for the people whose plan it is. */
public final class LetterPart extends Div {

    public LetterPart(DecisionLetter letter, Locale locale) {
        addClassName("bb-stack");
        Formats formats = Formats.of(locale);
        DefinitionTable facts = new DefinitionTable();
        letter.findGranted()
                .ifPresent(granted -> facts.row(
                        Messages.text(locale, "decision.letter.granted"),
                        Messages.text(
                                locale,
                                "decision.letter.of-asked",
                                formats.euros(granted),
                                formats.euros(letter.asked()))));
        if (letter.contributed().isPositive()) {
            facts.row(
                    Messages.text(locale, "decision.letter.contributed"),
                    Messages.text(locale, "decision.letter.contributed-by", formats.euros(letter.contributed())));
        }
        var ground = letter.ground();
        if (ground != null) {
            facts.row(
                    Messages.text(locale, "decision.letter.ground"),
                    Messages.text(locale, "assessment.ground." + ground.code()));
        }
        var reasons = letter.reasons();
        if (reasons != null) {
            facts.row(
                    Messages.text(
                            locale,
                            letter.findGranted().isPresent() ? "decision.letter.why-less" : "decision.letter.reasons"),
                    reasons);
        }
        if (!letter.conditions().isEmpty()) {
            facts.row(
                    Messages.text(locale, "decision.letter.conditions"), DecisionTexts.conditions(letter.conditions()));
        }
        letter.findLeftOver()
                .ifPresent(rule -> facts.row(
                        Messages.text(locale, "decision.left-over"), new DecisionTexts(locale).leftOver(rule)));
        add(facts);
        letter.findGoesOnWithout()
                .ifPresent(less -> add(
                        new Paragraph(Messages.text(locale, "decision.letter.partly", formats.euros(less))),
                        new Paragraph(Messages.text(locale, "initiative.refused.objection"))));
    }
}
