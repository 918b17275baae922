package nl.buurtbundel.neighbourhood;

import java.util.regex.Pattern;

/** A district (wijk): WK and six characters, of which the first four are the municipality. Source: CBS, Wijk- en buurtindeling. */
public record DistrictCode(String value) implements Comparable<DistrictCode> {
    private static final Pattern PATTERN = Pattern.compile("WK[0-9A-Z]{6}");

    public DistrictCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("no WK code: " + value);
        }
    }

    public static boolean isValid(String value) {
        return PATTERN.matcher(value).matches();
    }

    public MunicipalityCode municipality() {
        return new MunicipalityCode("GM" + value.substring(2, 6));
    }

    @Override
    public int compareTo(DistrictCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
