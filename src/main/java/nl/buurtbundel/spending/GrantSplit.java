package nl.buurtbundel.spending;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.PlanLine;
import nl.buurtbundel.initiative.PublicInitiative;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Split;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * Spreads what a decision grants over the cost lines of the plan and what it takes to begin, in proportion to what was asked:
 * together they are the grant, to the cent.
 */
record GrantSplit(InitiativeId plan, NeighbourhoodCode neighbourhood, List<PlanLine> costs, Money startUp) {
    /** Behind every cost line that a plan can have. */
    private static final int PLACE_OF_EARLIER = 10_000;

    GrantSplit {
        costs = List.copyOf(costs);
    }

    static GrantSplit of(PublicInitiative plan) {
        return new GrantSplit(plan.id(), plan.neighbourhood(), plan.lines(), plan.startUp());
    }

    /** The lines of a plan before anything was granted for them; always one at least. */
    List<BudgetLine> begin() {
        List<BudgetLine> lines = new ArrayList<>();
        for (PlanLine cost : costs) {
            lines.add(new BudgetLine(plan, neighbourhood, lines.size(), LineKind.COST, cost.description()));
        }
        if (startUp.isPositive() || lines.isEmpty()) {
            lines.add(new BudgetLine(plan, neighbourhood, lines.size(), LineKind.START_UP, ""));
        }
        return lines;
    }

    /** A line for what was paid before there were lines. */
    BudgetLine earlier() {
        return new BudgetLine(plan, neighbourhood, PLACE_OF_EARLIER, LineKind.EARLIER, "");
    }

    /** Adds what a decision granted, in the same proportion each time. */
    void add(List<BudgetLine> lines, Money granted) {
        List<BudgetLine> asked =
                lines.stream().filter(line -> line.kind() != LineKind.EARLIER).toList();
        List<Long> weights = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            PlanLine cost = i < costs.size() ? costs.get(i) : null;
            weights.add(weight(asked.get(i), cost));
        }
        if (weights.stream().allMatch(weight -> weight == 0)) {
            weights = new ArrayList<>(Collections.nCopies(asked.size(), 1L));
        }
        List<Money> parts = Split.byLargestRemainder(granted, weights);
        for (int i = 0; i < parts.size(); i++) {
            asked.get(i).grant(parts.get(i));
        }
    }

    /** What went back at the end of a year goes off what each line has left, in proportion. */
    static void giveBack(List<BudgetLine> lines, Money amount) {
        List<Money> parts = Split.byLargestRemainder(
                amount, lines.stream().map(line -> line.left().cents()).toList());
        for (int i = 0; i < parts.size(); i++) {
            lines.get(i).giveBack(parts.get(i));
        }
    }

    /** What went back before and bears the plan again comes onto the lines that it went off, in proportion. */
    static void bearAgain(List<BudgetLine> lines, Money amount) {
        List<Long> gone = lines.stream().map(line -> line.givenBack().cents()).toList();
        List<Money> parts = Split.byLargestRemainder(
                amount, gone.stream().allMatch(cents -> cents == 0) ? Collections.nCopies(lines.size(), 1L) : gone);
        for (int i = 0; i < parts.size(); i++) {
            lines.get(i).bearAgain(parts.get(i));
        }
    }

    private long weight(BudgetLine line, @Nullable PlanLine cost) {
        if (line.kind() == LineKind.START_UP) {
            return startUp.cents();
        }
        return cost == null ? 0 : cost.yearly().cents();
    }
}
