package nl.buurtbundel.spending;

/** Something that was agreed and is not paid yet. */
public record CommitmentId(long value) {}
