package nl.buurtbundel.decision;

import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.Money;

/** A decision is taken out as a file: the room that keeps the budget lines tells what each was granted and what became of it. */
public final class BudgetLinesAsked {
    private final InitiativeId plan;
    private final List<Line> lines = new ArrayList<>();

    BudgetLinesAsked(InitiativeId plan) {
        this.plan = plan;
    }

    public InitiativeId plan() {
        return plan;
    }

    public void answer(Line line) {
        lines.add(line);
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /**
     * A budget line, without the words of the plan.
     *
     * @param place that of the cost line of the plan; start-up comes after these
     * @param kind COST, START_UP or EARLIER
     * @param granted by all decisions on the plan
     * @param limit the same, after what was shifted or went back
     */
    public record Line(
            int place, String kind, Money granted, Money limit, Money committed, Money inProcess, Money paid) {}
}
