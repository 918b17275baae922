package nl.buurtbundel.decision;

import java.time.Instant;

/**
 * That somebody signed, in what office and when. The name stays in the audit log.
 *
 * @param byDeputy somebody stood in for who holds that office
 */
public record Signed(SignatureKind kind, Office office, boolean byDeputy, Instant at) {}
