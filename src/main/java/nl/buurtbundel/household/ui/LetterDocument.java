package nl.buurtbundel.household.ui;

import java.util.Locale;
import nl.buurtbundel.decision.DecisionLetter;
import nl.buurtbundel.decision.ui.LetterLines;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Pdf;
import nl.buurtbundel.foundation.PdfPage;
import nl.buurtbundel.household.OwnFile;
import nl.buurtbundel.initiative.TimelineEntry;

/** A copy of what was told and decided on one plan, to save: a tagged PDF (PDF/UA) in which nobody is named. */
final class LetterDocument {
    private final OwnFile.Letters letters;
    private final Locale locale;
    private final Formats formats;
    private final PdfPage page;

    private LetterDocument(OwnFile.Letters letters, Locale locale) {
        this.letters = letters;
        this.locale = locale;
        this.formats = Formats.of(locale);
        page = new PdfPage(locale, text("household.letter.title", letters.title()));
    }

    static byte[] write(OwnFile.Letters letters, Locale locale) {
        return Pdf.of(new LetterDocument(letters, locale).html());
    }

    private String html() {
        told();
        DecisionLetter decision = letters.decision();
        if (decision != null) {
            decided(decision);
        }
        return page.html();
    }

    private void told() {
        page.beginTable(text("household.letter.on"), text("household.letter.what"), text("household.letter.by"));
        for (TimelineEntry entry : letters.entries()) {
            page.row(
                    Pdf.escaped(formats.date(entry.on())),
                    text(entry.messageKey()),
                    text("initiative.office." + Messages.word(entry.office())));
        }
        page.endTable();
    }

    private void decided(DecisionLetter decision) {
        page.heading(text("decision.letter.title"));
        LetterLines lines = LetterLines.of(decision, locale);
        page.beginTable(text("household.letter.about"), text("household.letter.decided"));
        for (LetterLines.Fact fact : lines.facts()) {
            page.row(
                    Pdf.escaped(fact.name()),
                    String.join(
                            "<br/>", fact.values().stream().map(Pdf::escaped).toList()));
        }
        page.endTable();
        lines.paragraphs().forEach(words -> page.paragraph(Pdf.escaped(words)));
        if (decision.ground() != null) {
            page.paragraph(text("initiative.refused.objection"));
        }
    }

    private String text(String key, Object... parameters) {
        return Pdf.escaped(Messages.text(locale, key, parameters));
    }
}
