package nl.buurtbundel.release;

/** One change order. */
public record ChangeOrderId(long value) {}
