package nl.buurtbundel.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlicesTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "524288, 1", "524289, 2", "1572864, 3"})
    void slices_are_the_whole_in_its_order_and_none_is_too_long(int length, int expected) {
        byte[] content = new byte[length];
        new Random(12).nextBytes(content);

        List<byte[]> slices = Slices.of(content);

        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        slices.forEach(whole::writeBytes);
        assertThat(whole.toByteArray()).isEqualTo(content);
        assertThat(slices)
                .hasSize(expected)
                .allSatisfy(slice -> assertThat(slice.length).isBetween(1, 524_288));
    }
}
