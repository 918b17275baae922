package nl.buurtbundel.decision;

import java.util.List;
import nl.buurtbundel.budget.Cover;
import nl.buurtbundel.money.Money;

/**
 * What a proposal would come to, before it is made.
 *
 * @param requested what the plan asks for its first twelve months
 * @param grantedBefore what earlier decisions granted
 * @param amounts what is new, in the fiscal years in which it is spent
 * @param firstYear the first twelve months of the whole plan, whatever is granted of it
 */
public record Preparation(
        Money requested,
        Money grantedBefore,
        List<YearAmount> amounts,
        List<Cover> covers,
        MandateAnswer mandate,
        FirstYear firstYear) {
    public Preparation {
        amounts = List.copyOf(amounts);
        covers = List.copyOf(covers);
    }

    public Money missing() {
        return Money.sum(covers.stream().map(Cover::missing).toList());
    }

    public boolean isCovered() {
        return covers.stream().allMatch(Cover::sufficient);
    }
}
