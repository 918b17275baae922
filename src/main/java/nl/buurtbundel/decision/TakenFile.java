package nl.buurtbundel.decision;

import java.time.Instant;
import java.util.Optional;
import nl.buurtbundel.access.SealedDeed;
import org.jspecify.annotations.Nullable;

/**
 * That a decision was taken out as a file.
 *
 * @param sha256 of the content of that file
 * @param link of the audit chain that seals this; null for the first seconds
 */
public record TakenFile(Instant at, String sha256, @Nullable Long link) {

    static TakenFile of(Instant at, String sha256, SealedDeed.@Nullable Seal seal) {
        return new TakenFile(at, sha256, seal == null ? null : (Long) seal.link());
    }

    public Optional<Long> findLink() {
        return Optional.ofNullable(link);
    }
}
