package nl.buurtbundel.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Winterjas, 999912340",
                "Bel 06-12345678",
                "bel 06 12 34 56 78 voor de fiets",
                "bel +31612345678",
                "Fiets, 0401234567",
                "mail jan@voorbeeld.nl",
                "Kachel voor 9901 AB 12",
                "jas voor kind van 12-03-2019"
            })
    void what_says_who_it_is_is_refused(String text) {
        assertThatThrownBy(() -> new CaseText(text)).hasMessage("decision.error.mini-says-who");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Winterjas en laarzen voor een kind van 7",
                "Reparatie wasmachine, 2 onderdelen",
                "Busabonnement voor 3 maanden",
                "Schoolreis 2026, 2 kinderen",
                "3 maanden huur berging"
            })
    void what_is_needed_is_taken(String text) {
        assertThat(new CaseText(" " + text + " ").words()).isEqualTo(text);
        assertThat(CaseText.findName(text)).as(text).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jas voor mevrouw de Vries",
                "fiets voor dhr. Jansen",
                "laptop voor gezin El Amrani",
                "Fiets voor Fatima",
                "Bed voor Jan van Dijk"
            })
    void what_may_be_a_name_is_pointed_out(String text) {
        assertThat(CaseText.findName(text)).as(text).isPresent();
        assertThat(new CaseText(text).words()).as("and not refused").isEqualTo(text);
    }

    @Test
    void nothing_and_too_much_are_refused() {
        assertThatThrownBy(() -> new CaseText("  ")).hasMessage("decision.error.mini-no-words");
        assertThatThrownBy(() -> new CaseText("a".repeat(CaseText.LONGEST + 1)))
                .hasMessage("decision.error.mini-too-long");
    }
}
