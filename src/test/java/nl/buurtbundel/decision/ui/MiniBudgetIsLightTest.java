package nl.buurtbundel.decision.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.buurtbundel.decision.MiniBudgetTerms;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

/**
 * Burden is counted, not meant well: a mini-budget takes 60 seconds on a phone. What people type on a phone: 36.2 words a minute
 * (Palin and others, “How do People Type on Mobile Devices?”, MobileHCI 2019, 37,000 people); pointing and thinking take what the
 * keystroke-level model gives them (Card, Moran, Newell 1980).
 */
class MiniBudgetIsLightTest {
    private static final int MOST_SECONDS = 60;
    private static final int MILLIS_A_LETTER = 60_000 / 181;
    private static final int MILLIS_A_TAP = 1_100;
    private static final int MILLIS_A_THOUGHT = 1_350;

    /** The page, the button that asks, and the one that sends; and each field is tapped. */
    private static final int TAPS_BESIDE_FIELDS = 3;

    /** 500,00 */
    private static final int LONGEST_AMOUNT = 6;

    @Test
    void asking_takes_one_screen_and_three_short_fields() {
        List<Component> fields = fields(dialog());
        assertThat(fields).hasSize(3).allMatch(TextFieldBase.class::isInstance);
    }

    @Test
    void asking_takes_at_most_a_minute_also_for_who_fills_in_all_there_is() {
        int millis = TAPS_BESIDE_FIELDS * MILLIS_A_TAP;
        for (Component field : fields(dialog())) {
            int letters = field instanceof DecimalField ? LONGEST_AMOUNT : ((TextField) field).getMaxLength();
            millis += MILLIS_A_TAP + MILLIS_A_THOUGHT + letters * MILLIS_A_LETTER;
        }
        assertThat(millis).isBetween(20_000, MOST_SECONDS * 1_000);
    }

    private static AskMiniBudget dialog() {
        return new AskMiniBudget(Locale.ENGLISH, new MiniBudgetTerms(Money.ofEuros(500), 2), asked -> {});
    }

    private static List<Component> fields(Component root) {
        List<Component> fields = new ArrayList<>();
        if (root instanceof HasValue<?, ?>) {
            fields.add(root);
        }
        root.getChildren().forEach(child -> fields.addAll(fields(child)));
        return fields;
    }
}
