package nl.buurtbundel.outcome;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of work took.
 *
 * @param what null where kinds are told together, because one of them was the work of one person
 */
public record WorkPart<K extends Comparable<K>>(@Nullable K what, long seconds, Money cost) {
    /** Of fewer people it would be somebody’s own working time. */
    private static final int PEOPLE = 2;

    public Optional<K> findWhat() {
        return Optional.ofNullable(what);
    }

    /**
     * What the kinds took, so that the working time of no single person is told: a kind of one person goes together with
     * others, and is never what is left when all others are taken off. The parts add up to the whole, to the cent.
     *
     * @return none where all of it was the work of one person
     */
    static <K extends Comparable<K>> List<WorkPart<K>> of(
            Collection<Worked> worked, Function<Worked, K> kind, WorkRule rule) {
        Map<K, Sum<K>> kinds = new TreeMap<>();
        Map<Role, Integer> people = new TreeMap<>();
        for (Worked one : worked) {
            people.merge(one.office(), one.hands(), Math::max);
            kinds.computeIfAbsent(kind.apply(one), Sum::new).add(one, rule);
        }
        if (people.values().stream().mapToInt(Integer::intValue).sum() < PEOPLE) {
            return List.of();
        }
        List<Sum<K>> apart = new ArrayList<>(kinds.values());
        List<Sum<K>> together =
                apart.stream().filter(sum -> sum.people() < PEOPLE).toList();
        apart.removeAll(together);
        List<Sum<K>> rest = new ArrayList<>(together);
        while (!rest.isEmpty() && people(rest) < PEOPLE) {
            Sum<K> least = apart.stream()
                    .min(Comparator.comparing((Sum<K> sum) -> sum.seconds))
                    .orElseThrow();
            apart.remove(least);
            rest.add(least);
        }
        List<WorkPart<K>> parts = new ArrayList<>();
        apart.forEach(sum -> parts.add(new WorkPart<>(sum.what, sum.seconds, sum.cost)));
        if (!rest.isEmpty()) {
            parts.add(new WorkPart<>(
                    null,
                    rest.stream().mapToLong(sum -> sum.seconds).sum(),
                    Money.sum(rest.stream().map(sum -> sum.cost).toList())));
        }
        return List.copyOf(parts);
    }

    /** At least: of one office the same people may have done each kind. */
    private static <K> int people(List<Sum<K>> sums) {
        Map<Role, Integer> people = new TreeMap<>();
        sums.forEach(sum -> sum.people.forEach((office, hands) -> people.merge(office, hands, Math::max)));
        return people.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static final class Sum<K> {
        private final K what;
        private final Map<Role, Integer> people = new TreeMap<>();
        private long seconds;
        private Money cost = Money.ZERO;

        private Sum(K what) {
            this.what = what;
        }

        private void add(Worked one, WorkRule rule) {
            seconds += one.seconds();
            cost = cost.plus(rule.cost(one.office(), one.seconds()));
            people.merge(one.office(), one.hands(), Math::max);
        }

        /** At least so many: somebody may have worked on it on several days. */
        private int people() {
            return people.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
