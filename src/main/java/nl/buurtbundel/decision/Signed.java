package nl.buurtbundel.decision;

import java.time.Instant;

/** That somebody signed, as what and when. The name stays in the audit log. */
public record Signed(SignatureKind kind, Instant at) {}
