package nl.buurtbundel.decision;

import java.util.Map;
import nl.buurtbundel.opportunity.SuppressionRule;
import org.jspecify.annotations.Nullable;

/**
 * How often it went how in a year.
 *
 * @param agreed became final
 * @param solved what took no money, by how it was solved
 */
public record MiniBudgetFigures(long agreed, Map<Solution, Long> solved) {
    public MiniBudgetFigures {
        solved = Map.copyOf(solved);
    }

    public long of(Solution solution) {
        return solved.getOrDefault(solution, 0L);
    }

    /** As who is not of the team reads it: rounded, and nothing of few. No sum of the parts goes with it. */
    Published published(SuppressionRule rule) {
        return new Published(
                rule.published(agreed),
                rule.published(of(Solution.WITHOUT_MONEY)),
                rule.published(of(Solution.BY_NEIGHBOUR)));
    }

    /** Null for what is about too few. */
    public record Published(
            @Nullable Integer agreed,
            @Nullable Integer withoutMoney,
            @Nullable Integer byNeighbour) {}
}
