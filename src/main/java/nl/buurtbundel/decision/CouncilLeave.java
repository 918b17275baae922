package nl.buurtbundel.decision;

import java.util.Collection;
import java.util.List;
import nl.buurtbundel.budget.CoverLine;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;

/**
 * What the council allowed one plan: to be paid, in a year, from task fields that it had authorised for something else.
 *
 * @param adopted what the council adopted for the plan
 * @param spent what bore the grants of the plan since
 */
record CouncilLeave(List<Amendment> adopted, List<YearCover> spent) {
    static final CouncilLeave NONE = new CouncilLeave(List.of(), List.of());

    CouncilLeave {
        adopted = List.copyOf(adopted);
        spent = List.copyOf(spent);
    }

    /** Of one year: the amount is for all its task fields together, and what was granted since has used it up. */
    boolean covers(FiscalYear year, Collection<CoverLine> lines) {
        if (lines.stream().anyMatch(line -> mostFrom(year, line.taskField()).isZero())) {
            return false;
        }
        Money asked = Money.sum(lines.stream().map(CoverLine::amount).toList());
        Money used = Money.sum(spent.stream()
                .filter(cover -> cover.year().equals(year))
                .map(YearCover::line)
                .filter(line -> mostFrom(year, line.taskField()).isPositive())
                .map(CoverLine::amount)
                .toList());
        Money most = lines.stream()
                .map(line -> mostFrom(year, line.taskField()))
                .reduce(Money::min)
                .orElse(Money.ZERO);
        return asked.plus(used).compareTo(most) <= 0;
    }

    private Money mostFrom(FiscalYear year, String taskField) {
        return Money.sum(adopted.stream()
                .filter(amendment -> amendment.year().equals(year))
                .filter(amendment -> amendment
                        .findFrom()
                        .filter(from -> from.taskField().equals(taskField))
                        .isPresent())
                .map(Amendment::atMost)
                .toList());
    }
}
