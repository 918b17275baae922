package nl.buurtbundel.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.Origin;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.opportunity.SuppressionRule;

/**
 * What release has given back to pre-financing for a plan, as the reader may see it.
 *
 * @param byArrangement to which arrangement; empty where so few stand behind one of them that it would tell of them
 */
record Repayments(Money total, Map<AccountKey, Money> byArrangement) {
    Repayments {
        byArrangement = Map.copyOf(byArrangement);
    }

    /** For who may see single households: to the cent. */
    static Repayments exact(List<TransferSummary> repayments) {
        Map<AccountKey, Money> byArrangement = new LinkedHashMap<>();
        for (TransferSummary repayment : repayments) {
            if (repayment.counters() == null) {
                byArrangement.merge(repayment.to(), repayment.amount(), Money::plus);
            } else {
                byArrangement.merge(repayment.from(), repayment.amount().negated(), Money::plus);
            }
        }
        return new Repayments(Money.sum(byArrangement.values()), byArrangement);
    }

    /**
     * For others: in steps of many households.
     *
     * @param origins where each repayment came from
     * @param helped the household by provision
     */
    static Repayments shown(
            List<TransferSummary> repayments,
            List<Origin> origins,
            Map<String, String> helped,
            LocalDate today,
            SuppressionRule rule) {
        Map<TransferId, LocalDate> undoneOn = new HashMap<>();
        for (TransferSummary repayment : repayments) {
            TransferId counters = repayment.counters();
            if (counters != null) {
                undoneOn.put(counters, repayment.bookedOn());
            }
        }
        List<ShownForecast.Event> all = new ArrayList<>();
        Map<AccountKey, List<ShownForecast.Event>> apart = new LinkedHashMap<>();
        for (Origin origin : origins) {
            Origin.Step repayment = origin.steps().get(0);
            ShownForecast.Event event = new ShownForecast.Event(
                    MoneyWay.householdBehind(origin, helped).orElse(HelpedHouseholds.UNKNOWN),
                    repayment.on(),
                    origin.amount(),
                    undoneOn.get(repayment.transfer()));
            all.add(event);
            apart.computeIfAbsent(repayment.to(), arrangement -> new ArrayList<>())
                    .add(event);
        }
        Money total = ShownForecast.sum(today, all, rule);
        Map<AccountKey, Money> byArrangement = new LinkedHashMap<>();
        apart.forEach((arrangement, events) -> byArrangement.put(arrangement, ShownForecast.sum(today, events, rule)));
        // if each part could be shown alone they add up; otherwise what is missing would be that of few
        return new Repayments(total, Money.sum(byArrangement.values()).equals(total) ? byArrangement : Map.of());
    }

    /**
     * What came back to each arrangement. Where that is not shown, the first ones first.
     *
     * @param advanced what each of them bore
     */
    Map<AccountKey, Money> to(Map<AccountKey, Money> advanced) {
        if (!byArrangement.isEmpty()) {
            return byArrangement;
        }
        Map<AccountKey, Money> spread = new LinkedHashMap<>();
        Money left = total;
        for (Map.Entry<AccountKey, Money> one : advanced.entrySet()) {
            Money back = left.min(one.getValue());
            spread.put(one.getKey(), back);
            left = left.minus(back);
        }
        return spread;
    }
}
