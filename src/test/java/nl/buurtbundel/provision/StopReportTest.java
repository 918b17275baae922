package nl.buurtbundel.provision;

import static nl.buurtbundel.provision.Course.Change.ENDED;
import static nl.buurtbundel.provision.Course.Change.NONE;
import static nl.buurtbundel.provision.Course.Change.STOPPED;
import static nl.buurtbundel.provision.Course.Change.TAKEN_BACK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StopReportTest {
    private static final AllocationNumber NUMBER =
            new AllocationNumber(Law.WMO, AllocationNumber.Source.MESSAGE, "100001");
    private static final ProviderCode PROVIDER = new ProviderCode("12345678");
    private static final Bsn BSN = new Bsn("999990019");
    private static final LocalDate STARTED = LocalDate.of(2026, 1, 1);
    private static final LocalDate ENDED_ON = LocalDate.of(2026, 12, 31);
    private static final LocalDate ALLOCATED_UNTIL = LocalDate.of(2028, 12, 31);
    private static final Money AT_76 = Money.parse("7925.28");
    private static final Money AT_80 = Money.parse("8342.40");
    private static final LocalDate REPORTED = LocalDate.of(2026, 12, 10);

    private final Provision provision = new Provision(new MunicipalityCode("GM9901"), NUMBER);
    private Course before = Course.RUNS;

    @BeforeEach
    void allocated_and_started() {
        allocate("01", 1);
        provision.take(new StartCommand(NUMBER, PROVIDER, BSN, STARTED, STARTED, false));
        before = provision.course();
    }

    @Test
    void a_stop_frees_once_and_a_corrected_day_again() {
        assertThat(stop("36", ENDED_ON, REPORTED, false)).isEqualTo(STOPPED);
        assertThat(stop("36", ENDED_ON, REPORTED, false)).isEqualTo(NONE);
        assertThat(stop("36", ENDED_ON.plusDays(30), REPORTED.plusDays(1), false))
                .isEqualTo(STOPPED);
    }

    @Test
    void a_stop_that_is_taken_back_is_told_once() {
        assertThat(stop("36", ENDED_ON, REPORTED, true)).isEqualTo(NONE);
        stop("36", ENDED_ON, REPORTED, false);
        assertThat(stop("36", ENDED_ON, REPORTED.plusDays(1), true)).isEqualTo(TAKEN_BACK);
        assertThat(stop("36", ENDED_ON, REPORTED.plusDays(1), true)).isEqualTo(NONE);
        assertThat(stop("36", ENDED_ON, REPORTED.plusDays(2), false)).isEqualTo(STOPPED);
    }

    @Test
    void a_stop_for_another_reason_frees_nothing_and_takes_back_what_did() {
        assertThat(stop("31", ENDED_ON, REPORTED, false)).isEqualTo(ENDED);
        assertThat(stop("36", ENDED_ON, REPORTED, false)).isEqualTo(STOPPED);
        assertThat(before.isFreed()).isTrue();
        assertThat(stop("31", ENDED_ON, REPORTED.plusDays(1), false)).isEqualTo(ENDED);
        assertThat(stop("31", ENDED_ON.minusDays(9), REPORTED.plusDays(2), false))
                .isEqualTo(NONE);
    }

    @Test
    void an_older_report_does_not_undo_a_newer_one() {
        stop("36", ENDED_ON, REPORTED, false);
        assertThat(stop("36", ENDED_ON, REPORTED.minusDays(1), true)).isEqualTo(NONE);
    }

    /** As for a stay in hospital: reason 20, and a new start under the same number. */
    @Test
    void help_that_starts_again_after_a_stop_for_a_while_runs() {
        LocalDate left = LocalDate.of(2026, 5, 1);
        LocalDate home = LocalDate.of(2026, 6, 1);
        assertThat(stop("20", left, left, false)).isEqualTo(ENDED);
        assertThat(provision.runsOn(home)).isFalse();
        assertThat(start(home)).isEqualTo(TAKEN_BACK);
        assertThat(provision.runsOn(left)).isTrue();
        assertThat(provision.runsOn(left.plusDays(1))).isFalse();
        assertThat(provision.runsOn(home)).isTrue();
        assertThat(stop("36", ENDED_ON, REPORTED, false)).isEqualTo(STOPPED);
        assertThat(provision.runsOn(ENDED_ON.plusDays(1))).isFalse();
    }

    @Test
    void help_whose_new_start_is_still_to_come_goes_on_and_does_not_run() {
        LocalDate left = LocalDate.of(2026, 5, 1);
        LocalDate home = LocalDate.of(2026, 6, 1);
        LocalDate between = LocalDate.of(2026, 5, 20);
        assertThat(provision.goesOn(between)).isTrue();
        stop("20", left, left, false);
        assertThat(provision.goesOn(between)).isFalse();
        start(home);
        assertThat(provision.runsOn(between)).isFalse();
        assertThat(provision.goesOn(between)).isTrue();
        stop("36", home.plusDays(9), home, false);
        assertThat(provision.goesOn(home.plusDays(10))).isFalse();
    }

    @Test
    void a_new_start_after_the_last_day_of_the_allocation_makes_nothing_go_on() {
        stop("20", ENDED_ON, ENDED_ON, false);
        start(ALLOCATED_UNTIL.plusDays(1));
        assertThat(provision.goesOn(ENDED_ON.plusDays(1))).isFalse();
    }

    @Test
    void the_price_of_what_has_stopped_is_that_of_its_last_day_and_of_what_runs_that_of_today() {
        List<Tariff> tariffs = List.of(tariff(76, Period.from(STARTED)), tariff(80, Period.from(ENDED_ON.plusDays(1))));
        provision.price(tariffs, ENDED_ON.plusDays(60), Instant.EPOCH);
        assertThat(provision.allocated().amount()).isEqualTo(AT_80);

        stop("36", ENDED_ON.minusDays(90), REPORTED, false);
        provision.price(tariffs, ENDED_ON.plusDays(60), Instant.EPOCH);
        assertThat(provision.allocated().amount()).isEqualTo(AT_76);
        provision.price(tariffs, ENDED_ON.minusDays(120), Instant.EPOCH);
        assertThat(provision.allocated().amount()).isEqualTo(AT_76);

        start(ENDED_ON.plusDays(30));
        provision.price(tariffs, ENDED_ON.plusDays(60), Instant.EPOCH);
        assertThat(provision.allocated().amount()).isEqualTo(AT_80);
    }

    private static Tariff tariff(int euros, Period validity) {
        return new Tariff(
                new MunicipalityCode("GM9901"),
                new TariffCommand(
                        PROVIDER, Law.WMO, "02", null, Price.perUnit(Unit.HOUR, Money.ofEuros(euros)), validity));
    }

    @Test
    void a_new_start_may_be_read_before_the_stop_that_it_follows() {
        LocalDate left = LocalDate.of(2026, 5, 1);
        start(LocalDate.of(2026, 6, 1));
        assertThat(stop("20", left, left, false)).isEqualTo(NONE);
        assertThat(provision.runsOn(ENDED_ON)).isTrue();
    }

    @Test
    void a_removed_allocation_frees_nothing_any_more_and_once_it_is_back_it_does() {
        stop("36", ENDED_ON, REPORTED, false);
        assertThat(allocate("13", 2)).isEqualTo(ENDED);
        assertThat(allocate("04", 3)).isEqualTo(STOPPED);
    }

    private Course.Change allocate(String changeReason, int day) {
        provision.take(
                new AllocationCommand(
                        NUMBER,
                        PROVIDER,
                        BSN,
                        1990,
                        null,
                        "02",
                        null,
                        LocalDateTime.of(2025, 12, day, 9, 0),
                        new Period(STARTED, ALLOCATED_UNTIL),
                        changeReason,
                        new Extent(120, Unit.MINUTE, Frequency.WEEK),
                        null),
                new PersonId(1));
        return since();
    }

    private Course.Change start(LocalDate on) {
        provision.take(new StartCommand(NUMBER, PROVIDER, BSN, on, on, false));
        return since();
    }

    private Course.Change stop(String reason, LocalDate ended, LocalDate reported, boolean removed) {
        provision.take(new StopCommand(NUMBER, PROVIDER, BSN, ended, reason, reported, removed));
        return since();
    }

    /** What is told after a load with this alone. */
    private Course.Change since() {
        Course now = provision.course();
        Course.Change change = now.since(before);
        before = now;
        return change;
    }
}
