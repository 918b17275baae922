package nl.buurtbundel.signal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One pattern, as its owner works on it.
 *
 * @param version the version seen, to send along with a command
 * @param mine the reader owns it
 * @param signals how often it was heard, as far as it may be counted
 * @param toAsk who said so and wants to be asked about it
 * @param changes the oldest first
 * @param followUp whether the newest change that was done made it fall; null when none was
 * @param toRepair plans in which it chafed, that still run and that nobody was told of the change yet
 * @param offered plans whose teams were told
 * @param takenUp how many of them were taken up
 */
public record PatternPage(
        PatternId id,
        int version,
        String title,
        String owner,
        boolean mine,
        String cause,
        String inTheRoom,
        int signals,
        List<String> toAsk,
        List<ChangeView> changes,
        List<MonthCount> months,
        @Nullable FollowUp followUp,
        int toRepair,
        int offered,
        int takenUp) {
    public PatternPage {
        toAsk = List.copyOf(toAsk);
        changes = List.copyOf(changes);
        months = List.copyOf(months);
    }

    /** What is to change, or changed last. */
    public Optional<ChangeView> findChange() {
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes.get(changes.size() - 1));
    }

    /** From when the newest change holds that was done. */
    public Optional<LocalDate> findDoneOn() {
        return changes.stream()
                .flatMap(change -> Optional.ofNullable(change.doneOn()).stream())
                .reduce((earlier, later) -> later);
    }

    /** Nothing is under way: a change can be proposed. */
    public boolean canPropose() {
        return findChange()
                .filter(change -> change.state() == ChangeState.PROPOSED || change.state() == ChangeState.DECIDED)
                .isEmpty();
    }
}
