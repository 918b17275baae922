package nl.buurtbundel.access;

/** One link of the chain, by which everything before it can be recognised. */
record AuditLink(long number, String hash) {}
