package nl.buurtbundel.assessment;

import nl.buurtbundel.foundation.Refusal;

/** What somebody wrote to explain something: never empty, never longer than a page. */
final class PlainWords {
    static final int MAXIMUM_LENGTH = 4000;

    private PlainWords() {}

    /** @throws Refusal with this code if nothing was written */
    static String require(String text, String codeWhenMissing) {
        String words = within(text);
        if (words.isEmpty()) {
            throw new Refusal(codeWhenMissing);
        }
        return words;
    }

    /** @throws Refusal if it is longer than a page */
    static String within(String text) {
        String words = text.strip();
        if (words.length() > MAXIMUM_LENGTH) {
            throw new Refusal("assessment.error.text-too-long", MAXIMUM_LENGTH);
        }
        return words;
    }
}
