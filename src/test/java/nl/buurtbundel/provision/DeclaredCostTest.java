package nl.buurtbundel.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.junit.jupiter.api.Test;

class DeclaredCostTest {
    private static final Period MARCH = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
    private static final Period APRIL = new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30));

    @Test
    void a_year_is_the_sum_over_the_days_that_are_declared() {
        assertThat(DeclaredCost.yearly(List.of(declared(MARCH, "310.00"), declared(APRIL, "300.00"))))
                .contains(Money.parse("3650.00"));
        assertThat(DeclaredCost.yearly(List.of(declared(MARCH, "310.00"), declared(MARCH, "-155.00"))))
                .contains(Money.parse("1825.00"));
    }

    @Test
    void credits_that_take_everything_back_leave_the_cost_unknown() {
        assertThat(DeclaredCost.yearly(List.of(declared(MARCH, "310.00"), declared(MARCH, "-310.00"))))
                .isEmpty();
        assertThat(DeclaredCost.yearly(List.of(declared(MARCH, "310.00"), declared(APRIL, "-400.00"))))
                .isEmpty();
    }

    @Test
    void less_than_four_weeks_says_nothing_about_a_year() {
        Period week = new Period(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 8));
        assertThat(DeclaredCost.yearly(List.of(declared(week, "70.00")))).isEmpty();
        assertThat(DeclaredCost.yearly(List.of())).isEmpty();
    }

    private static DeclaredCost declared(Period period, String amount) {
        return new DeclaredCost(
                new MunicipalityCode("GM9905"),
                "pseudonym",
                new DeclaredCostCommand(
                        AllocationNumber.ofMessage(Law.JEUGDWET, 1),
                        new ProviderCode("12345678"),
                        new Bsn("999900006"),
                        period,
                        1,
                        Unit.HOUR,
                        Money.parse(amount)));
    }
}
