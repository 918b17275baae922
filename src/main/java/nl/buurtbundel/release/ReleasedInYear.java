package nl.buurtbundel.release;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All that came free of one provision in one year, for whichever plan: a part for each report that said more.
 *
 * @param parts in any order; kept with the last stop last, and of one stop the last report. A key says nothing of time: each
 *     process hands out keys from a block of its own
 */
record ReleasedInYear(List<RealisedRelease> parts) {
    static final ReleasedInYear NOTHING = new ReleasedInYear(List.of());

    ReleasedInYear {
        parts = parts.stream()
                .sorted(Comparator.comparing(RealisedRelease::lastDay).thenComparing(RealisedRelease::report))
                .toList();
    }

    /**
     * Sees which bookings the ledger has countered: what they brought is in the budget no longer.
     *
     * @return whether one of them was seen for the first time
     */
    boolean counter(Set<TransferId> countered) {
        List<RealisedRelease> fresh = parts.stream()
                .filter(RealisedRelease::isPosted)
                .filter(part -> part.booking().filter(countered::contains).isPresent())
                .toList();
        fresh.forEach(RealisedRelease::counter);
        return !fresh.isEmpty();
    }

    /**
     * Sees what the ledger has countered, and whether that makes it right.
     *
     * @param noted what came free by a report that said less than was posted; none where no report did
     * @return what came free, once no more than that is in the budget; empty where nothing was countered or more is to be
     */
    Optional<Money> settle(Set<TransferId> countered, @Nullable Money noted) {
        Money cameFree = noted == null ? all() : noted;
        boolean changed = counter(countered);
        return (changed || noted != null) && posted().compareTo(cameFree) <= 0
                ? Optional.of(cameFree)
                : Optional.empty();
    }

    boolean hasPosted() {
        return parts.stream().anyMatch(RealisedRelease::isPosted);
    }

    /** In the budget and on its way. As long as no report says less, that is what came free. */
    Money all() {
        return posted().plus(held());
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
        Money missing = cameFree.minus(all());
        return missing.isPositive() ? missing : Money.ZERO;
    }

    /**
     * The same again of the last stop, as a part of its own, for what is missing after a booking was countered.
     *
     * @param taker the plan that the provision is for now
     */
    Optional<RealisedRelease> anew(Money cameFree, ExpectedRelease taker) {
        Money missing = missing(cameFree);
        if (parts.isEmpty() || !missing.isPositive()) {
            return Optional.empty();
        }
        RealisedRelease last = parts.get(parts.size() - 1);
        return Optional.of(last.again(taker, nextReport(last.lastDay()), missing));
    }

    /** A stop may be reported again for the same day with more that came free: that is a part of its own. */
    int nextReport(LocalDate lastDay) {
        // those that waited and did not come are gone, whatever number they had
        return 1
                + parts.stream()
                        .filter(part -> part.lastDay().equals(lastDay))
                        .mapToInt(RealisedRelease::report)
                        .max()
                        .orElse(0);
    }
}
