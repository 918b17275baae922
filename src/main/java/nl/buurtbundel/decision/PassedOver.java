package nl.buurtbundel.decision;

import java.util.Optional;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An office with less power than who decides, and what keeps it from deciding.
 *
 * @param rule the line of the mandate table that does not reach; null where no line of that office holds here today
 * @param years in how many calendar years the plan costs money
 * @param total what it comes to in all
 * @param limit how far the line reaches for this plan
 */
public record PassedOver(
        Decider office,
        Miss miss,
        @Nullable MandateRule rule,
        int years,
        Money total,
        @Nullable Money limit) {

    /** What a line lacks; of several the first. */
    public enum Miss {
        NO_RULE,
        YEARS,
        TASK_FIELDS,
        AMOUNT
    }

    static PassedOver withoutRule(Decider office, MandateQuestion question) {
        return new PassedOver(office, Miss.NO_RULE, null, question.years(), question.total(), null);
    }

    /** @param rule one that holds here today and does not cover what is asked */
    static PassedOver by(MandateRule rule, MandateQuestion question) {
        Miss miss = question.years() > rule.maximumYears()
                ? Miss.YEARS
                : rule.coversSubject(question) ? Miss.AMOUNT : Miss.TASK_FIELDS;
        return new PassedOver(
                rule.office(), miss, rule, question.years(), question.total(), rule.limitFor(question.households()));
    }

    public Optional<MandateRule> findRule() {
        return Optional.ofNullable(rule);
    }

    public Optional<Money> findLimit() {
        return Optional.ofNullable(limit);
    }
}
