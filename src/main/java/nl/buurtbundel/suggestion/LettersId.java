package nl.buurtbundel.suggestion;

/** The letters of one invitation. */
public record LettersId(long value) {}
