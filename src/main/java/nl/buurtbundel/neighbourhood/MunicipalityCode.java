package nl.buurtbundel.neighbourhood;

import java.util.regex.Pattern;

/** A municipality: GM and four characters. Source: CBS, Wijk- en buurtindeling. */
public record MunicipalityCode(String value) implements Comparable<MunicipalityCode> {
    private static final Pattern PATTERN = Pattern.compile("GM[0-9A-Z]{4}");

    public MunicipalityCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("no GM code: " + value);
        }
    }

    public static boolean isValid(String value) {
        return PATTERN.matcher(value).matches();
    }

    /** The four characters that municipalities use as sender or receiver in iWmo and iJw messages. */
    public String messageParty() {
        return value.substring(2);
    }

    /** What the codes of its neighbourhoods are like, in a query. */
    public String neighbourhoodPattern() {
        return "BU" + messageParty() + "%";
    }

    @Override
    public int compareTo(MunicipalityCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
