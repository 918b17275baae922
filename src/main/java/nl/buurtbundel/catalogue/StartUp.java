package nl.buurtbundel.catalogue;

import java.util.List;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;

/**
 * What it costs once to start one group, and over how many years that is spread.
 *
 * @param lines paid at the start, each for the group
 */
public record StartUp(List<CostLine> lines, int years) {

    public StartUp {
        lines = List.copyOf(lines);
        if (years < 1 || years > 10) {
            throw new Refusal("catalogue.error.years");
        }
        if (lines.stream().anyMatch(line -> line.basis() != CostLine.Basis.GROUP)) {
            throw new Refusal("catalogue.error.start-up-basis");
        }
    }

    public Money total() {
        return Money.sum(lines.stream().map(CostLine::amount).toList());
    }

    /** The part that one year bears. */
    public Money yearlyShare() {
        return total().timesFraction(1, years);
    }
}
