package nl.buurtbundel.foundation;

import java.util.List;
import java.util.Locale;

/**
 * A rule said no. Carries a message key of the form {@code room.error.what-is-wrong} and its parameters; only screens turn
 * it into a sentence. The transaction in which it is thrown leaves nothing behind.
 */
public class Refusal extends RuntimeException {
    private final String code;
    private final transient List<Object> parameters;

    public Refusal(String code, Object... parameters) {
        super(code);
        this.code = code;
        this.parameters = List.of(parameters);
    }

    public String code() {
        return code;
    }

    public List<Object> parameters() {
        return parameters;
    }

    /** The sentence for people, in their language. */
    public String text(Locale locale) {
        return Messages.text(locale, code, parameters.toArray());
    }

    /**
     * The refusal behind an exception that crossed a transaction boundary, or the exception itself when there is none. The
     * container wraps what a transactional bean throws.
     */
    public static RuntimeException unwrapped(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof jakarta.persistence.OptimisticLockException) {
                return new Conflict();
            }
        }
        return thrown;
    }
}
