package nl.buurtbundel.release;

/** The office that has a step of a release. Screens show the office, never the person. */
public enum StepOwner {
    TEAM,
    BACK_OFFICE,
    PROVIDER,
    /** The program, once a message or a day makes it so. */
    SYSTEM
}
