package nl.buurtbundel.assessment;

import nl.buurtbundel.catalogue.Text;

/** A legal gate of a collective alternative as the catalogue words it, copied when the assessment opens. */
public record GateText(String article, Text plainWords, Text whoChecks) {}
