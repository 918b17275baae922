package nl.buurtbundel.neighbourhood;

import org.jspecify.annotations.Nullable;

/**
 * What CBS publishes of a neighbourhood (Kerncijfers wijken en buurten). Unknown or secret figures are null, never zero.
 *
 * @param year the year of the key figures
 */
public record KeyFigures(
        NeighbourhoodCode code,
        String name,
        int year,
        @Nullable Integer inhabitants,
        @Nullable Integer households,
        @Nullable Integer householdsWithChildren,
        @Nullable Integer under15,
        @Nullable Integer over65) {}
