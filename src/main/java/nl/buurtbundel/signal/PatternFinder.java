package nl.buurtbundel.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts signals together that are alike: in their words (weighed by how rare each is), the article, how it chafes and the step
 * in which it does. Like each other is an angle between two directions; a group is the direction of all that is in it. The same
 * signals always give the same groups. It only proposes: a person confirms or moves.
 */
final class PatternFinder {
    /** Fewer is no pattern yet. */
    static final int LEAST = 3;

    private static final double JOINS = 0.3;
    private static final double ARE_ONE = 0.35;
    private static final double WORDS = 1.0;
    private static final double PART_OF_A_WORD = 0.5;
    private static final double ARTICLE = 1.0;
    private static final double KIND = 0.3;
    private static final double STEP = 0.25;
    private static final int ROUNDS = 6;

    private PatternFinder() {}

    /** @param pattern to which a person found it to belong; it stays there */
    record Heard(
            long id,
            SignalKind kind,
            @Nullable String article,
            @Nullable String step,
            String words,
            @Nullable Long pattern) {}

    /**
     * @param pattern the known one that they are like; null for what is not known yet
     * @param signals without those that are known to belong to it
     */
    record Group(@Nullable Long pattern, List<Long> signals) {
        Group {
            signals = List.copyOf(signals);
        }
    }

    /** Every signal that has no pattern yet is in one group; what is like no other is a group by itself. The largest come first. */
    static List<Group> group(List<Heard> heard) {
        List<Heard> ordered =
                heard.stream().sorted(Comparator.comparingLong(Heard::id)).toList();
        Directions directions = new Directions(ordered);
        List<Cluster> clusters = new ArrayList<>();
        Cluster[] of = new Cluster[ordered.size()];
        Map<Long, Cluster> known = new TreeMap<>();
        for (int i = 0; i < of.length; i++) {
            Long pattern = ordered.get(i).pattern();
            if (pattern != null) {
                of[i] = known.computeIfAbsent(pattern, one -> new Cluster(one, directions.size()));
                of[i].add(directions.of(i));
            }
        }
        clusters.addAll(known.values());
        // what says most goes first, so that a group begins with what it is about
        List<Integer> loose = new ArrayList<>();
        for (int i = 0; i < of.length; i++) {
            if (of[i] == null) {
                loose.add(i);
            }
        }
        loose.sort(Comparator.comparingInt((Integer i) -> -directions.of(i).length()));
        for (int i : loose) {
            of[i] = nearest(clusters, directions.of(i), directions.size());
            of[i].add(directions.of(i));
        }
        for (int round = 0; round < ROUNDS; round++) {
            merge(clusters, of);
            boolean moved = false;
            for (int i : loose) {
                Direction one = directions.of(i);
                Cluster before = of[i];
                before.remove(one);
                if (before.isEmpty()) {
                    clusters.remove(before);
                }
                of[i] = nearest(clusters, one, directions.size());
                of[i].add(one);
                moved |= of[i] != before && !before.isEmpty();
            }
            if (!moved) {
                break;
            }
        }
        Map<Cluster, List<Long>> groups = new LinkedHashMap<>();
        for (int i : loose.stream().sorted().toList()) {
            groups.computeIfAbsent(of[i], cluster -> new ArrayList<>())
                    .add(ordered.get(i).id());
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey().pattern(), group.getValue()))
                .sorted(Comparator.comparingInt(
                                (Group group) -> -group.signals().size())
                        .thenComparing(group -> group.signals().get(0)))
                .toList();
    }

    private static Cluster nearest(List<Cluster> clusters, Direction one, int size) {
        Cluster best = null;
        double most = JOINS;
        for (Cluster cluster : clusters) {
            double like = cluster.likeness(one);
            if (like > most) {
                most = like;
                best = cluster;
            }
        }
        if (best == null) {
            best = new Cluster(null, size);
            clusters.add(best);
        }
        return best;
    }

    private static void merge(List<Cluster> clusters, Cluster[] of) {
        for (int a = 0; a < clusters.size(); a++) {
            for (int b = clusters.size() - 1; b > a; b--) {
                Cluster into = clusters.get(a);
                Cluster from = clusters.get(b);
                if (from.pattern() == null && into.likeness(from) > ARE_ONE) {
                    into.addAll(from);
                    for (int i = 0; i < of.length; i++) {
                        if (of[i] == from) {
                            of[i] = into;
                        }
                    }
                    clusters.remove(b);
                }
            }
        }
    }

    /** Where a signal points, of length one; of most dimensions it has nothing. */
    private record Direction(int[] dimensions, double[] parts) {
        int length() {
            return dimensions.length;
        }
    }

    private static final class Cluster {
        private final @Nullable Long pattern;
        private final double[] sum;
        private double squares;
        private int count;

        Cluster(@Nullable Long pattern, int size) {
            this.pattern = pattern;
            sum = new double[size];
        }

        @Nullable
        Long pattern() {
            return pattern;
        }

        boolean isEmpty() {
            return count == 0;
        }

        void add(Direction one) {
            change(one, 1);
        }

        void remove(Direction one) {
            change(one, -1);
        }

        private void change(Direction one, int sign) {
            for (int i = 0; i < one.length(); i++) {
                int at = one.dimensions()[i];
                squares -= sum[at] * sum[at];
                sum[at] += sign * one.parts()[i];
                squares += sum[at] * sum[at];
            }
            count += sign;
        }

        void addAll(Cluster other) {
            for (int at = 0; at < sum.length; at++) {
                sum[at] += other.sum[at];
            }
            squares = Arrays.stream(sum).map(part -> part * part).sum();
            count += other.count;
        }

        double likeness(Direction one) {
            double product = 0;
            for (int i = 0; i < one.length(); i++) {
                product += sum[one.dimensions()[i]] * one.parts()[i];
            }
            return squares <= 0 ? 0 : product / Math.sqrt(squares);
        }

        double likeness(Cluster other) {
            double product = 0;
            for (int at = 0; at < sum.length; at++) {
                product += sum[at] * other.sum[at];
            }
            return squares <= 0 || other.squares <= 0 ? 0 : product / Math.sqrt(squares * other.squares);
        }
    }

    private static final class Directions {
        private final Map<String, Integer> dimensions = new HashMap<>();
        private final List<Direction> all = new ArrayList<>();

        Directions(List<Heard> heard) {
            List<List<String>> said =
                    heard.stream().map(one -> DutchWords.of(one.words())).toList();
            Spelling spelling = new Spelling(said);
            List<Map<String, Double>> weighed = new ArrayList<>();
            Map<String, Integer> inHowMany = new HashMap<>();
            for (List<String> words : said) {
                Map<String, Double> parts = new TreeMap<>();
                for (String word : words) {
                    String right = spelling.right(word);
                    parts.put(DutchWords.oneFor(right), 1.0);
                    for (String part : spelling.parts(right)) {
                        parts.putIfAbsent(DutchWords.oneFor(part), PART_OF_A_WORD);
                    }
                }
                parts.keySet().forEach(word -> inHowMany.merge(word, 1, Integer::sum));
                weighed.add(parts);
            }
            for (int i = 0; i < weighed.size(); i++) {
                Map<String, Double> parts = weighed.get(i);
                parts.replaceAll((word, weight) ->
                        weight * Math.log(1.0 + (double) heard.size() / inHowMany.getOrDefault(word, 1)));
                all.add(direction(heard.get(i), parts));
            }
        }

        int size() {
            return dimensions.size();
        }

        Direction of(int signal) {
            return all.get(signal);
        }

        private Direction direction(Heard one, Map<String, Double> words) {
            Map<Integer, Double> parts = new TreeMap<>();
            double length = length(words.values());
            words.forEach((word, weight) -> parts.put(dimension("word " + word), WORDS * weight / length));
            parts.put(dimension("kind " + one.kind()), KIND);
            String article = one.article();
            if (article != null) {
                parts.put(dimension("article " + article.strip()), ARTICLE);
            }
            String step = one.step();
            if (step != null) {
                parts.put(dimension("step " + step), STEP);
            }
            double whole = length(parts.values());
            return new Direction(
                    parts.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    parts.values().stream().mapToDouble(part -> part / whole).toArray());
        }

        private int dimension(String name) {
            return dimensions.computeIfAbsent(name, unknown -> dimensions.size());
        }

        private static double length(Iterable<Double> parts) {
            double squares = 0;
            for (double part : parts) {
                squares += part * part;
            }
            return Math.sqrt(squares);
        }
    }
}
