package nl.buurtbundel.provision;

import java.util.List;

/**
 * What became of commands.
 *
 * @param created provisions that were not known
 * @param replaced provisions that a newer allocation changed
 * @param older allocations that were older than what is known, and changed nothing
 * @param waiting starts and stops whose allocation has not come yet
 * @param dropped reports that came before their allocation, and turned out to be about somebody else or from another provider
 */
public record Taken(int created, int replaced, int older, int waiting, List<Misdirected> dropped) {
    public static final Taken NOTHING = new Taken(0, 0, 0, 0, List.of());

    public Taken {
        dropped = List.copyOf(dropped);
    }
}
