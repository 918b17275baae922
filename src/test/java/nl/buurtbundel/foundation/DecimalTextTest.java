package nl.buurtbundel.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,50|12.50",
                "12.50|12.50",
                "12.5|12.5",
                "1250|1250",
                "1.250|1250",
                "1.250,75|1250.75",
                "1,250.75|1250.75",
                "1.250.000|1250000",
                "€ 78.001,44|78001.44",
                "0,1667|0.1667",
                "1,250|1.250",
                "-5|-5"
            })
    void dutch_people_type_a_comma_or_a_point(String typed, BigDecimal meant) {
        assertThat(DecimalText.read(typed, Messages.DUTCH)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12.50|12.50", "12,50|12.50", "1,250|1250", "1,250.75|1250.75", "1.250|1.250"})
    void in_english_a_comma_before_three_digits_is_a_group(String typed, BigDecimal meant) {
        assertThat(DecimalText.read(typed, Locale.UK)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"abc", "12,5a", "1.25.0", "1,2,3", "12..5", ",", "12,", "1.2500,3", "10000000000000000000"})
    void what_is_no_number_is_none(String typed) {
        assertThat(DecimalText.read(typed, Messages.DUTCH)).isEqualTo(Optional.empty());
    }

    @Test
    void what_is_written_is_read_again() {
        for (Locale locale : Messages.LOCALES) {
            for (String number : new String[] {"0", "12.50", "1250", "78001.44", "0.1667", "1250.1"}) {
                BigDecimal value = new BigDecimal(number);
                assertThat(DecimalText.read(DecimalText.write(value, locale), locale))
                        .contains(value);
            }
        }
    }
}
