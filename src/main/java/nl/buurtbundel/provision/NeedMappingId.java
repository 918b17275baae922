package nl.buurtbundel.provision;

/** One row of the table that says which product answers which need. */
public record NeedMappingId(long value) {}
