package nl.buurtbundel.suggestion;

import java.time.LocalDate;
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

    /** Whether another sum is the same but for the day on which it was made. */
    boolean saysTheSameAs(Sum other) {
        return undated().equals(other.undated()) && isChosen() == other.isChosen();
    }

    private boolean isChosen() {
        return proof != null && proof.chosen();
    }

    private Sum undated() {
        return new Sum(
                basis.on(LocalDate.EPOCH),
                alternative,
                catalogueVersion,
                today,
                low,
                likely,
                high,
                firstYear,
                ofDearest,
                cost,
                replaced.withoutReasons(),
                weaknesses,
                otherPayers,
                null);
    }
}
