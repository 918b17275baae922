package nl.buurtbundel.decision;

import java.time.Instant;

/** That somebody signed, in what office and when. The name stays in the audit log. */
public record Signed(SignatureKind kind, Office office, Instant at) {}
