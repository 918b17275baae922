package nl.buurtbundel.neighbourhood;

import java.util.regex.Pattern;

/** A neighbourhood (buurt): BU and eight characters. Letters occur (BU0363AA01), so it is never a number. Source: CBS, Wijk- en buurtindeling. */
public record NeighbourhoodCode(String value) implements Comparable<NeighbourhoodCode> {
    private static final Pattern PATTERN = Pattern.compile("BU[0-9A-Z]{8}");

    public NeighbourhoodCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("no BU code: " + value);
        }
    }

    public static boolean isValid(String value) {
        return PATTERN.matcher(value).matches();
    }

    public MunicipalityCode municipality() {
        return new MunicipalityCode("GM" + value.substring(2, 6));
    }

    public DistrictCode district() {
        return new DistrictCode("WK" + value.substring(2, 8));
    }

    @Override
    public int compareTo(NeighbourhoodCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
