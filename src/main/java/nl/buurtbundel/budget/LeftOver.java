package nl.buurtbundel.budget;

/** Where money goes that a plan leaves unspent. Chosen with the decision that grants it, and changed only by a new one. */
public enum LeftOver {
    /** Back to what bore it: what came free stays in the neighbourhood, for another plan. */
    NEIGHBOURHOOD,
    /**
     * What came free goes on to the task field that it came free from, or to the reserves where the council gave it from these;
     * what something else bore goes back there.
     */
    TASK_FIELD
}
