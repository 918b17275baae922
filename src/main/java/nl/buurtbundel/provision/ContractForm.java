package nl.buurtbundel.provision;

import java.util.Arrays;
import java.util.Optional;

/** How a provision is paid for, which decides whether leaving it frees money. */
public enum ContractForm {
    /** Paid per unit delivered. */
    PER_UNIT("inspanning"),
    /** Paid per trajectory. */
    PER_TRAJECTORY("traject"),
    /** One sum for a task, whoever uses it: no price per household, so leaving frees nothing until the contract changes. */
    LUMP_SUM("lumpsum"),
    /** The resident buys the care (pgb). */
    PERSONAL_BUDGET("pgb"),
    COURSE("cursus"),
    /** Bijzondere bijstand: an individual entitlement (Participatiewet 35). */
    SPECIAL_ASSISTANCE("bijzondere_bijstand");

    private final String code;

    ContractForm(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether it is a contract with a provider, as the tariff file has them. */
    public boolean isWithProvider() {
        return this == PER_UNIT || this == PER_TRAJECTORY || this == LUMP_SUM;
    }

    public boolean freesMoney() {
        return this != LUMP_SUM;
    }

    public String key() {
        return "provision.contract." + code.replace('_', '-');
    }

    public static Optional<ContractForm> find(String code) {
        return Arrays.stream(values()).filter(form -> form.code.equals(code)).findFirst();
    }
}
