package nl.buurtbundel.provision;

import java.util.Arrays;
import java.util.Optional;

/** What somebody is in a household. */
public enum HouseholdRole {
    PARENT("ouder"),
    CHILD("kind"),
    PARTNER("partner"),
    SINGLE("alleenstaand"),
    OTHER("overig");

    private final String code;

    HouseholdRole(String code) {
        this.code = code;
    }

    public static Optional<HouseholdRole> find(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
