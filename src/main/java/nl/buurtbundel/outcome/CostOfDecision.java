package nl.buurtbundel.outcome;

import java.util.Collection;
import java.util.List;
import nl.buurtbundel.money.Money;

/**
 * What assessing a plan, deciding on it and checking it has cost so far.
 *
 * @param parts none while it is the work of one person: then no amount is told either
 */
public record CostOfDecision(Money total, long seconds, List<WorkPart<WorkStep>> parts, WorkRule rule) {
    public CostOfDecision {
        parts = List.copyOf(parts);
    }

    static CostOfDecision of(Collection<Worked> worked, WorkRule rule) {
        List<Worked> deciding =
                worked.stream().filter(one -> one.step().isDeciding()).toList();
        return new CostOfDecision(
                Money.sum(deciding.stream()
                        .map(one -> rule.cost(one.office(), one.seconds()))
                        .toList()),
                deciding.stream().mapToLong(Worked::seconds).sum(),
                WorkPart.of(deciding, Worked::step, rule),
                rule);
    }

    public boolean isTold() {
        return !parts.isEmpty();
    }

    /** Deciding costs more than what is decided on. */
    public boolean exceeds(Money amount) {
        return total.compareTo(amount) > 0;
    }
}
