package nl.buurtbundel.foundation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import nl.buurtbundel.foundation.Messages;
import org.junit.jupiter.api.Test;

class DayFieldTest {

    @Test
    void a_calendar_speaks_dutch_and_begins_the_week_on_monday() {
        DatePickerI18n words = DayField.words(Messages.DUTCH);
        assertThat(words.getMonthNames()).hasSize(12).startsWith("januari").endsWith("december");
        assertThat(words.getWeekdays()).hasSize(7).startsWith("zondag", "maandag");
        assertThat(words.getWeekdaysShort()).hasSize(7).startsWith("zo", "ma");
        assertThat(words.getFirstDayOfWeek()).isEqualTo(1);
        assertThat(words.getToday()).isEqualTo("Vandaag");
        assertThat(words.getCancel()).isEqualTo("Terug");
        assertThat(words.getDateFormats()).containsExactly("d-M-yyyy");
        assertThat(words.getBadInputErrorMessage()).contains("14-3-2027");
    }

    @Test
    void in_english_it_speaks_english() {
        DatePickerI18n words = DayField.words(Messages.ENGLISH);
        assertThat(words.getMonthNames()).startsWith("January");
        assertThat(words.getWeekdays()).startsWith("Sunday");
        assertThat(words.getFirstDayOfWeek()).isEqualTo(1);
        assertThat(words.getToday()).isEqualTo("Today");
    }
}
