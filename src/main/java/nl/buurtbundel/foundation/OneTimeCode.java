package nl.buurtbundel.initiative;

import java.security.SecureRandom;
import java.util.Locale;
import nl.buurtbundel.foundation.Sha256;

/** What one adult hands to the other at home, to say yes on an own account. Without letters that look like figures. */
record PledgeCode(String text) {
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    static PledgeCode random() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new PledgeCode(text.toString());
    }

    /** As typed: spaces, dashes and small letters do not matter. */
    static PledgeCode of(String typed) {
        String start = typed.length() > 100 ? typed.substring(0, 100) : typed;
        return new PledgeCode(start.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }

    String hash() {
        return Sha256.of(text);
    }
}
