package nl.buurtbundel.initiative;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a yes.
 *
 * @param codeForOtherAdult what the other adult types on an own account to say yes too; shown once and not kept
 */
public record Joined(PledgeId pledge, @Nullable String codeForOtherAdult) {}
