package nl.buurtbundel.opportunity;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import nl.buurtbundel.money.Money;

/**
 * A true number that may have to be hidden.
 *
 * @param largestHousehold what the household with the most money has in this cell
 */
public record Cell(int households, Money amount, Money largestHousehold) {
    static final Cell NONE = new Cell(0, Money.ZERO, Money.ZERO);

    public Cell {
        if (households < 0 || amount.isNegative() || largestHousehold.compareTo(amount) > 0) {
            throw new IllegalArgumentException("no cell: " + households + ", " + amount + ", " + largestHousehold);
        }
    }

    /** @param amounts what each household has in it, whatever the household is known by */
    public static Cell of(Map<?, Money> amounts) {
        return of(amounts.values());
    }

    /** @param amounts what each household has in it */
    static Cell of(Collection<Money> amounts) {
        return new Cell(
                amounts.size(),
                Money.sum(amounts),
                amounts.stream().max(Comparator.naturalOrder()).orElse(Money.ZERO));
    }
}
