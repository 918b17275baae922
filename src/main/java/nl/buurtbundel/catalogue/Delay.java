package nl.buurtbundel.catalogue;

import nl.buurtbundel.foundation.Refusal;

/** How many months after the start the individual provisions really end. */
public record Delay(int months, Assumption assumption) {

    public Delay {
        if (months < 0 || months > 12) {
            throw new Refusal("catalogue.error.months");
        }
    }
}
