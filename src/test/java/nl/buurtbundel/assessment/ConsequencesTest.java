package nl.buurtbundel.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.buurtbundel.assessment.Consequence.Affected;
import nl.buurtbundel.assessment.Consequence.Effect;
import nl.buurtbundel.assessment.Consequence.Term;
import org.junit.jupiter.api.Test;

class ConsequencesTest {

    @Test
    void each_is_asked_for_whom_and_when_and_none_can_be_left_out() {
        List<Consequence> all = allBetter().all();
        assertThat(all).hasSize(8);
        for (Consequence left : all) {
            List<Consequence> fewer = new ArrayList<>(all);
            fewer.remove(left);
            assertThatThrownBy(() -> new Consequences(fewer))
                    .as(left.toString())
                    .hasMessage("assessment.error.consequence-missing");
        }
        List<Consequence> twice = new ArrayList<>(all);
        twice.add(new Consequence(Affected.PURSE, Term.LONG, Effect.WORSE));
        assertThatThrownBy(() -> new Consequences(twice)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void they_are_the_same_in_whatever_order_they_were_given() {
        List<Consequence> all = new ArrayList<>(allBetter().all());
        all.set(7, new Consequence(Affected.PURSE, Term.LONG, Effect.WORSE));
        Consequences inOrder = new Consequences(all);
        Collections.shuffle(all, new Random(8));
        assertThat(new Consequences(all)).isEqualTo(inOrder);
        assertThat(inOrder.of(Affected.PURSE, Term.LONG)).isEqualTo(Effect.WORSE);
        assertThat(inOrder.of(Affected.PURSE, Term.SHORT)).isEqualTo(Effect.BETTER);
    }

    static Consequences allBetter() {
        List<Consequence> all = new ArrayList<>();
        for (Affected affected : Affected.values()) {
            for (Term term : Term.values()) {
                all.add(new Consequence(affected, term, Effect.BETTER));
            }
        }
        return new Consequences(all);
    }
}
