package nl.buurtbundel.planner;

/**
 * How long the planner may search, in nodes of its search tree: a count, not a clock, so that the same question gets the
 * same answer on every machine.
 */
public record Effort(long nodes) {

    /** Enough to prove every neighbourhood we know; a ceiling that hardly fits may need more. */
    public static final Effort USUAL = new Effort(20_000);

    public Effort {
        if (nodes < 1) {
            throw new IllegalArgumentException("no search in " + nodes + " nodes");
        }
    }
}
