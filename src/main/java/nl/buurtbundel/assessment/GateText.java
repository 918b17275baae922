package nl.buurtbundel.assessment;

/** A legal gate of a collective alternative as the catalogue words it, copied when the assessment opens. */
public record GateText(String article, String plainWordsNl, String plainWordsEn, String whoChecks) {}
