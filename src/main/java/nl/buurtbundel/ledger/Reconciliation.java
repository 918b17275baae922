package nl.buurtbundel.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A day and a task field in both books. The municipality’s own ledger is the book of record. Both amounts are counted from the
 * first of January: a task field that a day has no line for stands as on the last day before that has one.
 *
 * @param there what it says was spent this year until the end of the day
 * @param saidOn of which day that is; null when it has said nothing of this task field this year
 * @param here what was paid in this book
 */
public record Reconciliation(
        LocalDate day,
        String taskField,
        Money there,
        @Nullable LocalDate saidOn,
        Money here) {

    /** Above zero: the municipality’s ledger has more. */
    public Money difference() {
        return there.minus(here);
    }

    public boolean agrees() {
        return difference().isZero();
    }

    /**
     * Every task field in which either book has something by then, day by day.
     *
     * @param said by task field: what the municipality’s ledger says was spent until each day
     * @param paid by task field: what was paid in this book until each day
     */
    static List<Reconciliation> list(
            List<LocalDate> days,
            Map<String, ? extends NavigableMap<LocalDate, Money>> said,
            Map<String, ? extends NavigableMap<LocalDate, Money>> paid) {
        Set<String> fields = new TreeSet<>(said.keySet());
        fields.addAll(paid.keySet());
        List<Reconciliation> all = new ArrayList<>();
        for (LocalDate day : days) {
            for (String field : fields) {
                Map.@Nullable Entry<LocalDate, Money> there = until(day, said.get(field));
                Map.@Nullable Entry<LocalDate, Money> here = until(day, paid.get(field));
                if (there != null || here != null) {
                    all.add(new Reconciliation(
                            day,
                            field,
                            there == null ? Money.ZERO : there.getValue(),
                            there == null ? null : there.getKey(),
                            here == null ? Money.ZERO : here.getValue()));
                }
            }
        }
        return all;
    }

    private static Map.@Nullable Entry<LocalDate, Money> until(
            LocalDate day, @Nullable NavigableMap<LocalDate, Money> byDay) {
        return byDay == null ? null : byDay.floorEntry(day);
    }
}
