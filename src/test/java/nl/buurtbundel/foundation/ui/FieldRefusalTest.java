package nl.buurtbundel.foundation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import nl.buurtbundel.foundation.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldRefusalTest {

    @Test
    void the_field_that_is_wrong_is_marked_and_named_until_it_is_filled_in() {
        IntegerField places = new IntegerField("Hoeveel plekken?");
        FieldRefusal refusal = catchThrowableOfType(FieldRefusal.class, () -> Required.number(places));
        refusal.mark(Messages.DUTCH);
        assertThat(places.isInvalid()).isTrue();
        assertThat(places.getErrorMessage()).contains("Hoeveel plekken?");
        places.setValue(3);
        assertThat(places.isInvalid()).isFalse();
    }

    @Test
    void what_is_filled_in_is_read() {
        TextField name = new TextField("Naam");
        name.setValue("Buurtcrèche");
        assertThat(Required.in(name)).isEqualTo("Buurtcrèche");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "0,00", "niets", ""})
    void a_price_of_nothing_or_less_is_refused_at_the_field(String typed) {
        DecimalField amount = new DecimalField("Bedrag");
        amount.setValue(typed);
        assertThatThrownBy(amount::eurosAboveZero)
                .isInstanceOf(FieldRefusal.class)
                .hasMessageMatching("foundation\\.error\\.amount(-above-zero)?");
    }
}
