package nl.buurtbundel.catalogue;

import nl.buurtbundel.foundation.Refusal;

/** A part of the whole that is not known exactly, in basis points (1 % = 100), with the assumption behind it. */
public record ShareEstimate(int low, int likely, int high, Assumption assumption) {
    public static final int WHOLE = 10_000;

    public ShareEstimate {
        if (low < 0 || low > likely || likely > high || high > WHOLE) {
            throw new Refusal("catalogue.error.share-order");
        }
    }

    /** This share of a number of households, rounded half up to whole households. */
    public static int of(int households, int basisPoints) {
        return Math.toIntExact((2L * households * basisPoints + WHOLE) / (2L * WHOLE));
    }
}
