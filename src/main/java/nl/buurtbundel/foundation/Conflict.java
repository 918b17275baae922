package nl.buurtbundel.foundation;

import org.jspecify.annotations.Nullable;

/** Somebody else changed it since the user saw it. What the user typed stays on the screen. */
public class Conflict extends Refusal {
    public Conflict() {
        super("foundation.error.conflict");
    }

    /** @throws Conflict if the version seen is not the present one */
    public static void unlessSame(int seen, int present) {
        if (seen != present) {
            throw new Conflict();
        }
    }

    /**
     * @param seen null for who saw that there was nothing
     * @throws Conflict if that is not the present version
     */
    public static void unlessSeen(@Nullable Integer seen, int present) {
        if (seen == null) {
            throw new Conflict();
        }
        unlessSame(seen, present);
    }
}
