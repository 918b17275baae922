package nl.buurtbundel.shell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CitizenNumbersTest {

    @Test
    void numbers_stay_different_and_valid_when_the_first_block_is_used_up() {
        CitizenNumbers numbers = new CitizenNumbers(new Random(1));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200_000; i++) {
            String number = numbers.next();
            assertThat(seen.add(number)).isTrue();
            int sum = -Character.digit(number.charAt(8), 10);
            for (int place = 0; place < 8; place++) {
                sum += (9 - place) * Character.digit(number.charAt(place), 10);
            }
            assertThat(sum % 11).isZero();
            assertThat(number).startsWith(i < 9_000 ? "9999" : "99");
        }
    }
}
