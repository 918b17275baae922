package nl.buurtbundel.suggestion.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.buurtbundel.catalogue.LegalGate;
import org.jspecify.annotations.Nullable;

/** What the law asks before it may start: changed, taken away or added. */
final class GateFields extends Div {
    private final List<OneGate> gates = new ArrayList<>();
    private final Div list = new Div();
    private final Set<String> used = new HashSet<>();

    GateFields(List<LegalGate> present) {
        addClassName("bb-stack");
        list.addClassName("bb-stack");
        present.forEach(gate -> {
            used.add(gate.id());
            add(gate.id(), gate);
        });
        add(list, new Button(getTranslation("suggestion.edit.gate-add"), click -> add(newId(), null)));
    }

    List<LegalGate> value() {
        return gates.stream().map(OneGate::value).toList();
    }

    private void add(String id, @Nullable LegalGate gate) {
        OneGate one = new OneGate(id, gate);
        gates.add(one);
        list.add(one.fields);
    }

    /** A gate keeps its name over versions; a new one gets a name that no other had. */
    private String newId() {
        int number = 1;
        while (!used.add("gate-" + number)) {
            number++;
        }
        return "gate-" + number;
    }

    private final class OneGate implements Serializable {
        private static final long serialVersionUID = 1;
        private final String id;
        private final TextField article = new TextField(getTranslation("suggestion.gates.article"));
        private final TextFields words;
        private final TextFields checker;
        private final Div fields;

        OneGate(String id, @Nullable LegalGate gate) {
            this.id = id;
            words = new TextFields("suggestion.gates.words", gate == null ? null : gate.plainWords());
            checker = new TextFields("suggestion.gates.checker", gate == null ? null : gate.checker());
            article.setWidthFull();
            article.setValue(gate == null ? "" : gate.article());
            Button remove = new Button(getTranslation("suggestion.edit.gate-remove"), click -> remove());
            remove.setAriaLabel(getTranslation("suggestion.edit.gate-remove-this", article.getValue()));
            fields = new Div(article, words, checker, remove);
            fields.addClassNames("bb-card", "bb-stack");
        }

        private void remove() {
            gates.remove(this);
            list.remove(fields);
        }

        LegalGate value() {
            return new LegalGate(id, article.getValue().strip(), words.value(), checker.value());
        }
    }
}
