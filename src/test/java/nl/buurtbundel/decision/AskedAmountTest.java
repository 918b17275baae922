package nl.buurtbundel.decision;

import static org.assertj.core.api.Assertions.assertThat;

import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

class AskedAmountTest {
    private static final Money YEARLY = Money.parse("160665.44");
    private static final Money START_UP = Money.ofEuros(18_000);

    @Test
    void the_worked_example_leads_from_a_year_to_what_is_asked_and_to_the_year_that_is_compared() {
        AskedAmount asked = AskedAmount.of(YEARLY, START_UP, 3);

        assertThat(asked.total()).isEqualTo(Money.parse("178665.44"));
        assertThat(asked.usualYear())
                .isEqualTo(new AskedAmount.UsualYear(3, Money.ofEuros(6_000), Money.parse("166665.44")));
    }

    @Test
    void without_a_suggestion_nobody_has_said_over_how_many_years_start_up_is_spread() {
        assertThat(AskedAmount.of(YEARLY, START_UP, 0).usualYear()).isNull();
        assertThat(AskedAmount.of(YEARLY, Money.ZERO, 3).usualYear()).isNull();
    }
}
