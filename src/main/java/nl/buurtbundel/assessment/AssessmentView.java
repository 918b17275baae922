package nl.buurtbundel.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/** An assessment as staff see it, with the objections against the same plan. */
public record AssessmentView(
        AssessmentId id,
        int version,
        InitiativeId initiative,
        int planVersion,
        NeighbourhoodCode neighbourhood,
        AssessmentState state,
        LocalDate openedOn,
        ReverseTest test,
        List<Gate> gates,
        List<ObjectionView> objections,
        @Nullable Advice advice) {

    public AssessmentView {
        gates = List.copyOf(gates);
        objections = List.copyOf(objections);
    }

    public Optional<Advice> findAdvice() {
        return Optional.ofNullable(advice);
    }

    public ValueTriangle triangle() {
        return test.triangle();
    }

    /**
     * Where the plan holds and what it lacks, corner by corner.
     *
     * @param enoughPledged enough households said yes to the plan as it is now
     */
    public List<Corner> corners(boolean enoughPledged) {
        return Corner.of(this, enoughPledged);
    }

    public List<Gate> openGates() {
        return gates.stream().filter(Gate::isOpen).toList();
    }

    public boolean hasBlockingObjection() {
        return objections.stream().anyMatch(ObjectionView::blocks);
    }

    /** Nobody answered in time, and no article was named: the decider confirms the legal ground. */
    public boolean hasOverdueObjection() {
        return objections.stream().anyMatch(objection -> objection.state() == ObjectionState.OVERDUE);
    }
}
