package nl.buurtbundel.assessment;

/** Where the assessment of one version of a plan stands. */
public enum AssessmentState {
    OPEN,
    /** Back with the residents, with questions. */
    RETURNED,
    ADVISED
}
