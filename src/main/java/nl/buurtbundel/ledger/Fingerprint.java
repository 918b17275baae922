package nl.buurtbundel.ledger;

/**
 * The book in one line: equal for equal books, and for no others.
 *
 * @param transfers how many it is of
 * @param hash SHA-256, over every transfer in the order of the book
 */
public record Fingerprint(long transfers, String hash) {}
