package nl.buurtbundel.initiative.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtbundel.catalogue.Way;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Joined;
import nl.buurtbundel.initiative.PledgeId;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

/** Burden is counted, not meant well. */
class JoiningIsLightTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void joining_takes_at_most_three_screens_and_two_typed_fields() {
        JoinView view = new JoinView(null, null, null, null);
        int typed = 0;
        for (JoinView.Screen screen : JoinView.Screen.values()) {
            Component shown = view.screen(screen, page(), new Joined(new PledgeId(1), "ABCDE23456"));
            typed += typedFields(shown).size();
        }
        assertThat(JoinView.Screen.values()).hasSizeLessThanOrEqualTo(3);
        assertThat(typed).isLessThanOrEqualTo(2);
    }

    @Test
    void what_would_help_is_one_tap_and_can_be_left_out() {
        JoinView view = new JoinView(null, null, null, null);
        Component done = view.screen(JoinView.Screen.DONE, page(), new Joined(new PledgeId(1), null));
        assertThat(all(done).filter(Button.class::isInstance)).hasSize(Way.values().length);
        assertThat(typedFields(done)).isEmpty();
    }

    private static Stream<Component> all(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(JoiningIsLightTest::all));
    }

    @Test
    void the_count_would_notice_typed_fields() {
        PlanForm form = new PlanForm(java.util.Locale.ENGLISH, DAY, () -> {});
        assertThat(typedFields(form)).hasSizeGreaterThan(5);
    }

    @Test
    void a_plan_in_the_form_comes_out_as_it_went_in() {
        PlanForm form = new PlanForm(java.util.Locale.ENGLISH, DAY, () -> {});
        form.fill(page().plan());
        assertThat(form.plan()).isEqualTo(page().plan());
        PlanForm again = new PlanForm(java.util.Locale.ENGLISH, DAY, () -> {});
        again.fill(form.answers());
        assertThat(again.plan()).isEqualTo(page().plan());
    }

    private static List<Component> typedFields(Component root) {
        List<Component> typed = new ArrayList<>();
        if (root instanceof TextFieldBase<?, ?> || root instanceof DatePicker) {
            typed.add(root);
        }
        root.getChildren().forEach(child -> typed.addAll(typedFields(child)));
        return typed;
    }

    private static InitiativePage page() {
        return PlanPages.open(
                PlanPages.plan(Money.ofCents(1250), DAY.plusMonths(6), 1), DAY.plusDays(30), DAY.plusDays(44));
    }
}
