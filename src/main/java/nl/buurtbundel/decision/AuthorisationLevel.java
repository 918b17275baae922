package nl.buurtbundel.decision;

/** What the council authorises as one whole (Gemeentewet 189 and 212; BBV): inside it the college moves money itself. */
public enum AuthorisationLevel {
    /** A named set of task fields. */
    PROGRAMME,
    /** Every task field by itself. */
    TASK_FIELD
}
