package nl.buurtbundel.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.buurtbundel.assessment.RefusalGround;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.decision.ui.LetterPart;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionLetterTest {
    private static final Money ASKED = Money.ofEuros(78_000);

    @Test
    void a_refusal_is_read_with_its_ground_and_its_reasons() {
        assertThat(read(new DecisionLetter(
                        ASKED,
                        null,
                        Money.ZERO,
                        false,
                        List.of(),
                        null,
                        RefusalGround.NOT_SAFE,
                        "De zaal heeft geen nooduitgang")))
                .contains("Niet veilig", "De zaal heeft geen nooduitgang");
    }

    @Test
    void of_a_part_it_is_read_how_much_of_how_much_and_what_is_missing() {
        DecisionLetter letter = granted(Money.ofEuros(50_000), true, "Eerst een keuring");
        assertThat(read(letter)).contains("50.000", "78.000", "28.000", "geen ja", "Eerst een keuring", "bezwaar");
    }

    @Test
    void of_a_plan_that_has_ended_nobody_reads_that_it_goes_on_with_less() {
        assertThat(read(granted(Money.ofEuros(50_000), false, "Eerst een keuring")))
                .contains("50.000", "78.000", "Eerst een keuring")
                .doesNotContain("geen ja", "28.000");
    }

    @Test
    void what_was_asked_with_every_grant_is_read_in_its_order() {
        assertThat(read(granted(ASKED, true, "Eerst een keuring", "Elk kwartaal een verslag")))
                .containsSubsequence("Voorwaarden", "Eerst een keuring", "Elk kwartaal een verslag");
    }

    @Test
    void what_others_pay_of_it_is_read() {
        DecisionLetter letter = new DecisionLetter(
                ASKED, ASKED, Money.ofEuros(12_500), true, List.of(), LeftOver.NEIGHBOURHOOD, null, null);
        assertThat(read(letter)).contains("Ook van anderen", "12.500");
        assertThat(read(granted(ASKED, true))).doesNotContain("Ook van anderen");
    }

    @Test
    void where_money_goes_that_is_left_is_read_in_plain_words() {
        assertThat(read(granted(ASKED, true))).contains("blijft in de buurt").doesNotContain("taakveld");
        assertThat(read(new DecisionLetter(ASKED, ASKED, Money.ZERO, true, List.of(), LeftOver.TASK_FIELD, null, null)))
                .contains("gaat terug naar de gemeente")
                .doesNotContain("blijft in de buurt", "taakveld");
    }

    @Test
    void a_whole_grant_misses_nothing() {
        assertThat(read(granted(ASKED, true))).doesNotContain("Voorwaarden", "geen ja");
    }

    /** Residents read the conditions and the reasons of a refusal: who writes or signs them is told so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "decision.propose.who-sees",
                "decision.act.who-sees",
                "decision.act.who-sees-final",
                "decision.act.who-sees-refusal"
            })
    void who_writes_or_signs_what_residents_will_read_is_told_so(String key) {
        assertThat(Messages.text(Messages.DUTCH, key)).containsAnyOf("die inlogt", "die inloggen");
        assertThat(Messages.text(Messages.ENGLISH, key)).containsAnyOf("who logs in", "who log in");
    }

    private static DecisionLetter granted(Money granted, boolean goesOn, String... conditions) {
        return new DecisionLetter(
                ASKED, granted, Money.ZERO, goesOn, List.of(conditions), LeftOver.NEIGHBOURHOOD, null, null);
    }

    private static String read(DecisionLetter letter) {
        return new LetterPart(letter, Messages.DUTCH).getElement().getTextRecursively();
    }
}
