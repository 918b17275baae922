package nl.buurtbundel.opportunity;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the money for help is spread over the households of a municipality, and which help goes together: statistics of which no
 * number is about few households (AVG articles 5(1)(b) and 89: compatible with what the data were collected for).
 *
 * @param month in which this was published
 * @param households of which all costs are known, rounded; none when there are too few to show anything
 * @param incomplete households of which something is unknown, rounded; none when there are too few
 * @param steps up the Lorenz curve, the households with the least money first; without its ends, which everybody knows
 * @param combinations most households first
 * @param others households with any other combination, rounded
 */
public record MoneySpread(
        YearMonth month,
        @Nullable Integer households,
        @Nullable Integer incomplete,
        List<Step> steps,
        List<Combination> combinations,
        @Nullable Integer others) {

    public MoneySpread {
        steps = List.copyOf(steps);
        combinations = List.copyOf(combinations);
    }

    /** So much of the households, in percent, have so much of the money. */
    public record Step(int households, int money) {}

    /**
     * Households with exactly these needs.
     *
     * @param needs by their codes
     * @param households rounded
     * @param money in percent of all that is known; none where it would tell about one of them, or is not known of all
     */
    public record Combination(
            List<String> needs, int households, @Nullable Integer money) {
        public Combination {
            needs = List.copyOf(needs);
        }
    }

    /** The smallest share of the households with the most money that may be shown, with what they have together. */
    public Optional<Step> top() {
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(steps.get(steps.size() - 1))
                        .map(last -> new Step(100 - last.households(), 100 - last.money()));
    }
}
