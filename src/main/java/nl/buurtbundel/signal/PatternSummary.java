package nl.buurtbundel.signal;

import org.jspecify.annotations.Nullable;

/**
 * A pattern on the list.
 *
 * @param signals how often it was heard, as far as it may be counted
 * @param change how far what is to change is; null when nothing was proposed yet
 * @param verdict what came of the newest change that was done; null when none was
 */
public record PatternSummary(
        PatternId id,
        String title,
        String owner,
        int signals,
        @Nullable ChangeState change,
        FollowUp.@Nullable Verdict verdict) {}
