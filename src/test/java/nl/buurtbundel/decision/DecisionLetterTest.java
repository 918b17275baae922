package nl.buurtbundel.decision;

import static org.assertj.core.api.Assertions.assertThat;

import nl.buurtbundel.assessment.RefusalGround;
import nl.buurtbundel.decision.ui.LetterPart;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

class DecisionLetterTest {
    private static final Money ASKED = Money.ofEuros(78_000);

    @Test
    void a_refusal_is_read_with_its_ground_and_its_reasons() {
        assertThat(read(new DecisionLetter(
                        ASKED, null, null, RefusalGround.NOT_SAFE, "De zaal heeft geen nooduitgang")))
                .contains("Niet veilig", "De zaal heeft geen nooduitgang");
    }

    @Test
    void of_a_part_it_is_read_how_much_of_how_much_and_what_is_missing() {
        DecisionLetter letter = new DecisionLetter(ASKED, Money.ofEuros(50_000), "Eerst een keuring", null, null);
        assertThat(letter.isPartly()).isTrue();
        assertThat(read(letter)).contains("50.000", "78.000", "28.000", "Eerst een keuring");
    }

    @Test
    void a_whole_grant_misses_nothing() {
        DecisionLetter letter = new DecisionLetter(ASKED, ASKED, null, null, null);
        assertThat(letter.isPartly()).isFalse();
        assertThat(read(letter)).doesNotContain("Voorwaarden", "geen ja");
    }

    private static String read(DecisionLetter letter) {
        return new LetterPart(letter, Messages.DUTCH).getElement().getTextRecursively();
    }
}
