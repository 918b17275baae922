package nl.buurtbundel.release;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * What a release asks of the team.
 *
 * @param dueOn until when it is in time
 * @param callsOff an order is to be called off, of help that goes on
 */
record TeamTurn(LocalDate dueOn, boolean callsOff) implements Comparable<TeamTurn> {
    private static final Comparator<TeamTurn> FIRST =
            Comparator.comparing((TeamTurn turn) -> !turn.callsOff).thenComparing(TeamTurn::dueOn);

    /** What is to be called off first, then what is due first. */
    @Override
    public int compareTo(TeamTurn other) {
        return FIRST.compare(this, other);
    }
}
