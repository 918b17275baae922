package nl.buurtbundel.initiative;

import java.util.Map;
import nl.buurtbundel.foundation.Refusal;

/**
 * An unfinished plan, as typed so far: nothing in it needs to be right yet.
 *
 * @param step the step of the form the user was at, from 1
 * @param answers what was typed, by the name of the field
 */
public record Draft(int step, Map<String, String> answers) {
    private static final int MOST_CHARACTERS = 20_000;
    private static final int MOST_ANSWERS = 100;

    public Draft {
        answers = Map.copyOf(answers);
        int characters = answers.values().stream().mapToInt(String::length).sum();
        if (answers.size() > MOST_ANSWERS || characters > MOST_CHARACTERS) {
            throw new Refusal("initiative.error.draft-too-long");
        }
    }
}
