package nl.buurtbundel.decision.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import nl.buurtbundel.decision.DecisionLetter;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

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
        var ground = letter.ground();
        if (ground != null) {
            facts.row(
                    Messages.text(locale, "decision.letter.ground"),
                    Messages.text(locale, "assessment.ground." + ground.code()));
        }
        row(facts, Messages.text(locale, "decision.letter.reasons"), letter.reasons());
        row(facts, Messages.text(locale, "decision.letter.conditions"), letter.conditions());
        add(facts);
        if (letter.isPartly()) {
            Money less = letter.findGranted().map(letter.asked()::minus).orElse(Money.ZERO);
            add(new Paragraph(Messages.text(locale, "decision.letter.partly", formats.euros(less))));
        }
    }

    private static void row(DefinitionTable facts, String name, @Nullable String words) {
        if (words != null) {
            facts.row(name, words);
        }
    }
}
