package nl.buurtbundel.catalogue;

import nl.buurtbundel.foundation.Refusal;

/**
 * Why we take a number: how well it is known, where it comes from, and of which year it is.
 *
 * @param year the year of the price or of the figure
 */
public record Assumption(Evidence evidence, Text source, int year) {

    public Assumption {
        if (year < 2000 || year > 2100) {
            throw new Refusal("catalogue.error.year", year);
        }
    }
}
