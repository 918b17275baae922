package nl.buurtbundel.foundation;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Optional;

/** Of two that act at once, the constraint of the database lets one: what tells the other apart from trouble. */
public final class BrokenConstraint {
    /** Class 23 of SQLSTATE (ISO/IEC 9075-2): integrity constraint violation. */
    private static final String INTEGRITY = "23";

    private BrokenConstraint() {}

    /** What the database said, if a constraint of it refused; its message names the constraint. */
    public static Optional<SQLException> findIn(PersistenceException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).startsWith(INTEGRITY)) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
