package nl.buurtbundel.neighbourhood;

import org.jspecify.annotations.Nullable;

/** A neighbourhood on a list or at the head of a page. */
public record NeighbourhoodSummary(
        NeighbourhoodCode code,
        String name,
        @Nullable Integer inhabitants,
        @Nullable Integer households,
        @Nullable Integer householdsWithChildren) {}
