package nl.buurtbundel.assessment;

import java.util.Optional;

/**
 * The four questions of the reverse test (Omgekeerde Toets), in the only order in which they are asked: first what it must
 * bring about, last which article carries it.
 */
public enum Question {
    EFFECT,
    VALUES,
    CONSEQUENCES,
    LEGAL_GROUND;

    Optional<Question> next() {
        return isLast() ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    public boolean isLast() {
        return this == LEGAL_GROUND;
    }
}
