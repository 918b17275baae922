package nl.buurtbundel.signal;

/** One time that it chafed. */
public record SignalId(long value) {}
