package nl.buurtbundel.suggestion.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import nl.buurtbundel.catalogue.Assumption;
import nl.buurtbundel.catalogue.Evidence;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.foundation.Refusal;

/** Why a number is taken: how well it is known, from where, and of which year. */
final class AssumptionFields extends Div {
    private final Select<Evidence> evidence = new Select<>();
    private final TextField dutch = new TextField(getTranslation("suggestion.edit.source-nl"));
    private final TextField english = new TextField(getTranslation("suggestion.edit.source-en"));
    private final IntegerField year = new IntegerField(getTranslation("suggestion.edit.year"));

    AssumptionFields(Assumption assumption, SumTexts texts) {
        addClassName("bb-cluster");
        evidence.setLabel(getTranslation("suggestion.edit.evidence"));
        evidence.setItems(Evidence.values());
        evidence.setItemLabelGenerator(texts::evidence);
        evidence.setValue(assumption.evidence());
        dutch.setValue(assumption.source().nl());
        english.setValue(assumption.source().en());
        year.setValue(assumption.year());
        add(evidence, year, dutch, english);
    }

    Assumption value() {
        if (evidence.getValue() == null || year.getValue() == null) {
            throw new Refusal("catalogue.error.text-missing");
        }
        return new Assumption(evidence.getValue(), new Text(dutch.getValue(), english.getValue()), year.getValue());
    }
}
