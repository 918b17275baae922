package nl.buurtbundel.decision;

/** That something was solved without the municipality’s money. */
public record SolvedId(long value) {}
