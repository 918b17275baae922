package nl.buurtbundel.decision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task field, and what the council authorises it with.
 *
 * @param programme null where it stands by itself
 */
public record AuthorisedUnit(String taskField, @Nullable String programme) {

    public Optional<String> findProgramme() {
        return Optional.ofNullable(programme);
    }

    /** Inside one whole the college moves money; out of it only the council does. */
    boolean isOneWith(AuthorisedUnit other) {
        return taskField.equals(other.taskField) || programme != null && programme.equals(other.programme);
    }
}
