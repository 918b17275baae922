package nl.buurtbundel.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.money.Money;

/**
 * All that came free of one provision in one year, for whichever plan: a part for each report that said more.
 *
 * @param parts in the order in which they were reported
 */
record ReleasedInYear(List<RealisedRelease> parts) {
    static final ReleasedInYear NOTHING = new ReleasedInYear(List.of());

    ReleasedInYear {
        parts = List.copyOf(parts);
    }

    /** Sees which bookings the ledger has countered: what they brought is in the budget no longer. */
    void counter(Set<TransferId> countered) {
        parts.forEach(part -> part.booking().filter(countered::contains).ifPresent(booking -> part.counter()));
    }

    /** In the budget. */
    Money posted() {
        return Money.sum(parts.stream()
                .filter(RealisedRelease::isPosted)
                .map(RealisedRelease::amount)
                .toList());
    }

    /** On its way to the budget. */
    Money held() {
        return Money.sum(parts.stream()
                .filter(RealisedRelease::isHeld)
                .map(RealisedRelease::amount)
                .toList());
    }

    /** What came free and is neither in the budget nor on its way; never negative. */
    Money missing(Money cameFree) {
        Money missing = cameFree.minus(posted()).minus(held());
        return missing.isPositive() ? missing : Money.ZERO;
    }

    /** The same again of the last stop, as a part of its own, for what is missing after a booking was countered. */
    Optional<RealisedRelease> anew(Money cameFree) {
        Money missing = missing(cameFree);
        if (parts.isEmpty() || !missing.isPositive()) {
            return Optional.empty();
        }
        RealisedRelease last = parts.get(parts.size() - 1);
        return Optional.of(last.again(nextReport(last.lastDay()), missing));
    }

    /** A stop may be reported again for the same day with more that came free: that is a part of its own. */
    int nextReport(LocalDate lastDay) {
        return 1
                + (int) parts.stream()
                        .filter(part -> part.lastDay().equals(lastDay))
                        .count();
    }
}
