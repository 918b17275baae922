package nl.buurtbundel.foundation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file in the database stands there in slices, each small enough for a row on every database. */
public final class Slices {
    private static final int BYTES = 512 * 1024;

    private Slices() {}

    /** The content in its order, each slice short enough for one row; no slice at all of nothing. */
    public static List<byte[]> of(byte[] content) {
        List<byte[]> slices = new ArrayList<>();
        for (int from = 0; from < content.length; from += BYTES) {
            slices.add(Arrays.copyOfRange(content, from, Math.min(content.length, from + BYTES)));
        }
        return slices;
    }
}
