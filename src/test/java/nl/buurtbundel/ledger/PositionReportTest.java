package nl.buurtbundel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

class PositionReportTest {
    @Test
    void what_bears_individual_help_is_not_left_for_a_grant() {
        PositionReport.OfTaskField field = new PositionReport.OfTaskField(
                "6.1",
                Money.ofEuros(700_000),
                Money.ofEuros(300_000),
                Money.ofEuros(355_000),
                Money.ofEuros(9_000),
                Money.ofEuros(2_000),
                Money.ofEuros(3_000),
                Money.ofEuros(10_000),
                Money.ofEuros(40_000),
                Money.ofEuros(15_000),
                Money.ZERO);

        assertThat(field.addsUp()).isTrue();
        assertThat(field.left()).isEqualTo(Money.ofEuros(350_000));
    }
}
