package nl.buurtbundel.decision.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import nl.buurtbundel.decision.Act;
import nl.buurtbundel.decision.Decider;
import nl.buurtbundel.decision.DecisionId;
import nl.buurtbundel.decision.DecisionState;
import nl.buurtbundel.decision.DecisionSummary;
import nl.buurtbundel.decision.MandateAnswer;
import nl.buurtbundel.decision.MandateQuestion;
import nl.buurtbundel.decision.MandateRule;
import nl.buurtbundel.decision.Office;
import nl.buurtbundel.decision.PassedOver;
import nl.buurtbundel.decision.YearAhead;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionTextsTest {

    @Test
    void a_rule_for_one_year_says_year_and_for_more_years() {
        DecisionTexts texts = new DecisionTexts(Messages.ENGLISH);
        assertThat(texts.rule(rule(1))).endsWith("at most 1 year");
        assertThat(texts.rule(rule(2))).endsWith("at most 2 years");
    }

    @Test
    void an_office_that_may_not_is_told_with_the_rule_its_limit_and_what_the_plan_has() {
        DecisionTexts texts = new DecisionTexts(Messages.ENGLISH);
        assertThat(texts.passedOver(new PassedOver(
                        Decider.MANAGER,
                        PassedOver.Miss.YEARS,
                        rule(1),
                        2,
                        Money.ofEuros(20_000),
                        Money.ofEuros(25_000))))
                .contains("at most 1 by the rule, and here 2")
                .endsWith("at most 1 year");
        assertThat(texts.passedOver(new PassedOver(
                        Decider.TEAM, PassedOver.Miss.AMOUNT, rule(1), 1, Money.ofEuros(20_000), Money.ofEuros(5_000))))
                .contains("€5,000.00", "€20,000.00");
    }

    @Test
    void what_the_college_decides_the_alderman_records() {
        DecisionTexts texts = new DecisionTexts(Messages.DUTCH);
        assertThat(texts.turn(waiting(Office.COLLEGE, Act.DECIDE))).isEqualTo("U: leg vast wat het college besloot");
        assertThat(texts.turn(waiting(Office.COLLEGE, null))).contains("de wethouder legt het vast");
        assertThat(texts.turn(waiting(Office.ALDERMAN, Act.DECIDE))).isEqualTo("U");
        MandateAnswer college = MandateAnswer.to(
                new MandateQuestion(
                        Money.ofEuros(1),
                        Set.of("6.1"),
                        1,
                        new NeighbourhoodCode("BU99010101"),
                        1,
                        LocalDate.of(2026, 1, 1),
                        List.of()),
                List.of());
        assertThat(texts.mandate(college).getElement().getTextRecursively())
                .contains("De wethouder legt hier vast wat het college besloot");
    }

    @Test
    void what_comes_free_says_which_forecast_it_is_and_how_far_it_knows() {
        FiscalYear year = new FiscalYear(2027);
        YearAhead known = new YearAhead(
                year,
                Money.ZERO,
                Money.ofEuros(12_000),
                Money.ofEuros(9_000),
                YearMonth.of(2027, 10),
                null,
                Money.ZERO);
        YearAhead whole =
                new YearAhead(year, Money.ZERO, Money.ofEuros(12_000), Money.ofEuros(11_000), null, null, Money.ZERO);
        assertThat(years(known, false)).contains("tot en met oktober 2027", "als alles vrijkomt");
        assertThat(years(whole, true)).contains("waarschijnlijk vrij").doesNotContain("tot en met");
    }

    private static String years(YearAhead year, boolean likely) {
        return new YearsPart(new DecisionTexts(Messages.DUTCH), List.of(year), likely)
                .getElement()
                .getTextRecursively();
    }

    private static DecisionSummary waiting(Office turn, @Nullable Act act) {
        return new DecisionSummary(
                new DecisionId(1),
                new InitiativeId(1),
                "Samen koken",
                new NeighbourhoodCode("BU99010101"),
                Money.ofEuros(1),
                false,
                DecisionState.PROPOSED,
                turn,
                Instant.EPOCH,
                act);
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
