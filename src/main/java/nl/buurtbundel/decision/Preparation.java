package nl.buurtbundel.decision;

import java.util.List;
import nl.buurtbundel.assessment.Advice;
import nl.buurtbundel.assessment.AdviceKind;
import nl.buurtbundel.budget.Cover;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal would come to, before it is made.
 *
 * @param requested what the plan asks for its first twelve months
 * @param grantedBefore what earlier decisions granted
 * @param conditions what earlier decisions asked, the oldest first: it still holds
 * @param leftOver where money of the plan that is left goes by what was decided before; by nothing before it stays in the
 *     neighbourhood
 * @param amounts what is new, in the fiscal years in which it is spent
 * @param advice what the team advises; null as long as it has not
 * @param firstYear the first twelve months of the whole plan, whatever is granted of it
 */
public record Preparation(
        Money requested,
        Money grantedBefore,
        List<String> conditions,
        LeftOver leftOver,
        List<YearAmount> amounts,
        List<Cover> covers,
        MandateAnswer mandate,
        @Nullable Advice advice,
        FirstYear firstYear) {
    public Preparation {
        conditions = List.copyOf(conditions);
        amounts = List.copyOf(amounts);
        covers = List.copyOf(covers);
    }

    public boolean isAdvisedAgainst() {
        return advice != null && advice.kind() == AdviceKind.NEGATIVE;
    }

    /** Some of what the plan asks stays without a yes: whoever proposes that says why. */
    public boolean isPartly() {
        return grantedBefore
                        .plus(Money.sum(amounts.stream().map(YearAmount::amount).toList()))
                        .compareTo(requested)
                < 0;
    }

    public Money missing() {
        return Money.sum(covers.stream().map(Cover::missing).toList());
    }

    public boolean isCovered() {
        return covers.stream().allMatch(Cover::sufficient);
    }
}
