package nl.buurtbundel.signal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.buurtbundel.foundation.ProductTable;
import opennlp.tools.stemmer.snowball.SnowballStemmer;

/**
 * The words of a sentence by which it is like another: without those that every sentence has, without endings, and the many
 * words that people here have for one thing made one ({@code signal/words.csv}; add a line there to know one more). The number
 * of an article stays whole.
 */
final class DutchWords {
    private static final Pattern WORD = Pattern.compile("\\d+(?:\\.\\d+)+|[a-z]{2,}");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Set<String> IN_EVERY_SENTENCE = Set.of(
            ("aan al alle alleen als altijd andere ben bij daar dan dat de deze die dit door dus een eens elke en er erg geen"
                            + " had heb hebben heeft heel hem het hier hij hoe hun iemand iets ik in is ja je jij kan"
                            + " kon kunnen kunt maar me mee meer men met mij mijn moet moeten mogen na naar nee niet"
                            + " niets nog nu of om omdat onder ons onze ook op over steeds te tegen toch toen tot u uit"
                            + " uw van veel voor waar want waren was wat we wel werd wie wij wil worden wordt ze zelf zich"
                            + " zij zijn zo zonder zou zodat gaat gaan komt komen krijg krijgen krijgt doen doet weer")
                    .split(" "));
    private static final Map<String, String> ONE_WORD = load();

    private DutchWords() {}

    /** In their order; a word that stands twice is there twice. */
    static List<String> of(String text) {
        String plain = ACCENT.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        List<String> words = new ArrayList<>();
        SnowballStemmer stemmer = stemmer();
        Matcher found = WORD.matcher(plain);
        while (found.find()) {
            String word = found.group();
            if (!IN_EVERY_SENTENCE.contains(word)) {
                words.add(Character.isDigit(word.charAt(0)) ? word : stem(stemmer, word));
            }
        }
        return words;
    }

    /** The one of many words for the same thing that stands for all of them. */
    static String oneFor(String stem) {
        return ONE_WORD.getOrDefault(stem, stem);
    }

    private static Map<String, String> load() {
        SnowballStemmer stemmer = stemmer();
        Map<String, String> heads = new HashMap<>();
        ProductTable.read("signal/words.csv", line -> line).forEach(line -> {
            String head = stem(stemmer, line.getField("word"));
            for (String other : line.getField("same").split(" ")) {
                heads.put(stem(stemmer, other), head);
            }
        });
        return Map.copyOf(heads);
    }

    private static String stem(SnowballStemmer stemmer, String word) {
        return stemmer.stem(word).toString();
    }

    /** One for each use: it remembers the word that it is at. */
    private static SnowballStemmer stemmer() {
        return new SnowballStemmer(SnowballStemmer.ALGORITHM.DUTCH);
    }
}
