package nl.buurtbundel.outcome.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.outcome.WhatWorksAnswer;

/** Three questions, one after the other, each answered by one tap. After the third it is done. */
final class WhatWorksPart extends Div {
    static final List<String> QUESTIONS = List.of("outcome.works.click", "outcome.works.goal", "outcome.works.belief");

    private final SerializableConsumer<WhatWorksAnswer> answered;
    private final List<Boolean> said = new ArrayList<>();

    WhatWorksPart(SerializableConsumer<WhatWorksAnswer> answered) {
        this.answered = answered;
        addClassNames("bb-card", "bb-stack");
        ask(false);
    }

    private void ask(boolean focused) {
        removeAll();
        String question = getTranslation(QUESTIONS.get(said.size()));
        Button yes = new Button(getTranslation("outcome.works.yes"), click -> say(true));
        Button no = new Button(getTranslation("outcome.works.no"), click -> say(false));
        yes.setAriaLabel(question + " " + yes.getText());
        no.setAriaLabel(question + " " + no.getText());
        Div taps = new Div(yes, no);
        taps.addClassName("bb-cluster");
        if (!said.isEmpty()) {
            Button back = new Button(getTranslation("outcome.works.back"), click -> {
                said.remove(said.size() - 1);
                ask(true);
            });
            back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            taps.add(back);
        }
        add(
                new H2(getTranslation("outcome.works.title")),
                new Paragraph(getTranslation("outcome.works.step", said.size() + 1, QUESTIONS.size(), question)),
                taps,
                new WhoSeesThis(getTranslation("outcome.works.who-sees")));
        if (focused) {
            yes.focus();
        }
    }

    private void say(boolean yes) {
        said.add(yes);
        if (said.size() < QUESTIONS.size()) {
            ask(true);
            return;
        }
        try {
            answered.accept(new WhatWorksAnswer(said.get(0), said.get(1), said.get(2)));
            removeAll();
            add(Notice.success(getTranslation("outcome.works.thanks"))
                    .announced()
                    .focused());
        } catch (RuntimeException e) {
            said.clear();
            ask(true);
            ErrorNotice error = new ErrorNotice();
            addComponentAsFirst(error);
            error.tell(e);
        }
    }
}
