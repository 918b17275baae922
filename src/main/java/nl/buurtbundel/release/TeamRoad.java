package nl.buurtbundel.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.provision.AllocationNumber;
import nl.buurtbundel.provision.ContractForm;
import nl.buurtbundel.provision.Law;
import org.jspecify.annotations.Nullable;

/**
 * One provision on its way to the plan’s money, as the team works on it. There is no name: the team knows whose it is by the
 * number of the allocation.
 *
 * @param version to send along with a command
 * @param otherLaw the law for which consent is needed; none where no data is used for another law
 * @param ended the household left, or the help ended for another reason
 * @param callOffOrder an order stands of help that goes on: the back office has to be told
 * @param lastDay of the own help, as far as it is known
 * @param allocatedUntil as the newest 301 says
 * @param ordered the last day that was ordered
 * @param objectionUntil until when the household may object to the letter
 * @param disagrees the provider does not agree yet
 * @param plannedByYear what comes free as it was planned; empty where that is unknown or the contract frees nothing
 * @param likelihood how sure that is, by the step that was reached
 * @param undoneBy what taking back a step undoes, for those that were recorded
 */
public record TeamRoad(
        ReleaseRoadId id,
        int version,
        AllocationNumber number,
        @Nullable ContractForm form,
        @Nullable Law otherLaw,
        List<RoadStep> steps,
        boolean ended,
        boolean callOffOrder,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate allocatedUntil,
        @Nullable LocalDate ordered,
        @Nullable LocalDate objectionUntil,
        boolean disagrees,
        SortedMap<FiscalYear, Money> plannedByYear,
        ReleaseLikelihood likelihood,
        Map<ReleaseStep, List<ReleaseStep>> undoneBy,
        List<RoadDeedView> deeds) {
    public TeamRoad {
        steps = List.copyOf(steps);
        plannedByYear = new TreeMap<>(plannedByYear);
        undoneBy = Map.copyOf(undoneBy);
        deeds = List.copyOf(deeds);
    }

    /** The step to do now; none when all is done or nothing more comes. */
    public Optional<RoadStep> findCurrent() {
        return steps.stream()
                .filter(step -> step.standing() == StepStanding.CURRENT)
                .findFirst();
    }

    public boolean isAt(ReleaseStep step) {
        return findCurrent().filter(current -> current.step() == step).isPresent();
    }

    public boolean isLate() {
        return findCurrent().filter(RoadStep::late).isPresent();
    }
}
