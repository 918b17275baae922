package nl.buurtbundel.decision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * One line of the mandate table: this office may decide up to this amount.
 *
 * @param upTo the most a decision may come to, over all its years
 * @param perHousehold whether that amount counts for each household: each that joins a plan, and each in one year for the
 *     mini-budgets of a team ({@link MiniBudgets})
 * @param taskFields the task fields it may be paid from; empty for all
 * @param maximumYears the most years a decision may bind
 * @param neighbourhood null for the whole municipality
 * @param agreeingColleagues for a team: how many colleagues besides the proposer must agree
 */
public record MandateRule(
        Decider office,
        Money upTo,
        boolean perHousehold,
        Set<String> taskFields,
        int maximumYears,
        @Nullable NeighbourhoodCode neighbourhood,
        int agreeingColleagues,
        Period validity) {
    /** The law lets an incidental grant run four years without an ordinance (Awb 4:23, paragraph 3). */
    public static final int MOST_YEARS = 4;

    public static final int MOST_COLLEAGUES = 5;

    /** What municipalities mostly let a team decide on for one household in a year. */
    public static final Money USUAL_MINI_BUDGET = Money.ofEuros(500);

    public MandateRule {
        taskFields = Set.copyOf(taskFields);
        if (!office.canHoldMandate()) {
            throw new Refusal("decision.error.mandate-office");
        }
        if (!upTo.isPositive()) {
            throw new Refusal("decision.error.mandate-amount");
        }
        if (maximumYears < 1 || maximumYears > MOST_YEARS) {
            throw new Refusal("decision.error.mandate-years", MOST_YEARS);
        }
        boolean team = office == Decider.TEAM;
        if (team && (agreeingColleagues < 1 || agreeingColleagues > MOST_COLLEAGUES)) {
            throw new Refusal("decision.error.mandate-colleagues", MOST_COLLEAGUES);
        }
        if (!team && (agreeingColleagues != 0 || perHousehold)) {
            throw new Refusal("decision.error.mandate-team-only");
        }
    }

    /** @throws Refusal for a power of a team that would begin before today: what it decided by itself was decided under another */
    void requireNotBackwards(LocalDate today) {
        if (office == Decider.TEAM && validity.firstDay().isBefore(today)) {
            throw new Refusal("decision.error.mandate-backwards");
        }
    }

    Money limitFor(int households) {
        return perHousehold ? upTo.times(households) : upTo;
    }

    boolean coversAmount(MandateQuestion question) {
        return question.total().compareTo(limitFor(question.households())) <= 0;
    }

    /** On this day and in this neighbourhood. */
    boolean holds(MandateQuestion question) {
        return validity.contains(question.on())
                && (neighbourhood == null || neighbourhood.equals(question.neighbourhood()));
    }

    /** All but the amount. */
    boolean coversSubject(MandateQuestion question) {
        return holds(question)
                && question.years() <= maximumYears
                && (taskFields.isEmpty() || taskFields.containsAll(question.taskFields()));
    }

    public Optional<NeighbourhoodCode> findNeighbourhood() {
        return Optional.ofNullable(neighbourhood);
    }
}
