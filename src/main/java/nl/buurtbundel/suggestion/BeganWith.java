package nl.buurtbundel.suggestion;

import org.jspecify.annotations.Nullable;

/**
 * What those who decide on a plan may know of the suggestion that it began with.
 *
 * @param startUpYears over how many years it spreads what it takes to begin
 * @param cost against two things; null when what is spent was not published
 */
public record BeganWith(int startUpYears, @Nullable CostAgainstToday cost) {}
