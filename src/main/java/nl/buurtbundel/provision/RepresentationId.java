package nl.buurtbundel.provision;

/** That somebody may see the file of another. */
public record RepresentationId(long value) {}
