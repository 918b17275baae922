package nl.buurtbundel.foundation;

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
}
