package nl.buurtbundel.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * A rare word that looks much like one that is often used is taken for a slip of the finger; a long word in which two others
 * stand is about both. Learned from what is said here, so that the words of tomorrow are known too.
 */
final class Spelling {
    private static final double LOOKS_THE_SAME = 0.93;
    private static final int LONG_ENOUGH = 5;
    private static final int OFTEN = 4;
    private static final int SHORTEST_PART = 4;

    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, String> right = new HashMap<>();

    Spelling(List<List<String>> said) {
        said.forEach(words -> words.forEach(word -> counts.merge(word, 1, Integer::sum)));
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        Map<Character, List<String>> seen = new HashMap<>();
        counts.keySet().stream()
                .sorted(Comparator.comparing((String word) -> -counts.getOrDefault(word, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> word.length() >= LONG_ENOUGH && Character.isLetter(word.charAt(0)))
                .forEach(word -> {
                    List<String> oftener = seen.computeIfAbsent(word.charAt(0), letter -> new ArrayList<>());
                    oftener.stream()
                            .filter(other -> count(other) >= OFTEN * count(word))
                            .filter(other -> Math.abs(other.length() - word.length()) <= 2)
                            .filter(other -> similarity.apply(word, other) >= LOOKS_THE_SAME)
                            .findFirst()
                            .ifPresentOrElse(other -> right.put(word, other), () -> oftener.add(word));
                });
    }

    String right(String word) {
        return right.getOrDefault(word, word);
    }

    /** The two words that this one is made of; none if it is made of one. */
    List<String> parts(String word) {
        for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_PART; at++) {
            String first = word.substring(0, at);
            String second = word.substring(at);
            String joined = first.endsWith("s") ? first.substring(0, first.length() - 1) : first;
            if (count(second) > 0 && (count(first) > 0 || count(joined) > 0)) {
                return List.of(count(first) > 0 ? first : joined, second);
            }
        }
        return List.of();
    }

    private int count(String word) {
        return counts.getOrDefault(word, 0);
    }
}
