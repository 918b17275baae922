package nl.buurtbundel.release;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * The release of a plan, step by step.
 *
 * @param roads late ones first, then as they are due; what is over comes last
 * @param byYear planned against realised
 */
public record RoadBoard(
        InitiativeId plan,
        String title,
        NeighbourhoodCode neighbourhood,
        List<TeamRoad> roads,
        SortedMap<FiscalYear, PlannedAgainstRealised> byYear) {
    public RoadBoard {
        roads = List.copyOf(roads);
        byYear = new TreeMap<>(byYear);
    }

    /** Whose order can be given now. */
    public List<TeamRoad> listToOrder() {
        return roads.stream().filter(road -> road.isAt(ReleaseStep.ORDER)).toList();
    }

    /** The others whose turn is the same step. */
    public List<TeamRoad> listBeside(TeamRoad one, ReleaseStep step) {
        return roads.stream()
                .filter(road -> road.isAt(step) && !road.id().equals(one.id()))
                .toList();
    }

    public PlannedAgainstRealised total() {
        return byYear.values().stream().reduce(PlannedAgainstRealised.NOTHING, PlannedAgainstRealised::plus);
    }

    public long countLate() {
        return roads.stream().filter(TeamRoad::isLate).count();
    }
}
