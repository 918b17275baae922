package nl.buurtbundel.decision;

import java.util.List;
import java.util.Optional;
import nl.buurtbundel.assessment.RefusalGround;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on a plan, as the people whose plan it is read it: what, and why. Who decided it is not in it. A later
 * grant adds to an earlier one, and what was asked with the earlier one still holds.
 *
 * @param asked what the plan asked for in total
 * @param granted all that is granted by now; null after a refusal
 * @param contributed what others pay of that by agreement
 * @param goesOn the plan is granted and has not ended
 * @param conditions of every grant that has any, the oldest first
 * @param leftOver where money goes that the plan leaves unspent, by the newest grant; null after a refusal
 * @param ground of a refusal, and then always
 * @param reasons of a refusal, and of the newest grant where it is for less than was asked
 */
public record DecisionLetter(
        Money asked,
        @Nullable Money granted,
        Money contributed,
        boolean goesOn,
        List<String> conditions,
        @Nullable LeftOver leftOver,
        @Nullable RefusalGround ground,
        @Nullable String reasons) {

    public DecisionLetter {
        conditions = List.copyOf(conditions);
    }

    static DecisionLetter of(Decision refusal, Money asked) {
        return new DecisionLetter(
                asked,
                null,
                Money.ZERO,
                false,
                List.of(),
                null,
                refusal.ground().orElse(null),
                refusal.reasons().orElse(null));
    }

    /** @param finals all that are final; together they say what is granted */
    static DecisionLetter of(List<Decision> finals, Money asked, boolean goesOn) {
        List<Decision> grants = finals.stream().sorted(Decision.IN_TIME).toList();
        Decision newest = grants.get(grants.size() - 1);
        return new DecisionLetter(
                asked,
                Money.sum(grants.stream().map(Decision::fresh).toList()),
                Money.sum(grants.stream().map(Decision::contributed).toList()),
                goesOn,
                conditions(grants),
                newest.leftOver().orElse(null),
                null,
                newest.reasons().orElse(null));
    }

    /** What was asked with these grants; each still holds. */
    static List<String> conditions(List<Decision> grants) {
        return grants.stream().flatMap(grant -> grant.conditions().stream()).toList();
    }

    public Optional<LeftOver> findLeftOver() {
        return Optional.ofNullable(leftOver);
    }

    public Optional<Money> findGranted() {
        return Optional.ofNullable(granted);
    }

    /** What was asked for and not granted, where the plan goes on without it. */
    public Optional<Money> findGoesOnWithout() {
        return findGranted().map(asked::minus).filter(less -> goesOn && less.isPositive());
    }
}
