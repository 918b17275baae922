package nl.buurtbundel.decision;

import java.util.Set;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Period;

/**
 * At what level the council authorises, in a period: a programme, or every task field by itself.
 *
 * @param programme its name; empty where every task field stands by itself
 * @param taskFields of the programme; empty where every task field stands by itself
 */
public record AuthorisationRule(AuthorisationLevel level, String programme, Set<String> taskFields, Period validity) {
    public static final int LONGEST_NAME = 100;

    public AuthorisationRule {
        programme = programme.strip();
        taskFields = Set.copyOf(taskFields);
        boolean named = level == AuthorisationLevel.PROGRAMME;
        if (named && (programme.isEmpty() || programme.length() > LONGEST_NAME)) {
            throw new Refusal("decision.error.authorisation-name", LONGEST_NAME);
        }
        if (named && taskFields.isEmpty()) {
            throw new Refusal("decision.error.authorisation-fields");
        }
        if (!named && (!programme.isEmpty() || !taskFields.isEmpty())) {
            throw new Refusal("decision.error.authorisation-no-programme");
        }
    }

    public static AuthorisationRule programme(String name, Set<String> taskFields, Period validity) {
        return new AuthorisationRule(AuthorisationLevel.PROGRAMME, name, taskFields, validity);
    }

    public static AuthorisationRule everyTaskField(Period validity) {
        return new AuthorisationRule(AuthorisationLevel.TASK_FIELD, "", Set.of(), validity);
    }

    /** Two rules that hold at once say the same of no task field twice. */
    void requireBeside(AuthorisationRule other) {
        if (!validity.overlaps(other.validity)) {
            return;
        }
        if (level != other.level || level == AuthorisationLevel.TASK_FIELD) {
            throw new Refusal("decision.error.authorisation-two-levels");
        }
        if (programme.equalsIgnoreCase(other.programme)) {
            throw new Refusal("decision.error.authorisation-name-twice", programme);
        }
        taskFields.stream()
                .filter(other.taskFields::contains)
                .sorted()
                .findFirst()
                .ifPresent(twice -> {
                    throw new Refusal("decision.error.authorisation-field-twice", twice, other.programme);
                });
    }
}
