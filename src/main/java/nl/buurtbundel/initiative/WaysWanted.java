package nl.buurtbundel.initiative;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.buurtbundel.catalogue.Way;
import org.jspecify.annotations.Nullable;

/**
 * What would help those who take part, beside what the plan offers.
 *
 * @param said null as long as too few said it
 * @param offered the ways in which what the plan began with helps; none where nobody said
 */
public record WaysWanted(@Nullable Said said, List<Way> offered) {
    public WaysWanted {
        offered = List.copyOf(offered);
    }

    /** The ways that people asked for and that the plan does not offer, the most asked first. */
    public List<Way> missing() {
        return offered.isEmpty()
                ? List.of()
                : asked().filter(way -> !offered.contains(way)).toList();
    }

    /** What people asked for, the most asked first. */
    public Stream<Way> asked() {
        return Optional.ofNullable(said).stream().flatMap(Said::ways);
    }

    /**
     * @param by about how many said each way
     * @param answers about how many said anything
     */
    public record Said(Map<Way, Integer> by, int answers) {
        public Said {
            by = Map.copyOf(by);
        }

        public int of(Way way) {
            return by.getOrDefault(way, 0);
        }

        private Stream<Way> ways() {
            return Stream.of(Way.values())
                    .filter(way -> of(way) > 0)
                    .sorted((one, other) -> Integer.compare(of(other), of(one)));
        }
    }
}
