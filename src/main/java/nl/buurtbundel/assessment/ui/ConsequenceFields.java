package nl.buurtbundel.assessment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.assessment.Consequence;
import nl.buurtbundel.assessment.Consequence.Affected;
import nl.buurtbundel.assessment.Consequence.Effect;
import nl.buurtbundel.assessment.Consequence.Term;
import nl.buurtbundel.assessment.Consequences;
import org.jspecify.annotations.Nullable;

/** Asks what a plan does, to whom and when: one tap each, and nothing filled in beforehand but what was answered before. */
final class ConsequenceFields extends Div {
    private final List<One> all = new ArrayList<>();

    ConsequenceFields(AssessmentTexts texts, @Nullable Consequences before) {
        addClassName("bb-consequences");
        for (Affected affected : Affected.values()) {
            for (Term term : Term.values()) {
                RadioButtonGroup<Effect> effect = new RadioButtonGroup<>(texts.consequence(affected, term));
                effect.setItems(Effect.values());
                effect.setItemLabelGenerator(one -> texts.name("assessment.effect.", one));
                if (before != null) {
                    effect.setValue(before.of(affected, term));
                }
                all.add(new One(affected, term, effect));
                add(effect);
            }
        }
    }

    Consequences value() {
        List<Consequence> chosen = new ArrayList<>();
        for (One one : all) {
            Effect effect = one.field.getValue();
            if (effect != null) {
                chosen.add(new Consequence(one.affected, one.term, effect));
            }
        }
        return new Consequences(chosen);
    }

    private record One(Affected affected, Term term, RadioButtonGroup<Effect> field) {}
}
