package nl.buurtbundel.decision;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * What a team may decide on by itself: a line of the mandate table. A case keeps the rule of the day on which it was proposed.
 *
 * @param limit the most for one household in one year
 * @param colleagues how many must agree, besides the proposer
 */
record MiniBudgetRule(Money limit, int colleagues) {
    /** The line for the neighbourhood itself before the one for all; of more than one the newest. */
    private static final Comparator<MandateLine> NARROWEST_FIRST = Comparator.comparing(
                    (MandateLine line) -> line.rule().findNeighbourhood().isEmpty())
            .thenComparing(line -> line.rule().validity().firstDay(), Comparator.reverseOrder())
            .thenComparing(line -> line.id().value(), Comparator.reverseOrder());

    /**
     * The rule that holds for a team on a day.
     *
     * @param taskField whose money it is
     * @throws Refusal when the table gives the team no such power
     */
    static MiniBudgetRule of(List<MandateLine> table, NeighbourhoodCode here, String taskField, LocalDate on) {
        return find(table, here, taskField, on).orElseThrow(() -> new Refusal("decision.error.mini-no-mandate"));
    }

    static Optional<MiniBudgetRule> find(
            List<MandateLine> table, NeighbourhoodCode here, String taskField, LocalDate on) {
        return table.stream()
                .filter(line -> holds(line.rule(), here, taskField, on))
                .min(NARROWEST_FIRST)
                .map(line -> new MiniBudgetRule(line.rule().upTo(), line.rule().agreeingColleagues()));
    }

    private static boolean holds(MandateRule rule, NeighbourhoodCode here, String taskField, LocalDate on) {
        return rule.office() == Decider.TEAM
                && rule.perHousehold()
                && rule.validity().contains(on)
                && rule.findNeighbourhood().filter(other -> !other.equals(here)).isEmpty()
                && (rule.taskFields().isEmpty() || rule.taskFields().contains(taskField));
    }
}
