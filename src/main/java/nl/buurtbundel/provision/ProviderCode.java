package nl.buurtbundel.provision;

import java.util.regex.Pattern;

/** A care provider: the AGB code of eight digits. */
public record ProviderCode(String value) {
    private static final Pattern PATTERN = Pattern.compile("[0-9]{8}");

    public ProviderCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("no AGB code: " + value);
        }
    }

    public static boolean isValid(String value) {
        return PATTERN.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
