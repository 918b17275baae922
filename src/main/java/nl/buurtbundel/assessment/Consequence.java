package nl.buurtbundel.assessment;

/** What a plan does to somebody or something, soon or later. */
public record Consequence(Affected affected, Term term, Effect effect) {

    /** To whom or what it happens. */
    public enum Affected {
        RESIDENT,
        FAMILY,
        /** Neighbours, school, work: who and what is around them. */
        SURROUNDINGS,
        /** The money of the municipality. */
        PURSE
    }

    /** When. */
    public enum Term {
        SHORT,
        LONG
    }

    /** What becomes of it. */
    public enum Effect {
        BETTER,
        SAME,
        WORSE
    }
}
