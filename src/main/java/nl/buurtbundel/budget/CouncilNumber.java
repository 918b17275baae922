package nl.buurtbundel.budget;

import nl.buurtbundel.foundation.Refusal;

/** The number of a decision in the council’s papers, unique in the municipality. */
public record CouncilNumber(String value) {
    public static final int LONGEST = 50;

    /** @throws Refusal for nothing and for what is longer than fifty characters */
    public CouncilNumber {
        value = value.strip();
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new Refusal("budget.error.council-decision", LONGEST);
        }
    }
}
