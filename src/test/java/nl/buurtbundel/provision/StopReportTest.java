package nl.buurtbundel.provision;

import static nl.buurtbundel.provision.Provision.StopEffect.NONE;
import static nl.buurtbundel.provision.Provision.StopEffect.STOPPED;
import static nl.buurtbundel.provision.Provision.StopEffect.TAKEN_BACK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.junit.jupiter.api.Test;

class StopReportTest {
    private static final AllocationNumber NUMBER =
            new AllocationNumber(Law.WMO, AllocationNumber.Source.MESSAGE, "100001");
    private static final LocalDate ENDED = LocalDate.of(2026, 12, 31);
    private static final LocalDate REPORTED = LocalDate.of(2026, 12, 10);

    private final Provision provision = new Provision(new MunicipalityCode("GM9901"), NUMBER);

    @Test
    void a_stop_frees_once_and_a_corrected_day_again() {
        assertThat(provision.take(stop("36", ENDED, REPORTED, false))).isEqualTo(STOPPED);
        assertThat(provision.take(stop("36", ENDED, REPORTED, false))).isEqualTo(NONE);
        assertThat(provision.take(stop("36", ENDED.plusDays(30), REPORTED.plusDays(1), false)))
                .isEqualTo(STOPPED);
    }

    @Test
    void a_stop_that_is_taken_back_is_told_once() {
        assertThat(provision.take(stop("36", ENDED, REPORTED, true))).isEqualTo(NONE);
        provision.take(stop("36", ENDED, REPORTED, false));
        assertThat(provision.take(stop("36", ENDED, REPORTED.plusDays(1), true)))
                .isEqualTo(TAKEN_BACK);
        assertThat(provision.take(stop("36", ENDED, REPORTED.plusDays(1), true)))
                .isEqualTo(NONE);
        assertThat(provision.take(stop("36", ENDED, REPORTED.plusDays(2), false)))
                .isEqualTo(STOPPED);
    }

    @Test
    void a_stop_for_another_reason_frees_nothing_and_takes_back_what_did() {
        assertThat(provision.take(stop("31", ENDED, REPORTED, false))).isEqualTo(NONE);
        assertThat(provision.take(stop("36", ENDED, REPORTED, false))).isEqualTo(STOPPED);
        assertThat(provision.take(stop("31", ENDED, REPORTED.plusDays(1), false)))
                .isEqualTo(TAKEN_BACK);
    }

    @Test
    void an_older_report_does_not_undo_a_newer_one() {
        provision.take(stop("36", ENDED, REPORTED, false));
        assertThat(provision.take(stop("36", ENDED, REPORTED.minusDays(1), true)))
                .isEqualTo(NONE);
    }

    private static StopCommand stop(String reason, LocalDate ended, LocalDate reported, boolean removed) {
        return new StopCommand(
                NUMBER, new ProviderCode("12345678"), new Bsn("999990019"), ended, reason, reported, removed);
    }
}
