package nl.buurtbundel.initiative;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.suggestion.CostAgainstToday;
import org.jspecify.annotations.Nullable;

/**
 * A decided plan as everybody may read it.
 *
 * @param granted what was granted; null after a refusal
 * @param ground the code of the ground, after a refusal
 * @param cost of what the plan began with, against what it costs today and what it would replace; null after a refusal, for a
 *     plan of its own, and where too few households stand behind it
 * @param households how many took part when it was first granted, rounded to five: it does not move with a yes more or less, so
 *     that nobody sees what one of them did; null below the threshold, and after a refusal
 */
public record PublicInitiative(
        InitiativeId id,
        NeighbourhoodCode neighbourhood,
        String title,
        String summary,
        Stage stage,
        LocalDate since,
        Money startUp,
        Money yearlyCost,
        @Nullable Money granted,
        @Nullable String ground,
        @Nullable CostAgainstToday cost,
        @Nullable Integer households,
        List<PlanLine> lines,
        List<TimelineEntry> timeline) {
    public PublicInitiative {
        lines = List.copyOf(lines);
        timeline = List.copyOf(timeline);
    }

    /** What the plan asked the municipality for: a year, and once to begin. */
    public Money asked() {
        return yearlyCost.plus(startUp);
    }
}
