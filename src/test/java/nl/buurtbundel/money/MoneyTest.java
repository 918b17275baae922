package nl.buurtbundel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"1250.5,125050", "-3.00,-300", "0,0", "92233720368547758.07,9223372036854775807", "1.230,123"})
    void an_amount_is_read_to_the_cent(String text, long cents) {
        assertThat(Money.parse(text).cents()).isEqualTo(cents);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.234", "1,50", "€ 3", "92233720368547758.08", "NaN"})
    void what_is_no_amount_is_refused(String text) {
        assertThatThrownBy(() -> Money.parse(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void a_fraction_is_rounded_once() {
        Money expected = Money.parse("833285.84");
        assertThat(expected.timesFraction(50 * 15, 98 * 100)).isEqualTo(Money.parse("63771.88"));
        assertThat(expected.timesFraction(70 * 30, 98 * 100)).isEqualTo(Money.parse("178561.25"));
        assertThat(expected.timesFraction(75 * 45, 98 * 100)).isEqualTo(Money.parse("286973.44"));
    }

    @Test
    void half_a_cent_goes_up_on_both_sides_of_zero() {
        assertThat(Money.ofEuros(new BigDecimal("0.005")).cents()).isEqualTo(1);
        assertThat(Money.ofEuros(new BigDecimal("-0.005")).cents()).isEqualTo(-1);
        assertThat(Money.ofCents(1).timesFraction(1, 2).cents()).isEqualTo(1);
        assertThat(Money.ofCents(3).times(new BigDecimal("0.5")).cents()).isEqualTo(2);
    }

    @Test
    void what_does_not_fit_is_an_error_and_never_another_amount() {
        Money most = Money.ofCents(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(Money.ofCents(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofCents(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
    }
}
