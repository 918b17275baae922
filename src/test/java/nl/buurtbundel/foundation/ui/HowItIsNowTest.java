package nl.buurtbundel.foundation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.foundation.ui.HowItIsNow.Typed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OpenPage.class)
class HowItIsNowTest {
    private static final List<Integer> NUMBERS = List.of(1, 2, 3);

    @Test
    void every_kind_of_field_tells_what_was_chosen_by_the_name_that_was_read() {
        TextField words = new TextField("Uitleg");
        words.setValue("Past niet");
        DayField day = new DayField("Dag");
        day.setValue(LocalDate.of(2027, 3, 14));
        Select<Integer> ground = new Select<>();
        ground.setLabel("Grond");
        ground.setItems(NUMBERS);
        ground.setItemLabelGenerator(HowItIsNowTest::name);
        ground.setValue(1);
        ComboBox<Integer> place = new ComboBox<>("Buurt", NUMBERS);
        place.setItemLabelGenerator(HowItIsNowTest::name);
        place.setValue(2);
        MultiSelectComboBox<Integer> several = new MultiSelectComboBox<>("Taakvelden", NUMBERS);
        several.setItemLabelGenerator(HowItIsNowTest::name);
        several.select(3, 1);
        RadioButtonGroup<Integer> kind = new RadioButtonGroup<>("Soort", NUMBERS);
        kind.setItemLabelGenerator(HowItIsNowTest::name);
        kind.setValue(3);
        CheckboxGroup<Integer> ticked = new CheckboxGroup<>("Vragen", NUMBERS);
        ticked.setItemLabelGenerator(HowItIsNowTest::name);
        ticked.select(2, 1);
        Checkbox confirms = new Checkbox("Ik bevestig het");
        confirms.setValue(true);
        assertThat(HowItIsNow.typed(new Div(
                        words, new Div(day), ground, place, several, kind, ticked, confirms, new Checkbox("Niet ik"))))
                .containsExactly(
                        new Typed("Uitleg", "Past niet"),
                        new Typed("Dag", "14 maart 2027"),
                        new Typed("Grond", "keuze 1"),
                        new Typed("Buurt", "keuze 2"),
                        new Typed("Taakvelden", "keuze 1, keuze 3"),
                        new Typed("Soort", "keuze 3"),
                        new Typed("Vragen", "keuze 1, keuze 2"),
                        new Typed("Ik bevestig het", "aangevinkt"));
    }

    private static String name(Integer number) {
        return "keuze " + number;
    }
}
