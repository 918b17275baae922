package nl.buurtbundel.suggestion;

import java.util.List;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The whole sum for one alternative and one need in one neighbourhood: what went in and what came out.
 *
 * @param today expected spend of all eligible households
 * @param cost the likely cost of a year, opened to the last price
 * @param replaced what it likely replaces in a year, opened to the last price
 * @param ofDearest the likely result if the dearest households were picked: what an honest sum must not do
 * @param weaknesses the assumption that moves the result most comes first
 */
public record Sum(
        Basis basis,
        CollectiveAlternative alternative,
        int catalogueVersion,
        Money today,
        Outcome low,
        Outcome likely,
        Outcome high,
        FirstYear firstYear,
        Money ofDearest,
        SumLine cost,
        SumLine replaced,
        List<Weakness> weaknesses,
        List<OtherPayer> otherPayers,
        @Nullable PlanProof proof) {

    public Sum {
        weaknesses = List.copyOf(weaknesses);
        otherPayers = List.copyOf(otherPayers);
    }
}
