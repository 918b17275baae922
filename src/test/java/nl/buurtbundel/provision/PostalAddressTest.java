package nl.buurtbundel.provision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostalAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"9901 AB 12 A", "9901ab 12a", " 9901AB, 12-A ", "9901 ab 12 a"})
    void one_home_is_read_the_same_however_it_is_written(String line) {
        assertThat(PostalAddress.read(line)).contains(new PostalAddress("9901AB", 12, "A", ""));
    }

    @Test
    void what_tells_homes_apart_is_kept() {
        assertThat(PostalAddress.read("9901 AB 12")).contains(new PostalAddress("9901AB", 12, "", ""));
        assertThat(PostalAddress.read("9901 AB 12 bis")).contains(new PostalAddress("9901AB", 12, "", "BIS"));
        assertThat(PostalAddress.read("9901 AB 12-3")).contains(new PostalAddress("9901AB", 12, "", "3"));
        assertThat(PostalAddress.read("9901 AB 12 A 2")).contains(new PostalAddress("9901AB", 12, "A", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9901 AB", "Dorpsstraat 12", "0901 AB 12", "9901 AB 0", "9901 AB 123456"})
    void what_is_no_address_is_not_read(String line) {
        assertThat(PostalAddress.read(line)).isEmpty();
    }
}
