package nl.buurtbundel.provision;

import java.util.Arrays;
import java.util.Optional;

/** How often a volume is allocated: code list WMO757. The numbers 3 and 5 do not exist. */
public enum Frequency {
    DAY("1", 365_00),
    WEEK("2", 52_14),
    MONTH("4", 12_00),
    /** Once for the whole period of the allocation. */
    WHOLE_PERIOD("6", 0);

    private final String code;
    private final long hundredthsAYear;

    Frequency(String code, long hundredthsAYear) {
        this.code = code;
        this.hundredthsAYear = hundredthsAYear;
    }

    public String code() {
        return code;
    }

    /** How often in a year, in hundredths, so that 52.14 weeks stays exact. */
    long hundredthsAYear() {
        return hundredthsAYear;
    }

    public static Optional<Frequency> find(String code) {
        return Arrays.stream(values())
                .filter(frequency -> frequency.code.equals(code))
                .findFirst();
    }
}
