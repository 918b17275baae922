package nl.buurtbundel.spending;

import nl.buurtbundel.foundation.Refusal;

/** What people type: short, and never nothing. */
final class Words {
    static final int LONGEST = 200;

    private Words() {}

    static String required(String text, int longest, String missing) {
        String words = text.strip();
        if (words.isEmpty()) {
            throw new Refusal(missing);
        }
        if (words.length() > longest) {
            throw new Refusal("spending.error.text-too-long", longest);
        }
        return words;
    }

    static String required(String text, String missing) {
        return required(text, LONGEST, missing);
    }
}
