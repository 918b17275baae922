package nl.buurtbundel.catalogue;

import nl.buurtbundel.foundation.Refusal;

/** Paid work for residents that comes with it. */
public record Jobs(int number, Text description) {

    public Jobs {
        if (number < 0) {
            throw new Refusal("catalogue.error.jobs");
        }
    }
}
