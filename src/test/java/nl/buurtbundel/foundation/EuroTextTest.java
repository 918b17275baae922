package nl.buurtbundel.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EuroTextTest {

    @Test
    void an_amount_is_read_to_the_cent_up_to_the_highest() {
        assertThat(EuroText.read("1.250,75", Messages.DUTCH, "Bedrag")).isEqualTo(Money.parse("1250.75"));
        assertThat(EuroText.read("12,500", Messages.DUTCH, "Bedrag")).isEqualTo(Money.parse("12.50"));
        assertThat(EuroText.read("999.999.999,99", Messages.DUTCH, "Bedrag")).isEqualTo(EuroText.HIGHEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000", "999.999.999.999", "99999999999999999999", "€ 1.000.000.000,00"})
    void who_types_too_much_reads_what_the_highest_amount_is(String typed) {
        assertThatThrownBy(() -> EuroText.read(typed, Messages.DUTCH, "Bedrag"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.text(Messages.DUTCH))
                                .isEqualTo(
                                        "Het bedrag bij “Bedrag” is te hoog. Het hoogste bedrag is € 999.999.999,99."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "12,505", "1,2,3", "99999999999999999999x"})
    void what_is_no_amount_is_told_as_that(String typed) {
        assertThatThrownBy(() -> EuroText.read(typed, Messages.DUTCH, "Bedrag"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("foundation.error.amount"));
        assertThat(EuroText.find(typed, Messages.DUTCH)).isEmpty();
    }
}
