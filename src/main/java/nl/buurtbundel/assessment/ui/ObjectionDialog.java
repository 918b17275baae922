package nl.buurtbundel.assessment.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.assessment.ArticleReference;
import nl.buurtbundel.assessment.NewObjection;
import nl.buurtbundel.assessment.ObjectionKind;
import nl.buurtbundel.foundation.ui.ActionDialog;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import org.jspecify.annotations.Nullable;

/**
 * Says that something is not allowed, or simply that there is no time. What was chosen asks its own questions back at once;
 * to be too busy asks nothing.
 */
final class ObjectionDialog extends ActionDialog {
    private final transient AssessmentTexts texts;
    private final RadioButtonGroup<Choice> choice = new RadioButtonGroup<>();
    private final Paragraph whatItMeans = new Paragraph();
    private final Div askedBack = new Div();
    private final TextArea words;
    private final ComboBox<String> article;
    private final TextArea reply;
    private final LocalDate answerBy;
    private final SerializableConsumer<NewObjection> object;
    private final SerializableRunnable tooBusy;

    /**
     * @param answerBy the last day on which what is said here holds the plan up by itself
     * @param tooBusy what to do with the answer that there is no time
     */
    ObjectionDialog(
            AssessmentTexts texts,
            LocalDate answerBy,
            SerializableConsumer<NewObjection> object,
            SerializableRunnable tooBusy) {
        super(texts.text("assessment.objections.raise"), texts.text("assessment.objections.save"));
        this.texts = texts;
        this.answerBy = answerBy;
        this.object = object;
        this.tooBusy = tooBusy;
        words = AssessmentDialogs.area("assessment.objection.words");
        article = AssessmentDialogs.articles("assessment.objection.article-if-known");
        reply = AssessmentDialogs.area("assessment.asked-back.reply");
        choice.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        choice.setLabel(texts.text("assessment.objection.kind"));
        choice.setItems(choices());
        choice.setItemLabelGenerator(
                one -> one.kind == null ? texts.text("assessment.too-busy") : texts.name("assessment.kind.", one.kind));
        choice.addValueChangeListener(change -> show());
        article.addValueChangeListener(change -> show());
        askedBack.addClassName("bb-stack");
        askedBack.getElement().setAttribute("role", "status");
        addText(
                new Paragraph(texts.text("assessment.objections.how")),
                new WhoSeesThis(texts.text("assessment.objections.who-sees")));
        addFields(choice);
        addText(whatItMeans);
        addFields(words);
        addText(askedBack);
        addFields(article, reply);
        show();
    }

    @Override
    protected void act() {
        ObjectionKind kind = AssessmentDialogs.chosen(choice.getValue()).kind;
        if (kind == null) {
            tooBusy.run();
        } else {
            object.accept(new NewObjection(
                    kind,
                    words.getValue(),
                    reply.getValue(),
                    asksForArticle(kind) ? AssessmentDialogs.reference(article) : null));
        }
    }

    private void show() {
        Choice chosen = choice.getValue();
        ObjectionKind kind = chosen == null ? null : chosen.kind;
        words.setVisible(kind != null);
        article.setVisible(kind != null && asksForArticle(kind));
        reply.setVisible(kind != null);
        whatItMeans.setVisible(chosen != null);
        whatItMeans.setText(kind == null ? texts.text("assessment.too-busy.how") : texts.until(answerBy));
        askedBack.setVisible(kind != null);
        askedBack.removeAll();
        if (kind != null) {
            ArticleReference named = asksForArticle(kind) ? AssessmentDialogs.reference(article) : null;
            askedBack.add(texts.askedBack(kind));
            askedBack.add(texts.whatTheLawSays(kind, named));
        }
    }

    /** The others can turn out to be about an article; then it is named afterwards. */
    private static boolean asksForArticle(ObjectionKind kind) {
        return kind.isAboutAnArticle() || kind == ObjectionKind.OTHER;
    }

    private static List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (ObjectionKind kind : ObjectionKind.values()) {
            choices.add(new Choice(kind));
        }
        choices.add(new Choice(null));
        return choices;
    }

    /** @param kind null for who is too busy */
    record Choice(@Nullable ObjectionKind kind) implements Serializable {}
}
