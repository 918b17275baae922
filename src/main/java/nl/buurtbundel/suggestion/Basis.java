package nl.buurtbundel.suggestion;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What stands against the alternative: the support as it is given today, household by household.
 *
 * @param usage the part of what is allocated that is really used, in basis points; an assumption
 * @param lumpSumHouseholds households whose support has no price of its own: it frees nothing until the contract changes;
 *     null when they are too few to show
 * @param unknownHouseholds households whose cost is not known; counted nowhere; null when they are too few to show
 */
public record Basis(
        String need,
        LocalDate day,
        List<BasisClass> classes,
        int usage,
        @Nullable Integer lumpSumHouseholds,
        @Nullable Integer unknownHouseholds) {

    public Basis {
        classes = List.copyOf(classes);
        if (classes.isEmpty() || usage < 0 || usage > 10_000) {
            throw new IllegalArgumentException("nothing to compare with");
        }
    }

    /** What everybody outside the team may know of a need, or what stood behind it when it was published: in one amount. */
    static Basis published(String need, LocalDate day, int households, Money expected) {
        Text name = new Text(need, need);
        BasisClass whole = new BasisClass(need, name, households, Money.ZERO, 0, Money.ZERO, expected);
        return new Basis(need, day, List.of(whole), 0, null, null);
    }

    public int households() {
        return classes.stream().mapToInt(BasisClass::households).sum();
    }

    /** What is expected to be spent on them in a year. */
    public Money expected() {
        return Money.sum(classes.stream().map(one -> one.expected(usage)).toList());
    }

    Basis withUsage(int newUsage) {
        return new Basis(need, day, classes, newUsage, lumpSumHouseholds, unknownHouseholds);
    }

    Basis on(LocalDate otherDay) {
        return new Basis(need, otherDay, classes, usage, lumpSumHouseholds, unknownHouseholds);
    }
}
