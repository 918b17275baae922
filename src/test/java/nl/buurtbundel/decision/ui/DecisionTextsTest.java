package nl.buurtbundel.decision.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import nl.buurtbundel.decision.Decider;
import nl.buurtbundel.decision.MandateRule;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import org.junit.jupiter.api.Test;

class DecisionTextsTest {

    @Test
    void a_rule_for_one_year_says_year_and_for_more_years() {
        DecisionTexts texts = new DecisionTexts(Messages.ENGLISH);
        assertThat(texts.rule(rule(1))).endsWith("at most 1 year");
        assertThat(texts.rule(rule(2))).endsWith("at most 2 years");
    }

    private static MandateRule rule(int years) {
        return new MandateRule(
                Decider.ALDERMAN,
                Money.ofEuros(1),
                false,
                Set.of(),
                years,
                null,
                0,
                Period.from(LocalDate.of(2026, 1, 1)));
    }
}
