package nl.buurtbundel.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.assessment.ArticleReference;
import nl.buurtbundel.assessment.CommonQuestion;
import nl.buurtbundel.assessment.CommonQuestions;
import nl.buurtbundel.assessment.Consequence.Affected;
import nl.buurtbundel.assessment.Consequence.Term;
import nl.buurtbundel.assessment.Consequences;
import nl.buurtbundel.assessment.Corner;
import nl.buurtbundel.assessment.LawArticle;
import nl.buurtbundel.assessment.LawArticles;
import nl.buurtbundel.assessment.ObjectionKind;
import nl.buurtbundel.assessment.ObjectionView;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.DataTable;
import org.jspecify.annotations.Nullable;

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

    /** Law and article as the catalogue writes them, each with the way to its official text where that is known. */
    Component articles(String written) {
        Span all = new Span();
        for (String one : written.split(";", -1)) {
            if (all.getChildren().findAny().isPresent()) {
                all.add(new Text("; "));
            }
            all.add(LawArticles.findByName(one.strip())
                    .map(article -> article(article.reference()))
                    .orElseGet(() -> new Span(one.strip())));
        }
        return all;
    }

    /** What a kind of “not allowed” asks back. */
    Component askedBack(ObjectionKind kind) {
        UnorderedList questions = new UnorderedList();
        kind.questionsBack().forEach(key -> questions.add(new ListItem(text(key))));
        Paragraph title = new Paragraph();
        title.getElement().appendChild(new Element("strong").setText(text("assessment.asked-back.title")));
        return new Div(title, questions);
    }

    Component replied(ObjectionView objection) {
        String reply = objection.reply();
        return new Paragraph(text("assessment.asked-back.replied") + ": "
                + (reply == null ? text("assessment.asked-back.no-reply") : reply));
    }

    /**
     * The article in plain words with its official text, and what people ask most about it or about what is said; closed until
     * somebody opens it.
     */
    List<Component> whatTheLawSays(ObjectionKind said, @Nullable ArticleReference article) {
        List<Component> found = new ArrayList<>();
        if (article != null) {
            LawArticles.find(article).ifPresent(known -> found.add(inWords(known)));
        }
        CommonQuestions.listFor(said, article).forEach(question -> found.add(answered(question)));
        return found;
    }

    private Component inWords(LawArticle article) {
        return new Paragraph(article(article.reference()), new Text(": " + article.words(locale)));
    }

    private Component answered(CommonQuestion question) {
        Div answer = new Div(new Paragraph(question.answer().in(locale)));
        answer.addClassName("bb-stack");
        var exception = question.exception();
        if (exception != null) {
            answer.add(new Paragraph(text("assessment.may.exception", exception.in(locale))));
        }
        question.articles().forEach(article -> answer.add(inWords(article)));
        return new Details(question.question().in(locale), answer);
    }

    String consequence(Affected affected, Term term) {
        return name("assessment.affected.", affected) + ", " + name("assessment.term.", term);
    }

    /** What a plan does to whom, soon and later. */
    DataTable consequences(Consequences consequences) {
        DataTable table = new DataTable(
                text("assessment.consequences.table"),
                DataTable.Column.text(text("assessment.consequences.for")),
                DataTable.Column.text(name("assessment.term.", Term.SHORT)),
                DataTable.Column.text(name("assessment.term.", Term.LONG)));
        for (Affected affected : Affected.values()) {
            table.row(
                    name("assessment.affected.", affected),
                    name("assessment.effect.", consequences.of(affected, Term.SHORT)),
                    name("assessment.effect.", consequences.of(affected, Term.LONG)));
        }
        return table;
    }

    String lack(Corner.Lack lack) {
        return text("assessment.lack." + Messages.word(lack.why()), lack.number(), lack.words());
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
            case ASKED_AGAIN ->
                text(
                        objection.deviation() == null
                                ? "assessment.objection.asked-again"
                                : "assessment.objection.deviation-over");
            case ANSWERED -> {
                var outcome = objection.outcome();
                var deviation = objection.deviation();
                yield deviation != null
                        ? deviation.inWords(locale)
                        : outcome == null ? "" : name("assessment.outcome.", outcome);
            }
        };
    }
}
