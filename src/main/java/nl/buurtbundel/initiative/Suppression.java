package nl.buurtbundel.initiative;

import org.jspecify.annotations.Nullable;

/** Counts of households as the public may see them. */
final class Suppression {
    private static final int STEP = 5;

    private Suppression() {}

    /** To the nearest five; nothing below the threshold. */
    static @Nullable Integer rounded(long households, int threshold) {
        return households < threshold ? null : Math.toIntExact((households + STEP / 2) / STEP * STEP);
    }
}
