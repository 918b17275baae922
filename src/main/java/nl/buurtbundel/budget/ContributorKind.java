package nl.buurtbundel.budget;

/** Who gives money for a plan, beside the municipality. */
public enum ContributorKind {
    HEALTH_INSURER,
    HOUSING_ASSOCIATION,
    FUND,
    OTHER_ORGANISATION
}
