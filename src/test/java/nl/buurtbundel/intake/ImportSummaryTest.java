package nl.buurtbundel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.buurtbundel.provision.Taken;
import org.junit.jupiter.api.Test;

class ImportSummaryTest {
    @Test
    void the_same_files_again_bring_nothing_new() {
        assertThat(summary(ImportState.DONE, 0, 30).broughtNothingNew()).isTrue();
        assertThat(summary(ImportState.DONE, 1, 29).broughtNothingNew()).isFalse();
        assertThat(summary(ImportState.RUNNING, 0, 30).broughtNothingNew()).isFalse();
        assertThat(summary(ImportState.DONE, 0, 0).broughtNothingNew()).isFalse();
    }

    private static ImportSummary summary(ImportState state, int taken, int unchanged) {
        return new ImportSummary(
                new ImportId(1),
                List.of("berichten.zip"),
                Instant.EPOCH,
                null,
                state,
                taken + unchanged,
                taken + unchanged,
                taken,
                unchanged,
                0,
                new Taken(0, 0, 0, 0, List.of()),
                0);
    }
}
