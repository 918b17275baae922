package nl.buurtbundel.opportunity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtbundel.money.Money;

/** Who stands behind the numbers that were published anew in a month, as it is kept. */
record BehindDocument(List<Number> numbers) {
    static final BehindDocument FORGOTTEN = new BehindDocument(List.of());

    BehindDocument {
        numbers = List.copyOf(numbers);
    }

    record Number(String need, String neighbourhood, List<Household> households) {
        Number {
            households = List.copyOf(households);
        }
    }

    record Household(long household, Money amount) {}

    static BehindDocument of(Map<CellName, Behind> published) {
        return new BehindDocument(published.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(CellName::need).thenComparing(CellName::neighbourhood)))
                .map(entry -> new Number(
                        entry.getKey().need(),
                        entry.getKey().neighbourhood(),
                        entry.getValue().amounts().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(one -> new Household(one.getKey(), one.getValue()))
                                .toList()))
                .toList());
    }

    Map<CellName, Behind> read() {
        Map<CellName, Behind> published = new HashMap<>();
        for (Number number : numbers) {
            Map<Long, Money> amounts = new HashMap<>();
            number.households().forEach(one -> amounts.put(one.household(), one.amount()));
            published.put(new CellName(number.need(), number.neighbourhood()), new Behind(amounts));
        }
        return published;
    }
}
