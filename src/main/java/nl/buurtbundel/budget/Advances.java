package nl.buurtbundel.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.money.Money;

/**
 * What pre-financing bears in a neighbourhood, and what release gives back of it: first for the plan that the money came free
 * for, then for the others.
 *
 * @param outstanding of each arrangement, the oldest first
 */
record Advances(List<Advance> outstanding) {
    Advances {
        outstanding = List.copyOf(outstanding);
    }

    /** What one arrangement bears for one plan. */
    record Advance(AccountKey arrangement, String reference, Money amount) {}

    /** @return what is given back of each, as far as the released money reaches */
    List<Advance> repaidBy(Money released, String reference) {
        List<Advance> repaid = new ArrayList<>();
        Money left = released;
        for (Advance advance :
                Stream.concat(of(reference, true), of(reference, false)).toList()) {
            Money part = advance.amount().min(left);
            if (part.isPositive()) {
                repaid.add(new Advance(advance.arrangement(), advance.reference(), part));
                left = left.minus(part);
            }
        }
        return repaid;
    }

    private Stream<Advance> of(String reference, boolean own) {
        return outstanding.stream().filter(advance -> advance.reference().equals(reference) == own);
    }
}
