package nl.buurtbundel.decision.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Locale;
import nl.buurtbundel.decision.DecisionLetters;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.initiative.ui.PlanShown;

/** The decision with its reasons, on the page of the plan. */
@ApplicationScoped
class LetterTold {
    private final DecisionLetters letters;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected LetterTold() {
        this(null);
    }

    @Inject
    LetterTold(DecisionLetters letters) {
        this.letters = letters;
    }

    void whenPlanIsShown(@Observes @Priority(Interceptor.Priority.APPLICATION) PlanShown shown) {
        letters.find(shown.plan().id()).ifPresent(letter -> {
            Locale locale = UI.getCurrent().getLocale();
            shown.tell(new Div(new H2(Messages.text(locale, "decision.letter.title")), new LetterPart(letter, locale)));
        });
    }
}
