package nl.buurtbundel.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BsnTest {
    @Test
    void nine_digits_that_pass_the_eleven_test_are_a_number() {
        assertThat(Bsn.isValid("999900006")).isTrue();
        assertThat(Bsn.isValid("999900007")).isFalse();
        assertThat(Bsn.isValid("99990000")).isFalse();
        assertThat(Bsn.isValid("99990000x")).isFalse();
        assertThat(Bsn.isValid("000000000")).isFalse();
        assertThat(Bsn.isValid("٩٩٩٩٠٠٠٠٦")).isFalse();
    }

    @Test
    void it_never_shows_itself() {
        assertThat(new Bsn("999900006").toString()).doesNotContain("9999");
        assertThat(new PostalAddress("1234AB", 5, "", "").toString()).doesNotContain("1234");
        assertThatThrownBy(() -> new Bsn("999900007")).hasMessageNotContaining("9999");
    }
}
