package nl.buurtbundel.decision;

/** A rule of the council as it stands in the table. */
public record AuthorisationLine(AuthorisationId id, int version, AuthorisationRule rule) {}
