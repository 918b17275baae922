package nl.buurtbundel.foundation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A query takes so many values at a time and no more, on every database; what is longer is asked in parts. */
public final class Parts {
    private static final int AT_ONCE = 500;

    private Parts() {}

    /** The values in their order, each part short enough for one query; no part at all of nothing. */
    public static <T> List<List<T>> of(Collection<T> values) {
        List<T> all = new ArrayList<>(values);
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(from + AT_ONCE, all.size())));
        }
        return parts;
    }
}
