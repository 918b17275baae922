package nl.buurtbundel.suggestion.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/** Words for people, in both languages. */
final class TextFields extends Div {
    private static final int LONGEST = 1_000;

    private final TextField dutch;
    private final TextField english;

    /** @param key of the label, which says which language */
    TextFields(String key, @Nullable Text text) {
        addClassNames("bb-stack");
        dutch = field(getTranslation("suggestion.edit.in-dutch", getTranslation(key)));
        english = field(getTranslation("suggestion.edit.in-english", getTranslation(key)));
        if (text != null) {
            dutch.setValue(text.nl());
            english.setValue(text.en());
        }
        add(dutch, english);
    }

    Text value() {
        if (dutch.getValue().isBlank() || english.getValue().isBlank()) {
            throw new Refusal("suggestion.error.text-missing", dutch.getLabel());
        }
        return new Text(dutch.getValue().strip(), english.getValue().strip());
    }

    private static TextField field(String label) {
        TextField field = new TextField(label);
        field.setWidthFull();
        field.setMaxLength(LONGEST);
        return field;
    }
}
