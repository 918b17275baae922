package nl.buurtbundel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileNamesTest {
    @Test
    void names_stand_in_the_order_in_which_people_count() {
        assertThat(List.of("301-100.xml", "301-1.xml", "301-10.xml", "301-2.xml", "301.xml", "305-1.xml").stream()
                        .sorted(FileNames.AS_COUNTED))
                .containsExactly("301-1.xml", "301-2.xml", "301-10.xml", "301-100.xml", "301.xml", "305-1.xml");
    }

    @Test
    void numbers_longer_than_any_count_are_compared_too() {
        String long1 = "9".repeat(40);
        String long2 = "1" + "0".repeat(40);
        assertThat(List.of(long2, long1).stream().sorted(FileNames.AS_COUNTED)).containsExactly(long1, long2);
    }

    @Test
    void two_names_for_one_number_are_two_names() {
        assertThat(FileNames.AS_COUNTED.compare("01.xml", "1.xml")).isNotZero();
    }
}
