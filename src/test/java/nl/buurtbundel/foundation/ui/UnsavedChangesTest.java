package nl.buurtbundel.foundation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;

class UnsavedChangesTest {
    private final TextField field = new TextField();
    private final Div place = new Div(new Div(field));
    private final UnsavedChanges unsaved = new UnsavedChanges();

    @Test
    void what_the_program_fills_in_is_nothing_to_lose() {
        unsaved.watch(place, place);
        field.setValue("from a draft");
        assertThat(unsaved.getParent()).isEmpty();
    }

    @Test
    void what_somebody_types_is_marked_until_it_is_kept() {
        unsaved.watch(place, place);
        type();
        assertThat(unsaved.getParent()).contains(place);
        unsaved.kept();
        assertThat(unsaved.getParent()).isEmpty();
        type();
        assertThat(unsaved.getParent()).contains(place);
    }

    private void type() {
        ComponentUtil.fireEvent(field, new ComponentValueChangeEvent<>(field, field, "", true));
    }
}
