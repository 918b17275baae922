package nl.buurtbundel.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.io.Serializable;
import java.util.Locale;
import nl.buurtbundel.assessment.Advice;
import nl.buurtbundel.assessment.AdviceKind;
import nl.buurtbundel.assessment.Answer;
import nl.buurtbundel.assessment.ArticleReference;
import nl.buurtbundel.assessment.Gate;
import nl.buurtbundel.assessment.GateCheck;
import nl.buurtbundel.assessment.GateState;
import nl.buurtbundel.assessment.LawArticle;
import nl.buurtbundel.assessment.LawArticles;
import nl.buurtbundel.assessment.ObjectionOutcome;
import nl.buurtbundel.assessment.ObjectionView;
import nl.buurtbundel.assessment.Question;
import nl.buurtbundel.assessment.RefusalGround;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import org.jspecify.annotations.Nullable;

/** The questions that assessing asks. What was typed stays when the answer is refused. */
final class AssessmentDialogs {
    private static final int MAXIMUM_LENGTH = 4000;

    private AssessmentDialogs() {}

    /** @param before what was answered to it in an earlier round, to go on from; the verdict itself is given anew */
    static ConfirmDialog answer(Question question, @Nullable Answer before, SerializableConsumer<Answer> action) {
        AssessmentTexts texts = texts();
        RadioButtonGroup<Boolean> holds = new RadioButtonGroup<>(texts.text("assessment.test.verdict"));
        holds.setItems(true, false);
        holds.setItemLabelGenerator(
                yes -> texts.text(yes ? "assessment.test.verdict-yes" : "assessment.test.verdict-no"));
        TextArea reasoning = area("assessment.test.reasoning");
        ComboBox<String> article = articles("assessment.test.article");
        ConsequenceFields consequences = new ConsequenceFields(texts, before == null ? null : before.consequences());
        if (before != null) {
            reasoning.setValue(before.reasoning());
        }
        ConfirmDialog dialog = new ConfirmDialog(
                texts.text("assessment.test.number", question.ordinal() + 1) + ": "
                        + texts.name("assessment.question.", question),
                texts.name("assessment.question-help.", question),
                texts.text("assessment.test.who-sees"),
                texts.text("assessment.test.save"),
                () -> action.accept(new Answer(
                        question,
                        chosen(holds.getValue()),
                        reasoning.getValue(),
                        question.isLast() ? reference(article) : null,
                        question == Question.CONSEQUENCES ? consequences.value() : null)));
        if (question == Question.CONSEQUENCES) {
            dialog.with(consequences);
        }
        dialog.with(holds, reasoning);
        if (question.isLast()) {
            dialog.with(article);
        }
        return dialog;
    }

    /** Asks what belongs to the outcome, and nothing else. */
    static ConfirmDialog gate(Gate gate, SerializableConsumer<GateCheck> action) {
        AssessmentTexts texts = texts();
        String words = gate.text().article() + ": " + gate.text().plainWords().in(texts.locale());
        String expected = texts.text(
                "assessment.gates.checker-help", gate.text().whoChecks().in(texts.locale()));
        RadioButtonGroup<GateState> state = new RadioButtonGroup<>(texts.text("assessment.gates.result"));
        state.setItems(GateState.values());
        state.setItemLabelGenerator(one -> texts.name("assessment.gate-state.", one));
        TextField checker = new TextField(texts.text("assessment.gates.checker"));
        checker.setHelperText(expected);
        checker.setWidthFull();
        TextArea ground = area("assessment.gates.ground");
        TextArea reason = area("assessment.gates.reason");
        state.addValueChangeListener(change -> {
            checker.setVisible(change.getValue() == GateState.MET);
            ground.setVisible(change.getValue() == GateState.MET);
            reason.setVisible(change.getValue() == GateState.NOT_APPLICABLE);
        });
        checker.setVisible(false);
        ground.setVisible(false);
        reason.setVisible(false);
        return new ConfirmDialog(
                        texts.text("assessment.gates.check"),
                        words,
                        texts.text("assessment.gates.who-sees"),
                        texts.text("assessment.gates.save"),
                        () -> action.accept(
                                switch (chosen(state.getValue())) {
                                    case OPEN -> GateCheck.open();
                                    case MET -> GateCheck.met(checker.getValue(), ground.getValue());
                                    case NOT_APPLICABLE -> GateCheck.notApplicable(reason.getValue());
                                }))
                .with(state, checker, ground, reason);
    }

    static ConfirmDialog article(SerializableConsumer<ArticleReference> action) {
        AssessmentTexts texts = texts();
        ComboBox<String> article = articles("assessment.objection.article");
        return new ConfirmDialog(
                        texts.text("assessment.objection.name-article"),
                        texts.text("assessment.objection.name-article-how"),
                        null,
                        texts.text("assessment.objection.name-article"),
                        () -> action.accept(requireReference(article)))
                .with(article);
    }

    static ConfirmDialog answerObjection(ObjectionView objection, OutcomeAction action) {
        AssessmentTexts texts = texts();
        boolean aboutArticle = objection.kind().isAboutAnArticle();
        RadioButtonGroup<ObjectionOutcome> outcome = new RadioButtonGroup<>(
                texts.text(aboutArticle ? "assessment.objection.outcome" : "assessment.objection.outcome-other"));
        outcome.setItems(ObjectionOutcome.answers());
        outcome.setItemLabelGenerator(one -> texts.name("assessment.outcome.", one));
        ComboBox<String> article =
                articles(aboutArticle ? "assessment.objection.article" : "assessment.objection.article-if-any");
        ArticleReference named = objection.article();
        if (named != null) {
            article.setValue(named.text());
        }
        TextArea words =
                area(aboutArticle ? "assessment.objection.answer-words" : "assessment.objection.answer-words-other");
        return new ConfirmDialog(
                        texts.text("assessment.objection.give-answer"),
                        texts.name("assessment.kind.", objection.kind()) + ": " + objection.words(),
                        texts.text("assessment.objections.who-sees"),
                        texts.text("assessment.objection.save-answer"),
                        () -> action.answer(chosen(outcome.getValue()), reference(article), words.getValue()))
                .with(texts.askedBack(objection.kind()), texts.replied(objection))
                .with(texts.whatTheLawSays(objection.kind(), named).toArray(Component[]::new))
                .with(outcome, article, words);
    }

    static ConfirmDialog advice(SerializableConsumer<Advice> action) {
        AssessmentTexts texts = texts();
        RadioButtonGroup<AdviceKind> kind = new RadioButtonGroup<>(texts.text("assessment.advice.kind"));
        kind.setItems(AdviceKind.values());
        kind.setItemLabelGenerator(one -> texts.name("assessment.advice-kind.", one));
        TextArea text = area("assessment.advice.text");
        Select<RefusalGround> ground = new Select<>();
        ground.setLabel(texts.text("assessment.advice.ground"));
        ground.setItems(RefusalGround.values());
        ground.setItemLabelGenerator(one -> one == null ? "" : texts.name("assessment.ground.", one));
        ground.setVisible(false);
        kind.addValueChangeListener(change -> ground.setVisible(change.getValue() == AdviceKind.NEGATIVE));
        return new ConfirmDialog(
                        texts.text("assessment.advice.give"),
                        texts.text("assessment.advice.how"),
                        texts.text("assessment.advice.who-sees"),
                        texts.text("assessment.advice.save"),
                        () -> {
                            AdviceKind chosen = chosen(kind.getValue());
                            action.accept(new Advice(
                                    chosen, text.getValue(), chosen == AdviceKind.NEGATIVE ? ground.getValue() : null));
                        })
                .with(kind, text, ground);
    }

    static ConfirmDialog returnWithQuestions(SerializableConsumer<String> action) {
        AssessmentTexts texts = texts();
        TextArea questions = area("assessment.return.questions");
        return new ConfirmDialog(
                        texts.text("assessment.return.title"),
                        texts.text("assessment.return.how"),
                        texts.text("assessment.return.who-sees"),
                        texts.text("assessment.return.save"),
                        () -> action.accept(questions.getValue()))
                .with(questions);
    }

    static TextArea area(String key) {
        TextArea area = new TextArea(texts().text(key));
        area.setWidthFull();
        area.setMaxLength(MAXIMUM_LENGTH);
        return area;
    }

    /** The known articles, and any other in words. */
    static ComboBox<String> articles(String key) {
        AssessmentTexts texts = texts();
        ComboBox<String> box = new ComboBox<>(texts.text(key));
        box.setItems(LawArticles.list().stream()
                .map(article -> article.reference().text())
                .toList());
        Locale locale = texts.locale();
        box.setItemLabelGenerator(text -> LawArticles.find(new ArticleReference(text))
                .map(article -> label(article, locale))
                .orElse(text));
        box.setAllowCustomValue(true);
        box.addCustomValueSetListener(typed -> {
            String text = LawArticles.findByNumber(typed.getDetail())
                    .map(article -> article.reference().text())
                    .orElseGet(typed::getDetail);
            if (ArticleReference.isArticle(text)) {
                box.setInvalid(false);
                box.setValue(text);
            } else {
                box.setErrorMessage(texts.text("assessment.error.no-article"));
                box.setInvalid(true);
            }
        });
        box.setHelperText(texts.text("assessment.article.help"));
        box.setWidthFull();
        return box;
    }

    private static String label(LawArticle article, Locale locale) {
        return article.name(locale) + ": " + article.words(locale);
    }

    static @Nullable ArticleReference reference(ComboBox<String> article) {
        return ArticleReference.find(article.getValue()).orElse(null);
    }

    private static ArticleReference requireReference(ComboBox<String> article) {
        return ArticleReference.find(article.getValue()).orElseThrow(() -> new Refusal("assessment.error.no-article"));
    }

    static <T> T chosen(@Nullable T value) {
        if (value == null) {
            throw new Refusal("assessment.error.choose");
        }
        return value;
    }

    private static AssessmentTexts texts() {
        return new AssessmentTexts(Messages.supported(UI.getCurrent().getLocale()));
    }

    /** What to do with the answer to a “not allowed”. */
    interface OutcomeAction extends Serializable {
        void answer(ObjectionOutcome outcome, @Nullable ArticleReference article, String words);
    }
}
