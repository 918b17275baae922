package nl.buurtbundel.initiative;

import nl.buurtbundel.foundation.Refusal;

/** Checks on what people typed: first the size, then the characters. */
final class Texts {
    private Texts() {}

    static String required(String text, int most, String refusal) {
        String words = optional(text, most, refusal);
        if (words.isEmpty()) {
            throw new Refusal(refusal, most);
        }
        return words;
    }

    static String optional(String text, int most, String refusal) {
        if (text.length() > 4 * most) {
            throw new Refusal(refusal, most);
        }
        String words = text.strip();
        if (words.length() > most || words.chars().anyMatch(Texts::isForbidden)) {
            throw new Refusal(refusal, most);
        }
        return words;
    }

    /** The words alone: who adds a comma or a capital has promised nothing else. */
    static String wordsOnly(String text) {
        return text.strip()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[\\s.,;:!?]+", " ")
                .strip();
    }

    private static boolean isForbidden(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
