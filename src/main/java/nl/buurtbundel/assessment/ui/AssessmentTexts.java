package nl.buurtbundel.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Locale;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.assessment.ArticleReference;
import nl.buurtbundel.assessment.LawArticles;
import nl.buurtbundel.assessment.ObjectionView;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;

/** The words of an assessment, in one language. */
record AssessmentTexts(Locale locale) {

    String text(String key, Object... parameters) {
        return Messages.text(locale, key, parameters);
    }

    /** The name of one of a fixed list: a list is the beginning of its keys, with the dot. */
    String name(String list, Enum<?> one) {
        return text(list + Messages.word(one));
    }

    String office(Role office) {
        return text("assessment.office." + Messages.word(office));
    }

    Formats formats() {
        return Formats.of(locale);
    }

    /** The article with the way to its official text, where that is known. */
    Component article(ArticleReference reference) {
        return LawArticles.find(reference)
                .<Component>map(article -> {
                    Anchor link = new Anchor(article.officialText().toString(), article.name(locale));
                    link.setTarget(AnchorTarget.BLANK);
                    link.getElement().setAttribute("rel", "noopener noreferrer");
                    link.setAriaLabel(text("assessment.article.opens", article.name(locale)));
                    return link;
                })
                .orElseGet(() -> new Span(reference.text()));
    }

    /** How long an objection without an article holds the plan up, and what then. */
    String until(LocalDate answerBy) {
        return text("assessment.objection.until", formats().date(answerBy));
    }

    /** What an objection has come to, in one sentence. */
    String standing(ObjectionView objection) {
        return switch (objection.state()) {
            case OPEN ->
                objection.article() == null
                        ? text("assessment.objection.open") + " " + until(objection.answerBy())
                        : text("assessment.objection.open-article", formats().date(objection.answerBy()));
            case OVERDUE ->
                text(
                        objection.blocks() ? "assessment.objection.overdue-article" : "assessment.objection.overdue",
                        formats().date(objection.answerBy()));
            case ASKED_AGAIN -> text("assessment.objection.asked-again");
            case ANSWERED -> {
                var outcome = objection.outcome();
                yield outcome == null ? "" : name("assessment.outcome.", outcome);
            }
        };
    }
}
