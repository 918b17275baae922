package nl.buurtbundel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.PledgeId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.provision.AnnualCost;
import nl.buurtbundel.provision.HouseholdId;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.Need;
import nl.buurtbundel.provision.PersonId;
import nl.buurtbundel.provision.ProvisionId;
import nl.buurtbundel.provision.ProvisionStopped;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExpectedReleaseTest {
    private static final LocalDate HALFWAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate YEARS_END = LocalDate.of(2026, 12, 31);
    private static final int WHOLE = 10_000;

    private final ExpectedRelease expected = new ExpectedRelease(
            new InitiativeId(1),
            new ProvisionId(2),
            3,
            new NeighbourhoodCode("BU99010101"),
            new PledgeId(4),
            null,
            null,
            Instant.EPOCH);

    @BeforeEach
    void the_own_help_has_stopped() {
        expected.realise();
    }

    @Test
    void who_does_not_take_part_still_does_not_after_leaving_and_coming_back() {
        expected.exclude();
        expected.giveBack();
        expected.takePartAgain();
        assertThat(expected.isRealised()).isFalse();
        assertThat(expected.hasStopped()).isTrue();
        expected.include();
        assertThat(expected.isRealised()).isTrue();
    }

    @Test
    void who_is_marked_while_away_does_not_take_part_after_coming_back() {
        expected.giveBack();
        expected.exclude();
        expected.takePartAgain();
        assertThat(expected.isRealised()).isFalse();
    }

    @Test
    void who_left_does_not_take_part_by_a_mark_that_is_undone() {
        expected.exclude();
        expected.giveBack();
        expected.include();
        assertThat(expected.isRealised()).isFalse();
        expected.takePartAgain();
        assertThat(expected.isRealised()).isTrue();
    }

    /** € 3.650 for a whole year; the register ends the allocation with the stop and leaves the amount. */
    @Test
    void an_amount_for_the_whole_period_is_not_more_a_year_once_the_period_is_shortened_to_the_stop() {
        ExpectedRelease trajectory = promised(YEARS_END, Money.ofEuros(3_650));
        assertThat(trajectory
                        .freed(stopped(YEARS_END, Money.ofEuros(3_650), true), WHOLE)
                        .total())
                .isEqualTo(Money.ofEuros(1_840));
        assertThat(trajectory
                        .freed(stopped(HALFWAY, Money.parse("7360.22"), true), WHOLE)
                        .total())
                .isEqualTo(Money.ofEuros(1_840));
        // a price that is corrected counts where the amount does not depend on the period
        assertThat(trajectory
                        .freed(stopped(HALFWAY, Money.ofEuros(7_300), false), WHOLE)
                        .total())
                .isEqualTo(Money.ofEuros(3_680));
        // nothing is known of what was promised long ago
        assertThat(promised(YEARS_END, null)
                        .freed(stopped(HALFWAY, Money.ofEuros(365), true), WHOLE)
                        .total())
                .isEqualTo(Money.ofEuros(184));
    }

    @Test
    void an_allocation_that_was_lengthened_frees_the_days_that_were_added() {
        ExpectedRelease half = promised(HALFWAY, Money.ofEuros(365));
        assertThat(half.freed(stopped(HALFWAY, Money.ofEuros(365), false), WHOLE))
                .isEqualTo(FreedMoney.NOTHING);
        assertThat(half.freed(stopped(YEARS_END, Money.ofEuros(365), false), WHOLE)
                        .total())
                .isEqualTo(Money.ofEuros(184));
        assertThat(half.freed(stopped(null, Money.ofEuros(365), false), WHOLE).total())
                .as("without an end: the rest of the year")
                .isEqualTo(Money.ofEuros(184));
        assertThat(promised(null, Money.ofEuros(365))
                        .freed(stopped(HALFWAY, Money.ofEuros(365), false), WHOLE)
                        .total())
                .isEqualTo(Money.ofEuros(184));
    }

    /** One process hands out the keys 51 to 100, another one 1 to 50. */
    @Test
    void the_newest_is_not_what_has_the_highest_key() throws ReflectiveOperationException {
        ExpectedRelease older = keyed(51, Instant.EPOCH);
        ExpectedRelease newer = keyed(11, Instant.EPOCH.plusSeconds(1));
        assertThat(Stream.of(newer, older).sorted(ExpectedRelease.IN_TIME)).containsExactly(older, newer);
    }

    private static ExpectedRelease keyed(long id, Instant at) throws ReflectiveOperationException {
        ExpectedRelease made = new ExpectedRelease(
                new InitiativeId(id),
                new ProvisionId(2),
                3,
                new NeighbourhoodCode("BU99010101"),
                new PledgeId(4),
                null,
                null,
                at);
        Field key = ExpectedRelease.class.getDeclaredField("id");
        key.setAccessible(true);
        key.set(made, id);
        return made;
    }

    private static ExpectedRelease promised(@Nullable LocalDate until, @Nullable Money aYear) {
        return new ExpectedRelease(
                new InitiativeId(1),
                new ProvisionId(2),
                3,
                new NeighbourhoodCode("BU99010101"),
                new PledgeId(4),
                until,
                aYear,
                Instant.EPOCH);
    }

    private static ProvisionStopped stopped(@Nullable LocalDate until, Money aYear, boolean forWholePeriod) {
        return new ProvisionStopped(
                new ProvisionId(2),
                new PersonId(3),
                new HouseholdId(5),
                new MunicipalityCode("GM9901"),
                Law.JEUGDWET,
                Need.PARENTING_SUPPORT,
                HALFWAY,
                new Period(LocalDate.of(2026, 1, 1), until),
                AnnualCost.known(aYear),
                forWholePeriod,
                null,
                null,
                List.of(),
                null);
    }

    @Test
    void it_stands_under_another_yes_only_where_none_holds_it_and_says_whether_it_does() {
        ExpectedRelease planned = promised(null, null);
        assertThat(planned.standUnder(new PledgeId(5))).isFalse();
        planned.lapse();
        assertThat(planned.standUnder(new PledgeId(4))).as("the same yes").isFalse();
        assertThat(planned.standUnder(new PledgeId(5))).isTrue();
        assertThat(planned.pledge()).isEqualTo(new PledgeId(5));
    }
}
