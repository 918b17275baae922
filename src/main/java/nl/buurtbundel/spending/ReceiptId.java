package nl.buurtbundel.spending;

/** A receipt. Opaque: from one nobody can guess another. */
public record ReceiptId(String value) {}
