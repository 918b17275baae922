package nl.buurtbundel.foundation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.textfield.IntegerField;
import java.time.LocalDate;
import nl.buurtbundel.foundation.Messages;
import org.junit.jupiter.api.Test;

/** The browser sends what it cannot read as nothing, in a field that is invalid. */
class IfGivenTest {
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);

    @Test
    void a_line_without_a_last_day_counts_until_it_is_ended() {
        assertThat(new Validity(Messages.DUTCH, FIRST).read().lastDay()).isNull();
    }

    @Test
    void a_last_day_that_is_no_day_is_refused_and_not_taken_for_none() {
        Validity validity = new Validity(Messages.DUTCH, FIRST);
        validity.last().setInvalid(true);
        assertThatThrownBy(validity::read).isInstanceOf(FieldRefusal.class).hasMessage("foundation.day.no-day");
    }

    @Test
    void a_number_may_be_left_out_and_half_a_one_is_refused() {
        IntegerField hours = new IntegerField("Hoeveel uur?");
        assertThat(IfGiven.number(hours)).isNull();
        hours.setInvalid(true);
        assertThatThrownBy(() -> IfGiven.number(hours))
                .isInstanceOf(FieldRefusal.class)
                .hasMessage("foundation.error.number");
        hours.setValue(3);
        assertThat(IfGiven.number(hours)).isEqualTo(3);
    }
}
