package nl.buurtbundel.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What there is to beat: words as they are written, counted, with kind, article and step as words among them, and the angle between
 * them. It gets the same rounds as the product, and the threshold that is best for it.
 */
final class BagOfWords {
    private static final int ROUNDS = 6;

    private BagOfWords() {}

    static List<List<Long>> group(List<PatternFinder.Heard> heard, double joins) {
        List<Map<String, Double>> bags = heard.stream().map(BagOfWords::bag).toList();
        List<Map<String, Double>> sums = new ArrayList<>();
        int[] of = new int[bags.size()];
        Arrays.fill(of, -1);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < of.length; i++) {
                if (of[i] >= 0) {
                    change(sums.get(of[i]), bags.get(i), -1);
                }
                int best = -1;
                double most = joins;
                for (int one = 0; one < sums.size(); one++) {
                    double like = cosine(bags.get(i), sums.get(one));
                    if (like > most) {
                        most = like;
                        best = one;
                    }
                }
                if (best < 0) {
                    best = sums.size();
                    sums.add(new HashMap<>());
                }
                change(sums.get(best), bags.get(i), 1);
                of[i] = best;
            }
        }
        Map<Integer, List<Long>> groups = new HashMap<>();
        for (int i = 0; i < of.length; i++) {
            groups.computeIfAbsent(of[i], one -> new ArrayList<>())
                    .add(heard.get(i).id());
        }
        return List.copyOf(groups.values());
    }

    private static Map<String, Double> bag(PatternFinder.Heard one) {
        Map<String, Double> bag = new HashMap<>();
        for (String word : one.words().toLowerCase(Locale.ROOT).split("\\W+")) {
            if (!word.isEmpty()) {
                bag.merge(word, 1.0, Double::sum);
            }
        }
        bag.put("kind:" + one.kind(), 1.0);
        bag.put("step:" + one.step(), 1.0);
        if (one.article() != null) {
            bag.put("article:" + one.article(), 1.0);
        }
        double length = Math.sqrt(
                bag.values().stream().mapToDouble(count -> count * count).sum());
        bag.replaceAll((word, count) -> count / length);
        return bag;
    }

    private static void change(Map<String, Double> sum, Map<String, Double> bag, int sign) {
        bag.forEach((word, part) -> sum.merge(word, sign * part, (a, b) -> Math.abs(a + b) < 1e-9 ? null : a + b));
        double squares = sum.entrySet().stream()
                .filter(e -> !e.getKey().isEmpty())
                .mapToDouble(e -> e.getValue() * e.getValue())
                .sum();
        sum.put("", Math.sqrt(squares));
    }

    private static double cosine(Map<String, Double> bag, Map<String, Double> sum) {
        double length = sum.getOrDefault("", 0.0);
        if (length < 1e-9) {
            return 0;
        }
        double product = 0;
        for (Map.Entry<String, Double> part : bag.entrySet()) {
            product += part.getValue() * sum.getOrDefault(part.getKey(), 0.0);
        }
        return product / length;
    }
}
