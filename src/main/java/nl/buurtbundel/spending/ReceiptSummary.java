package nl.buurtbundel.spending;

/** A receipt of an expense; what it shows is read on its own. */
public record ReceiptSummary(ReceiptId id, ReceiptKind kind) {}
