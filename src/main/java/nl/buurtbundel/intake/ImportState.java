package nl.buurtbundel.intake;

import java.util.Locale;

/** How an import stands. */
public enum ImportState {
    RUNNING,
    DONE,
    /** Stopped by a user: what was taken until then stays. */
    CANCELLED,
    /** The program ended or failed before the import did: what was taken until then stays. */
    BROKEN;

    public String key() {
        return "intake.state." + name().toLowerCase(Locale.ROOT);
    }
}
