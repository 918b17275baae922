package nl.buurtbundel.foundation.ui;

import nl.buurtbundel.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/** A field that must be filled in before its form can be sent. */
public final class Required {

    private Required() {}

    /** @throws Refusal if the field is empty */
    public static <T> T of(@Nullable T value) {
        if (value == null) {
            throw new Refusal("foundation.error.fill-in");
        }
        return value;
    }
}
