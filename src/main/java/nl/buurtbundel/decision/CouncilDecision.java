package nl.buurtbundel.decision;

import java.time.LocalDate;
import nl.buurtbundel.foundation.Refusal;

/**
 * What the council decided on a proposal.
 *
 * @param number in the council’s papers
 */
public record CouncilDecision(boolean adopted, String number, LocalDate on) {
    public static final int LONGEST_NUMBER = 30;

    public CouncilDecision {
        number = number.strip();
        if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
            throw new Refusal("decision.error.council-number", LONGEST_NUMBER);
        }
    }
}
