package nl.buurtbundel.spending;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Which payment at the bank belongs to which expense. Only where it is certain: the amount is the same to the cent, the payment
 * names the expense (or its plan, around the day), exactly one expense fits, and no other payment claims it. What the payment
 * order named comes before what stands in the description, and the expense before the plan. The order of the entries makes no
 * difference.
 */
final class StatementMatch {
    /** A payment is booked at the bank within so many days after it was recorded here. */
    static final int MOST_DAYS_LATER = 10;

    private final Map<Long, Payable> payables;
    private final Map<String, Outcome> outcomes = new HashMap<>();
    /** Expenses that one payment has, or that more than one claims. */
    private final Set<Long> taken = new HashSet<>();

    private final Set<Long> contested = new HashSet<>();

    private StatementMatch(Collection<Payable> payables) {
        this.payables = payables.stream().collect(Collectors.toMap(Payable::expense, Function.identity()));
    }

    /**
     * An expense that may be met at the bank: it was approved.
     *
     * @param paidOn null as long as its payment is not recorded
     * @param seen it was met before
     */
    record Payable(
            long expense,
            long plan,
            Money amount,
            LocalDate spentOn,
            @Nullable LocalDate paidOn,
            boolean seen) {

        boolean isAround(LocalDate day) {
            LocalDate paid = paidOn;
            return !day.isBefore(spentOn) && (paid == null || !day.isAfter(paid.plusDays(MOST_DAYS_LATER)));
        }

        boolean fits(Money paid) {
            return !seen && amount.equals(paid);
        }
    }

    /** Either an expense, or why there is none. */
    record Outcome(@Nullable Long expense, @Nullable Unmatched why) {}

    /** @return of each entry, by its identity, what became of it */
    static Map<String, Outcome> of(Collection<BankEntry> entries, Collection<Payable> payables) {
        StatementMatch match = new StatementMatch(payables);
        List<BankEntry> open = match.without(entries);
        open = match.round(open, match::answered);
        open = match.round(open, match::named);
        open = match.round(open, match::ofPlan);
        open.forEach(entry -> match.outcomes.put(entry.identity(), new Outcome(null, Unmatched.NO_REFERENCE)));
        return match.outcomes;
    }

    /** What no expense can be found for by itself. */
    private List<BankEntry> without(Collection<BankEntry> entries) {
        return entries.stream()
                .filter(entry -> {
                    if (entry.together()) {
                        outcomes.put(entry.identity(), new Outcome(null, Unmatched.TOGETHER));
                    } else if (!entry.paidOut()) {
                        outcomes.put(entry.identity(), new Outcome(null, inward(entry)));
                    }
                    return entry.paidOut() && !entry.together();
                })
                .toList();
    }

    /** What names an expense of ours was paid by us before. */
    private static Unmatched inward(BankEntry entry) {
        return entry.namesExpense() || entry.agreements().isEmpty() ? Unmatched.CAME_BACK : Unmatched.CAME_IN;
    }

    /** @return the entries that this round says nothing of */
    private List<BankEntry> round(List<BankEntry> entries, Function<BankEntry, @Nullable Outcome> rule) {
        Map<String, Outcome> found = new HashMap<>();
        Map<Long, Integer> claims = new HashMap<>();
        for (BankEntry entry : entries) {
            Outcome outcome = rule.apply(entry);
            if (outcome != null) {
                found.put(entry.identity(), outcome);
                if (outcome.expense() != null) {
                    claims.merge(outcome.expense(), 1, Integer::sum);
                }
            }
        }
        found.forEach((identity, outcome) -> {
            boolean shared = outcome.expense() != null && claims.getOrDefault(outcome.expense(), 0) > 1;
            outcomes.put(identity, shared ? new Outcome(null, Unmatched.AMBIGUOUS) : outcome);
        });
        claims.forEach((expense, times) -> (times > 1 ? contested : taken).add(expense));
        return entries.stream()
                .filter(entry -> !found.containsKey(entry.identity()))
                .toList();
    }

    private @Nullable Outcome answered(BankEntry entry) {
        Long expense = entry.answers();
        return expense == null ? null : among(Set.of(expense), entry.amount());
    }

    private @Nullable Outcome named(BankEntry entry) {
        return entry.expenses().isEmpty() ? null : among(entry.expenses(), entry.amount());
    }

    private Outcome among(Set<Long> named, Money amount) {
        List<Payable> known =
                named.stream().filter(payables::containsKey).map(payables::get).toList();
        if (known.isEmpty()) {
            return new Outcome(null, Unmatched.UNKNOWN_REFERENCE);
        }
        List<Payable> fitting = known.stream().filter(one -> one.fits(amount)).toList();
        if (fitting.isEmpty()) {
            boolean before = known.stream().anyMatch(one -> one.amount().equals(amount));
            return new Outcome(null, before ? Unmatched.SEEN_BEFORE : Unmatched.OTHER_AMOUNT);
        }
        return only(fitting);
    }

    private @Nullable Outcome ofPlan(BankEntry entry) {
        if (entry.plans().isEmpty()) {
            return null;
        }
        List<Payable> fitting = payables.values().stream()
                .filter(one -> entry.plans().contains(one.plan())
                        && one.fits(entry.amount())
                        && one.isAround(entry.day())
                        && !taken.contains(one.expense()))
                .toList();
        return fitting.isEmpty() ? new Outcome(null, Unmatched.NO_SUCH_EXPENSE) : only(fitting);
    }

    private Outcome only(List<Payable> fitting) {
        long expense = fitting.get(0).expense();
        if (fitting.size() > 1 || contested.contains(expense)) {
            return new Outcome(null, Unmatched.AMBIGUOUS);
        }
        return taken.contains(expense) ? new Outcome(null, Unmatched.SEEN_BEFORE) : new Outcome(expense, null);
    }
}
