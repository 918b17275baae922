package nl.buurtbundel.spending;

import nl.buurtbundel.money.Money;

/**
 * A file for the bank: pain.001.001.09 of ISO 20022.
 *
 * @param id by which the bank knows it, and each expense in it
 * @param payments how many are in it
 */
public record PaymentOrder(String id, byte[] file, int payments, Money sum) {
    /** What it is saved as. */
    public String fileName() {
        return id + ".xml";
    }
}
