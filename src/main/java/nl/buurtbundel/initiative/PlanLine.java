package nl.buurtbundel.initiative;

import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;

/** One line of what the plan costs each year. */
public record PlanLine(String description, Money yearly) {
    public PlanLine {
        description = Texts.required(description, 200, "initiative.error.cost-line");
        if (yearly.isNegative()) {
            throw new Refusal("initiative.error.cost-line");
        }
    }
}
