package nl.buurtbundel.decision.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.buurtbundel.decision.DecisionLetter;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;

/** What was decided and why, in words: the same on the page and in the document that is saved. */
public record LetterLines(List<Fact> facts, List<String> paragraphs) {

    public LetterLines {
        facts = List.copyOf(facts);
        paragraphs = List.copyOf(paragraphs);
    }

    /** A name and what it stands for: one sentence, or more below each other. */
    public record Fact(String name, List<String> values) {
        public Fact {
            values = List.copyOf(values);
        }
    }

    public static LetterLines of(DecisionLetter letter, Locale locale) {
        Formats formats = Formats.of(locale);
        List<Fact> facts = new ArrayList<>();
        List<String> paragraphs = new ArrayList<>();
        letter.findGranted()
                .ifPresent(granted -> facts.add(fact(
                        locale,
                        "decision.letter.granted",
                        Messages.text(
                                locale,
                                "decision.letter.of-asked",
                                formats.euros(granted),
                                formats.euros(letter.asked())))));
        if (letter.contributed().isPositive()) {
            facts.add(fact(
                    locale,
                    "decision.letter.contributed",
                    Messages.text(locale, "decision.letter.contributed-by", formats.euros(letter.contributed()))));
        }
        var ground = letter.ground();
        if (ground != null) {
            facts.add(fact(
                    locale, "decision.letter.ground", Messages.text(locale, "assessment.ground." + ground.code())));
        }
        var reasons = letter.reasons();
        if (reasons != null) {
            boolean granted = letter.findGranted().isPresent();
            facts.add(fact(locale, granted ? "decision.letter.why-less" : "decision.letter.reasons", reasons));
        }
        if (!letter.conditions().isEmpty()) {
            facts.add(new Fact(Messages.text(locale, "decision.letter.conditions"), letter.conditions()));
        }
        letter.findLeftOver()
                .ifPresent(rule ->
                        facts.add(fact(locale, "decision.left-over", new DecisionTexts(locale).leftOver(rule))));
        letter.findGoesOnWithout().ifPresent(less -> {
            paragraphs.add(Messages.text(locale, "decision.letter.partly", formats.euros(less)));
            paragraphs.add(Messages.text(locale, "initiative.refused.objection"));
        });
        return new LetterLines(facts, paragraphs);
    }

    private static Fact fact(Locale locale, String name, String value) {
        return new Fact(Messages.text(locale, name), List.of(value));
    }
}
