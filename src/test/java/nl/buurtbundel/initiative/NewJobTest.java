package nl.buurtbundel.initiative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NewJobTest {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private static final Money WAGE = Money.ofEuros(20);

    @Test
    void it_says_what_who_and_how_much_and_no_diploma_is_an_answer() {
        assertThat(job(1, 40, "14.71").diploma()).isEmpty();
        refused("initiative.error.job-work", () -> new NewJob(" ", "b", 1, 8, WAGE, "", DAY));
        refused("initiative.error.job-employer", () -> new NewJob("a", "", 1, 8, WAGE, "", DAY));
        refused("initiative.error.job-places", () -> job(0, 8, "20.00"));
        refused("initiative.error.job-places", () -> job(51, 8, "20.00"));
        refused("initiative.error.job-hours", () -> job(1, 0, "20.00"));
        refused("initiative.error.job-hours", () -> job(1, 41, "20.00"));
    }

    @Test
    void nobody_is_offered_less_than_the_minimum_wage() {
        refused("initiative.error.job-wage", () -> job(1, 8, "14.70").requireMinimumWage());
        job(1, 8, "14.71").requireMinimumWage();
        refused("initiative.error.job-wage", () -> job(1, 8, "0.00"));
        refused("initiative.error.job-wage", () -> job(1, 8, "200.01"));
    }

    private static NewJob job(int places, int hours, String wage) {
        return new NewJob("a", "b", places, hours, Money.parse(wage), " ", DAY);
    }

    private static void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
