package nl.buurtbundel.foundation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), in small hexadecimal digits where it is kept. */
public final class Sha256 {
    private Sha256() {}

    /** The hash of a text in UTF-8. */
    public static String of(String text) {
        return finish(begin(), text);
    }

    /** For what comes in pieces. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The hash of what went before and this last piece. */
    public static String finish(MessageDigest digest, String last) {
        return HexFormat.of().formatHex(digest.digest(last.getBytes(StandardCharsets.UTF_8)));
    }
}
