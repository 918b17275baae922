package nl.buurtbundel.suggestion;

import java.util.Locale;

/** How far the letters of an invitation are. */
public enum LettersState {
    RUNNING,
    /** They can be downloaded, once, until a day after. */
    READY,
    /** They were downloaded and are kept no longer. */
    DOWNLOADED,
    /** Nobody downloaded them in time; they are kept no longer. */
    EXPIRED,
    CANCELLED,
    FAILED;

    /** The name of this state in messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
