package nl.buurtbundel.planner;

/** A planning problem that cannot be asked, with the field at fault and the reason. */
public final class InvalidProblem extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Why a field was refused. */
    public enum Reason {
        BLANK,
        EMPTY,
        NEGATIVE,
        NOT_POSITIVE,
        NOT_ASCENDING,
        MINIMUM_ABOVE_MAXIMUM,
        ABOVE_ELIGIBLE,
        ABOVE_WHOLE,
        DUPLICATE,
        UNKNOWN_CLASS,
        MIXED_PLACES_PER_HOUSEHOLD,
        TOO_LARGE
    }

    private final String field;
    private final Reason reason;

    public InvalidProblem(String field, Reason reason) {
        super(field + ": " + reason);
        this.field = field;
        this.reason = reason;
    }

    /** The field, such as {@code alternatives[creche].minimumPlaces}. */
    public String field() {
        return field;
    }

    public Reason reason() {
        return reason;
    }
}
