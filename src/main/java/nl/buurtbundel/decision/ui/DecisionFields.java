package nl.buurtbundel.decision.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import nl.buurtbundel.assessment.RefusalGround;
import nl.buurtbundel.foundation.Refusal;

/** Fields that several decision screens ask. */
final class DecisionFields {
    private static final int MAXIMUM_LENGTH = 4000;

    private DecisionFields() {}

    static Select<RefusalGround> ground(DecisionTexts texts) {
        Select<RefusalGround> ground = new Select<>();
        ground.setLabel(texts.text("decision.refuse.ground"));
        ground.setItems(RefusalGround.values());
        ground.setItemLabelGenerator(one -> one == null ? "" : texts.name("assessment.ground.", one));
        ground.setWidthFull();
        return ground;
    }

    static TextArea reasons(DecisionTexts texts) {
        TextArea reasons = new TextArea(texts.text("decision.refuse.reasons"));
        reasons.setWidthFull();
        reasons.setMaxLength(MAXIMUM_LENGTH);
        return reasons;
    }

    static RefusalGround chosen(Select<RefusalGround> ground) {
        RefusalGround value = ground.getValue();
        if (value == null) {
            throw new Refusal("decision.error.ground-missing");
        }
        return value;
    }
}
