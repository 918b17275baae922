package nl.buurtbundel.initiative.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.foundation.ui.FieldRefusal;
import org.junit.jupiter.api.Test;

class PlanFormTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final AtomicInteger saved = new AtomicInteger();
    private final PlanForm form = new PlanForm(Messages.DUTCH, TODAY, saved::incrementAndGet);

    @Test
    void the_total_goes_along_with_what_is_typed() {
        form.fill(costs("78001.44", "8096"));
        assertThat(words()).contains("Samen per jaar tot nu toe: € 86.097,44");
    }

    @Test
    void a_line_that_is_removed_is_gone_from_the_total_and_from_the_draft() {
        form.fill(costs("78001.44", "8096", "5520"));
        remove("Verwijder kostenpost 2").click();

        assertThat(words()).contains("Samen per jaar tot nu toe: € 83.521,44");
        assertThat(form.answers()).containsEntry("cost1", "Post 2").doesNotContainKey("cost2");
        assertThat(saved).hasValue(1);
    }

    @Test
    void the_last_line_cannot_be_removed() {
        form.fill(costs("10", "20"));
        remove("Verwijder kostenpost 1").click();

        assertThat(remove("Verwijder kostenpost 1").isVisible()).isFalse();
    }

    @Test
    void what_is_filled_in_later_with_fewer_lines_leaves_none_of_before() {
        form.fill(costs("10", "20", "30"));
        form.fill(costs("40"));

        assertThat(form.answers()).doesNotContainKey("cost1");
        assertThat(words()).contains("Samen per jaar tot nu toe: € 40,00");
    }

    @Test
    void an_amount_that_is_too_high_is_told_with_its_field_and_the_highest_amount() {
        Map<String, String> answers = new HashMap<>(costs("1000000000"));
        answers.putAll(Map.of("title", "Samen koken", "summary", "Eten", "need", "meals", "whatYouGet", "Eten"));
        answers.put("places", "10");
        form.fill(answers);

        assertThatThrownBy(() -> form.check(3))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.text(Messages.DUTCH))
                                .contains("Kostenpost 1: bedrag per jaar (€)", "€ 999.999.999,99"));
    }

    @Test
    void a_start_that_is_over_is_refused_at_the_step_that_asks_for_it_and_not_before() {
        Map<String, String> answers = new HashMap<>(costs("10"));
        answers.putAll(Map.of("title", "Samen koken", "summary", "Eten", "need", "meals", "whatYouGet", "Eten"));
        answers.putAll(Map.of("places", "10", "runBy", "Buren", "intendedStart", "2020-01-01"));
        form.fill(answers);
        form.check(3);

        assertThatThrownBy(() -> form.check(4))
                .isInstanceOf(FieldRefusal.class)
                .hasMessage("initiative.error.start-from-today");
        form.fill(Map.of("intendedStart", TODAY.toString()));
        form.check(4);
    }

    @Test
    void a_field_of_a_cost_line_says_of_which_line_it_is_also_after_one_was_removed() {
        form.fill(costs("10", "20", "30"));
        assertThat(amounts())
                .containsExactly(
                        "Kostenpost 1: bedrag per jaar (€) 10",
                        "Kostenpost 2: bedrag per jaar (€) 20",
                        "Kostenpost 3: bedrag per jaar (€) 30");
        remove("Verwijder kostenpost 2").click();
        assertThat(amounts())
                .containsExactly("Kostenpost 1: bedrag per jaar (€) 10", "Kostenpost 2: bedrag per jaar (€) 30");
    }

    private List<String> amounts() {
        return all(form)
                .filter(DecimalField.class::isInstance)
                .map(DecimalField.class::cast)
                .filter(field -> field.getLabel().startsWith("Kostenpost"))
                .map(field -> field.getLabel() + " " + field.getValue())
                .toList();
    }

    private static Map<String, String> costs(String... amounts) {
        Map<String, String> answers = new HashMap<>();
        for (int i = 0; i < amounts.length; i++) {
            answers.put("cost" + i, "Post " + i);
            answers.put("amount" + i, amounts[i]);
        }
        return answers;
    }

    private String words() {
        return form.getElement().getTextRecursively().replace('\u00a0', ' ');
    }

    private Button remove(String name) {
        List<Button> found = all(form)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> name.equals(button.getAriaLabel().orElse("")))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Stream<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(PlanFormTest::all));
    }
}
