package nl.buurtbundel.initiative;

import java.util.regex.Pattern;
import nl.buurtbundel.foundation.Refusal;

/**
 * The text of a private room as the browser locked it (AES-GCM, NIST SP 800-38D): the server cannot read it.
 *
 * @param revision how often the text was written, from 1; it is locked in with the text
 * @param nonce drawn anew at each writing, 96 bits in base64url
 * @param content in base64url
 */
public record LockedText(int revision, String nonce, String content) {
    public static final int MOST_CHARACTERS = 100_000;
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{16}");
    private static final Pattern CONTENT = Pattern.compile("[A-Za-z0-9_-]+");

    public LockedText {
        if (content.length() > MOST_CHARACTERS) {
            throw new Refusal("initiative.error.room-too-long");
        }
        if (revision < 1
                || !NONCE.matcher(nonce).matches()
                || !CONTENT.matcher(content).matches()) {
            throw new Refusal("initiative.error.room-not-locked");
        }
    }

    @Override
    public String toString() {
        return "LockedText of revision " + revision;
    }
}
