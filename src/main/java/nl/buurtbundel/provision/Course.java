package nl.buurtbundel.provision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a provision goes, as far as its money is concerned.
 *
 * @param lastDay the last day of delivery; null while it runs, or where it was never given
 */
record Course(Kind kind, @Nullable LocalDate lastDay) {
    static final Course RUNS = new Course(Kind.RUNS, null);

    enum Kind {
        /** Also before it has started, and again after a temporary stop. */
        RUNS,
        /** It stopped on the initiative of the municipality: its money is free. */
        FREED,
        /** It stopped for another reason, or was never to be given: nothing of it comes free for a plan. */
        ENDED
    }

    /** What is new is told to the rooms that reckon with the provision. */
    enum Change {
        NONE,
        STOPPED,
        TAKEN_BACK,
        ENDED
    }

    /** A stop on the initiative of the municipality is told again when its day changed. */
    Change since(Course before) {
        if (equals(before)) {
            return Change.NONE;
        }
        return switch (kind) {
            case FREED -> Change.STOPPED;
            case RUNS -> Change.TAKEN_BACK;
            case ENDED -> before.kind == Kind.ENDED ? Change.NONE : Change.ENDED;
        };
    }

    boolean isFreed() {
        return kind == Kind.FREED;
    }
}
