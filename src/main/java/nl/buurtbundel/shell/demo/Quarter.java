package nl.buurtbundel.shell.demo;

import java.util.Locale;

/**
 * A neighbourhood as the generator plans it.
 *
 * @param provisions what it gets besides the fixed cases of its role
 * @param olderPercent how much of the care goes to older residents
 * @param firstAddress the place of its first dwelling in the row of all addresses of the municipality
 */
record Quarter(
        int index,
        String name,
        Role role,
        int provisions,
        int inhabitants,
        int olderPercent,
        int firstAddress,
        int dwellings) {

    /** The story that a neighbourhood tells in the demo. */
    enum Role {
        /** 98 households with parenting support: the worked example. */
        FLAGSHIP,
        /** Day activities under two laws; without consent of some, fewer may be counted. */
        TWO_LAWS,
        /** The same, but without consent it falls below the threshold. */
        TWO_LAWS_SMALL,
        /** Too few households for any need to be shown. */
        BELOW_THRESHOLD,
        /** One household holds more than half of the money for respite. */
        ONE_HOUSEHOLD_DOMINATES,
        /** Guidance by a provider that is paid a lump sum. */
        LUMP_SUM,
        /** Allocations that cannot be placed. */
        WITHOUT_ADDRESS,
        /** Allocations that cannot be costed. */
        WITHOUT_TARIFF,
        ORDINARY;

        /** The need that the role fixes, which random cases therefore leave alone. */
        boolean reserves(String need) {
            return switch (this) {
                case FLAGSHIP -> need.equals("parenting-support");
                case TWO_LAWS, TWO_LAWS_SMALL -> need.equals("day-activities");
                case ONE_HOUSEHOLD_DOMINATES -> need.equals("respite");
                default -> false;
            };
        }
    }

    static final int PER_DISTRICT = 4;

    String code() {
        return String.format(Locale.ROOT, "BU9901%02d%02d", index / PER_DISTRICT + 1, index % PER_DISTRICT + 1);
    }

    String districtCode() {
        return districtCode(index / PER_DISTRICT);
    }

    static String districtCode(int district) {
        return String.format(Locale.ROOT, "WK9901%02d", district + 1);
    }
}
