package nl.buurtbundel.household;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is shared, as both see it.
 *
 * @param with the other one: the helper for who shares, none as long as nobody came with the code; who shares for the helper
 * @param byOtherParent another parent shares the help of a child of the reader; then neither of them is named
 */
public record FileShareSummary(
        FileShareId id,
        Set<FilePart> parts,
        LocalDate lastDay,
        @Nullable String with,
        boolean byOtherParent) {
    public FileShareSummary {
        parts = Set.copyOf(parts);
    }
}
