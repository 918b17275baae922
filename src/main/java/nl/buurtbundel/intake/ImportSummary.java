package nl.buurtbundel.intake;

import java.time.Instant;
import java.util.List;
import nl.buurtbundel.provision.Taken;
import org.jspecify.annotations.Nullable;

/**
 * One import in figures.
 *
 * @param sources the files and folders that were handed in
 * @param files how many there are, 0 until that is known
 * @param filesTaken files with something new in them
 * @param filesUnchanged files that had been taken before
 * @param toRepair provisions that came to count as unknown by this import and still did when it ended
 */
public record ImportSummary(
        ImportId id,
        List<String> sources,
        Instant startedAt,
        @Nullable Instant endedAt,
        ImportState state,
        int files,
        int filesDone,
        int filesTaken,
        int filesUnchanged,
        int filesRefused,
        Taken provisions,
        long toRepair) {
    public ImportSummary {
        sources = List.copyOf(sources);
    }

    /** All of it was known already. */
    public boolean broughtNothingNew() {
        return state == ImportState.DONE && filesTaken == 0 && filesUnchanged > 0;
    }
}
