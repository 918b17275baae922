package nl.buurtbundel.initiative;

import java.util.List;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/** What became of a plan and what it asked, for who reads of many at once. */
public record PlanStory(
        InitiativeId id,
        NeighbourhoodCode neighbourhood,
        Stage stage,
        Money yearlyCost,
        Money startUp,
        List<TimelineEntry> timeline) {
    public PlanStory {
        timeline = List.copyOf(timeline);
    }
}
