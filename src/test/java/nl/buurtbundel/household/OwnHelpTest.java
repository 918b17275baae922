package nl.buurtbundel.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.provision.AllocationNumber;
import nl.buurtbundel.provision.AnnualCost;
import nl.buurtbundel.provision.HouseholdId;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.Need;
import nl.buurtbundel.provision.PersonId;
import nl.buurtbundel.provision.ProvisionDetails;
import nl.buurtbundel.provision.ProvisionId;
import nl.buurtbundel.provision.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnHelpTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

    @Test
    void help_that_was_reported_to_stop_runs_until_its_last_day() {
        OwnFile.Help help = help(Status.STOPPED, LAST_DAY);
        assertThat(help.stopsOn()).contains(LAST_DAY);
        assertThat(help.isOver(LocalDate.of(2026, 11, 22))).isFalse();
        assertThat(help.isOver(LAST_DAY)).isFalse();
        assertThat(help.isOver(LAST_DAY.plusDays(1))).isTrue();
    }

    @Test
    void help_that_began_again_does_not_stop() {
        assertThat(help(Status.ACTIVE, LAST_DAY).stopsOn()).isEmpty();
        assertThat(help(Status.ACTIVE, null).isOver(LAST_DAY.plusYears(1))).isFalse();
    }

    @Test
    void who_was_never_allocated_help_has_none_to_go_back_to() {
        assertThat(file(List.of()).hasOwnHelp()).isFalse();
        assertThat(file(List.of(help(Status.STOPPED, LAST_DAY))).hasOwnHelp()).isTrue();
    }

    private static OwnFile file(List<OwnFile.Help> help) {
        return new OwnFile(
                true,
                false,
                false,
                List.of(),
                List.of(),
                help,
                new OwnFile.Looks(List.of(), null),
                List.of(),
                List.of(),
                List.of());
    }

    private static OwnFile.Help help(Status status, @Nullable LocalDate stoppedOn) {
        return new OwnFile.Help(
                Whose.OWN,
                new ProvisionDetails(
                        new ProvisionId(1),
                        new PersonId(1),
                        new HouseholdId(1),
                        AllocationNumber.ofMessage(Law.WMO, 1),
                        null,
                        Need.PARENTING_SUPPORT,
                        status,
                        new Period(LocalDate.of(2026, 1, 1), LAST_DAY),
                        null,
                        AnnualCost.known(Money.ofEuros(100)),
                        null,
                        null,
                        stoppedOn,
                        Law.WMO,
                        null));
    }
}
