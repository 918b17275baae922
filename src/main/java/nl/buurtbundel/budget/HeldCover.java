package nl.buurtbundel.budget;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.NewReservation;
import nl.buurtbundel.ledger.ReservationSummary;
import nl.buurtbundel.money.Money;

/** What was held for a proposal in one year, account by account. */
record HeldCover(Map<AccountKey, Money> amounts) {
    HeldCover {
        amounts = Map.copyOf(amounts);
    }

    static HeldCover of(ReservationSummary reservation) {
        Map<AccountKey, Money> amounts = new HashMap<>();
        for (NewReservation.Line line : reservation.lines()) {
            amounts.merge(line.from(), line.amount(), Money::plus);
        }
        return new HeldCover(amounts);
    }

    /**
     * Whether the two beside each other tell what came free, or went, between them. If no more than one account bears another
     * amount, the difference is what was asked more or less, which everybody knows.
     *
     * @param holdsRelease whether release is or was on an account
     */
    boolean tellsBeside(HeldCover other, Predicate<AccountKey> holdsRelease) {
        List<AccountKey> different = Stream.concat(amounts.keySet().stream(), other.amounts.keySet().stream())
                .distinct()
                .filter(account -> !on(account).equals(other.on(account)))
                .toList();
        return different.size() > 1 && different.stream().anyMatch(holdsRelease);
    }

    private Money on(AccountKey account) {
        return amounts.getOrDefault(account, Money.ZERO);
    }
}
