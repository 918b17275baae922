package nl.buurtbundel.provision;

/**
 * What became of commands.
 *
 * @param created provisions that were not known
 * @param replaced provisions that a newer allocation changed
 * @param older allocations that were older than what is known, and changed nothing
 * @param waiting starts and stops whose allocation has not come yet
 */
public record Taken(int created, int replaced, int older, int waiting) {
    public static final Taken NOTHING = new Taken(0, 0, 0, 0);

    public Taken plus(Taken other) {
        return new Taken(
                created + other.created, replaced + other.replaced, older + other.older, waiting + other.waiting);
    }
}
