package nl.buurtbundel.initiative;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the team asked the residents, and what they answered. Free text: for who began the plan, the team and those who
 * decide, never for a public page.
 *
 * @param answeredOn null while it waits for an answer
 * @param answer null while it waits, and where the changed plan was the answer
 */
public record TeamQuestion(
        LocalDate askedOn,
        String question,
        @Nullable LocalDate answeredOn,
        @Nullable String answer) {

    TeamQuestion answered(LocalDate on, @Nullable String words) {
        return new TeamQuestion(askedOn, question, on, words);
    }

    public boolean waits() {
        return answeredOn == null;
    }
}
