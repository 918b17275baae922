package nl.buurtbundel.release;

import java.util.Optional;

/** What happens when somebody wants their own help back, in this order. Why is never asked. */
public enum WayBackStep {
    /** The resident said so. */
    ASKED,
    /** Somebody helps in the days between. */
    BRIDGED,
    /** The individual help has been allocated again. */
    ALLOCATED,
    /** The own help is there. */
    BACK;

    public Optional<WayBackStep> next() {
        return this == BACK ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }
}
