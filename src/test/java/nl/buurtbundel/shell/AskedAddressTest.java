package nl.buurtbundel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/buurtplan/2",
                "/buurtplan/nieuw?idee=3",
                "/grootboek/rekening/14",
                "/in-mijn-buurt",
                "/x?a=b%20c"
            })
    void the_address_of_a_view_is_remembered(String asked) {
        assertThat(AskedAddress.read(asked)).contains(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "buurtplan/2",
                "//elders.nl",
                "///elders.nl",
                "/\\elders.nl",
                "\\\\elders.nl",
                "https://elders.nl/",
                "javascript:alert(1)",
                "/../elders.nl",
                "/buurtplan/2\r\nSet-Cookie: x=y",
                "/buurtplan/2#\"><script>",
                "/@elders.nl",
                "/%2f%2felders.nl",
                "/\t/elders.nl"
            })
    void nobody_is_led_elsewhere(String asked) {
        assertThat(AskedAddress.read(asked)).isEmpty();
    }

    @Test
    void without_an_address_or_with_an_endless_one_the_own_first_page_opens() {
        assertThat(AskedAddress.read(null)).isEmpty();
        assertThat(AskedAddress.read("/a?" + "b".repeat(400))).isEmpty();
    }
}
