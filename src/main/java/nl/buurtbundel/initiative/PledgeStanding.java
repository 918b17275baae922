package nl.buurtbundel.initiative;

import org.jspecify.annotations.Nullable;

/**
 * Whether there are enough households.
 *
 * @param households how many, for the assigned worker only and only from the threshold on; null otherwise
 */
public record PledgeStanding(boolean enough, @Nullable Integer households) {}
