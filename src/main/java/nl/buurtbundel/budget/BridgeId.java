package nl.buurtbundel.budget;

/** Money that was paid while it is argued who pays. */
public record BridgeId(long value) {}
