package nl.buurtbundel.provision;

import java.util.Arrays;
import java.util.Optional;

/** What somebody needs help with. Which product answers which need is a table that the municipality edits. */
public enum Need {
    PARENTING_SUPPORT("parenting-support"),
    HOUSEHOLD_HELP("household-help"),
    GUIDANCE("guidance"),
    DAY_ACTIVITIES("day-activities"),
    TRANSPORT("transport"),
    RESPITE("respite"),
    PERSONAL_CARE("personal-care"),
    AIDS("aids"),
    MEALS("meals"),
    DEBT_HELP("debt-help"),
    /** Treatment, such as youth mental health care: stays individual unless the municipality maps it otherwise. */
    TREATMENT("treatment"),
    /** Protection, safety and residential care. */
    PROTECTED("protected");

    private final String code;

    Need(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether people with this need could ever arrange it together. */
    public boolean canBeShared() {
        return this != PROTECTED && this != TREATMENT;
    }

    /** The message key of its name. */
    public String key() {
        return "provision.need." + code;
    }

    public static Optional<Need> find(String code) {
        return Arrays.stream(values()).filter(need -> need.code.equals(code)).findFirst();
    }
}
