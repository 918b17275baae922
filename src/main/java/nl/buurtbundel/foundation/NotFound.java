package nl.buurtbundel.foundation;

/**
 * It is not there, or the user has no link to it: on purpose the same answer, so that nobody learns what exists elsewhere.
 */
public class NotFound extends Refusal {
    public NotFound() {
        super("foundation.error.not-found");
    }
}
