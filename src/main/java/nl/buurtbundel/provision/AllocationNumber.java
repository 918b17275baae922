package nl.buurtbundel.provision;

import java.util.regex.Pattern;

/**
 * The number by which the municipality knows a provision. Unique within a law for allocations that came as a message, and
 * again for provisions from the municipality’s own register, which number on their own.
 */
public record AllocationNumber(Law law, Source source, String value) {
    private static final Pattern PATTERN = Pattern.compile("[0-9A-Za-z._/-]{1,20}");

    /** Where the number was given. */
    public enum Source {
        MESSAGE,
        REGISTER
    }

    public AllocationNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("no allocation number");
        }
    }

    public static AllocationNumber ofMessage(Law law, long number) {
        return new AllocationNumber(law, Source.MESSAGE, Long.toString(number));
    }

    public static AllocationNumber ofRegister(Law law, String number) {
        return new AllocationNumber(law, Source.REGISTER, number);
    }

    public static boolean isValid(String value) {
        return PATTERN.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
