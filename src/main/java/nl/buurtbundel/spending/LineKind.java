package nl.buurtbundel.spending;

/** What a budget line stands for. */
enum LineKind {
    /** A cost line of the plan, under its own words. */
    COST,
    /** What it takes to begin. */
    START_UP,
    /** What was paid or made ready before there were lines. */
    EARLIER
}
