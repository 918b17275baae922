package nl.buurtbundel.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private final Formats dutch = Formats.of(new Locale("nl"));
    private final Formats english = Formats.of(Locale.ENGLISH);

    @Test
    void euros_have_dutch_or_english_signs() {
        Money amount = Money.parse("1234.56");

        assertThat(dutch.euros(amount)).isEqualTo("€\u00a01.234,56");
        assertThat(english.euros(amount)).isEqualTo("€1,234.56");
    }

    @Test
    void a_negative_amount_has_a_real_minus_before_the_euro_sign() {
        Money amount = Money.parse("-102893.56");

        assertThat(dutch.euros(amount)).isEqualTo("\u2212\u00a0€\u00a0102.893,56");
        assertThat(english.euros(amount)).isEqualTo("\u2212€102,893.56");
    }

    @Test
    void whole_euros_round_half_away_from_zero() {
        assertThat(dutch.wholeEuros(Money.parse("833285.50"))).isEqualTo("€\u00a0833.286");
        assertThat(dutch.wholeEuros(Money.parse("-0.50"))).isEqualTo("\u2212\u00a0€\u00a01");
    }

    @Test
    void what_rounds_to_nothing_has_no_minus() {
        assertThat(dutch.wholeEuros(Money.parse("-0.49"))).isEqualTo("€\u00a00");
        assertThat(dutch.percentage(-1, 1000)).isEqualTo("0%");
    }

    @Test
    void the_largest_amount_keeps_every_cent() {
        assertThat(english.euros(Money.ofCents(Long.MAX_VALUE))).isEqualTo("€92,233,720,368,547,758.07");
        assertThat(english.euros(Money.ofCents(Long.MIN_VALUE))).isEqualTo("\u2212€92,233,720,368,547,758.08");
    }

    @Test
    void a_gain_shows_its_plus() {
        assertThat(dutch.gain(Money.parse("11895.81"))).isEqualTo("+\u00a0€\u00a011.896");
        assertThat(dutch.gain(Money.ZERO)).isEqualTo("€\u00a00");
    }

    @Test
    void the_two_fractions_of_the_worked_example_read_20_and_93_percent() {
        Money cost = Money.parse("166665.44");

        assertThat(dutch.percentage(cost, Money.parse("833285.84"))).isEqualTo("20%");
        assertThat(dutch.percentage(cost, Money.parse("178561.25"))).isEqualTo("93%");
    }

    @Test
    void a_share_of_nothing_does_not_exist() {
        assertThatThrownBy(() -> dutch.percentage(3, 0)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void fractions_and_numbers_take_the_decimals_that_were_asked() {
        assertThat(dutch.percentage(new BigDecimal("0.1234"), 1)).isEqualTo("12,3%");
        assertThat(dutch.number(new BigDecimal("5.50"), 2)).isEqualTo("5,5");
        assertThat(dutch.number(new BigDecimal("4600"), 2)).isEqualTo("4.600");
        assertThat(english.count(14500)).isEqualTo("14,500");
    }

    @Test
    void dates_and_months_are_written_out() {
        LocalDate day = LocalDate.of(2026, 11, 21);

        assertThat(dutch.date(day)).isEqualTo("21 november 2026");
        assertThat(english.date(day)).isEqualTo("21 November 2026");
        assertThat(dutch.shortDate(day)).isEqualTo("21-11-2026");
        assertThat(dutch.month(YearMonth.from(day))).isEqualTo("november 2026");
        assertThat(dutch.shortMonth(YearMonth.of(2026, 3))).isEqualTo("mrt 2026");
    }

    @Test
    void an_instant_late_in_the_evening_utc_is_the_next_day_in_the_netherlands() {
        Instant lastSecondsOfTheYear = Instant.parse("2026-12-31T23:30:00Z");

        assertThat(dutch.date(lastSecondsOfTheYear)).isEqualTo("1 januari 2027");
        assertThat(dutch.dateTime(lastSecondsOfTheYear)).isEqualTo("1 januari 2027, 00:30");
    }

    @Test
    void another_language_gets_dutch() {
        assertThat(Formats.of(Locale.FRENCH).count(1000)).isEqualTo("1.000");
    }
}
