package nl.buurtbundel.budget;

import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.MunicipalEntry;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.opportunity.Cell;
import nl.buurtbundel.opportunity.SuppressionRule;

/**
 * What moved in a year that may tell of single households, as lines for the municipality’s own ledger. What few households
 * stand behind waits for a later month, until enough do; in December all of it is told, for the year is closed by it.
 *
 * @param moved since the first of January, in the order of the book
 * @param behind what of each is whose, where it came free from somebody’s help
 */
record LinesOfMany(List<TransferSummary> moved, Map<TransferId, Map<String, Money>> behind, SuppressionRule rule) {

    /** From one kind of account and task field to another. */
    private record Way(Reason reason, AccountKind from, String fromField, AccountKind to, String toField) {
        static Way of(Reason reason, AccountKey from, AccountKey to) {
            return new Way(reason, from.kind(), from.taskField(), to.kind(), to.taskField());
        }
    }

    private static final class Waiting {
        private Money amount = Money.ZERO;
        private final Map<String, Money> households = new LinkedHashMap<>();

        void add(Money part, Map<String, Money> whose, boolean undone) {
            amount = undone ? amount.minus(part) : amount.plus(part);
            whose.forEach((household, its) -> households.merge(household, undone ? its.negated() : its, Money::plus));
            households.values().removeIf(left -> !left.isPositive());
        }

        boolean isShownBy(SuppressionRule rule) {
            return households.isEmpty() || !rule.hidesAmount(Cell.of(households));
        }
    }

    /** Zero together, each kind and task field once. */
    List<MunicipalEntry> of(YearMonth month) {
        Map<YearMonth, List<TransferSummary>> byMonth =
                moved.stream().collect(Collectors.groupingBy(transfer -> YearMonth.from(transfer.bookedOn())));
        Map<Way, Waiting> waiting = new LinkedHashMap<>();
        Map<List<Object>, Money> told = new LinkedHashMap<>();
        for (YearMonth at = month.withMonth(1); !at.isAfter(month); at = at.plusMonths(1)) {
            add(byMonth.getOrDefault(at, List.of()), waiting);
            boolean all = at.getMonth() == Month.DECEMBER;
            boolean now = at.equals(month);
            waiting.entrySet().removeIf(one -> {
                boolean shown = all || one.getValue().isShownBy(rule);
                if (shown && now) {
                    tell(one.getKey(), one.getValue().amount, told);
                }
                return shown;
            });
        }
        List<MunicipalEntry> entries = new ArrayList<>();
        told.forEach((at, amount) -> {
            if (!amount.isZero()) {
                entries.add(new MunicipalEntry(
                        null,
                        month.atEndOfMonth(),
                        (AccountKind) at.get(1),
                        (String) at.get(2),
                        "",
                        (Reason) at.get(0),
                        "",
                        amount));
            }
        });
        return entries;
    }

    private void add(List<TransferSummary> ofMonth, Map<Way, Waiting> waiting) {
        for (TransferSummary transfer : ofMonth) {
            // a counter-transfer undoes what its transfer told, the other way round
            TransferId undone = transfer.counters();
            Way way = undone == null
                    ? Way.of(transfer.reason(), transfer.from(), transfer.to())
                    : Way.of(transfer.reason(), transfer.to(), transfer.from());
            waiting.computeIfAbsent(way, one -> new Waiting())
                    .add(
                            transfer.amount(),
                            behind.getOrDefault(undone == null ? transfer.id() : undone, Map.of()),
                            undone != null);
        }
    }

    private static void tell(Way way, Money amount, Map<List<Object>, Money> told) {
        told.merge(List.of(way.reason(), way.from(), way.fromField()), amount.negated(), Money::plus);
        told.merge(List.of(way.reason(), way.to(), way.toField()), amount, Money::plus);
    }
}
