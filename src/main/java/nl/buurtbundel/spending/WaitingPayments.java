package nl.buurtbundel.spending;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was approved and is not recorded as paid yet.
 *
 * @param notOrdered stands in no file for the bank
 * @param ordered the oldest order first
 */
public record WaitingPayments(List<ExpenseSummary> notOrdered, List<OrderedExpenses> ordered) {
    public WaitingPayments {
        notOrdered = List.copyOf(notOrdered);
        ordered = List.copyOf(ordered);
    }

    /**
     * @param seen the orders of which the bank was seen to pay something
     * @param kept by order of which the file is kept how many expenses stand in it
     */
    static WaitingPayments of(List<ExpenseSummary> waiting, Set<String> seen, Map<String, Long> kept) {
        List<ExpenseSummary> notOrdered = new ArrayList<>();
        Map<String, List<ExpenseSummary>> orders = new LinkedHashMap<>();
        for (ExpenseSummary expense : waiting) {
            Optional.ofNullable(expense.paymentOrder())
                    .map(order -> orders.computeIfAbsent(order, first -> new ArrayList<>()))
                    .orElse(notOrdered)
                    .add(expense);
        }
        return new WaitingPayments(
                notOrdered,
                orders.entrySet().stream()
                        .map(order -> new OrderedExpenses(
                                order.getKey(),
                                order.getValue(),
                                seen.contains(order.getKey()),
                                kept.getOrDefault(order.getKey(), 0L)
                                        == order.getValue().size()))
                        .sorted(Comparator.comparing(OrderedExpenses::on))
                        .toList());
    }
}
