package nl.buurtbundel.provision;

/**
 * A citizen service number on its way in. It is never stored and never printed: {@link Pseudonyms} makes an opaque key of it.
 */
public final class Bsn {
    private final String digits;

    public Bsn(String digits) {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("no BSN");
        }
        this.digits = digits;
    }

    /** Nine digits that pass the eleven test: 9 × the first, 8 × the second … 2 × the eighth, minus the last. */
    public static boolean isValid(String text) {
        if (text.length() != 9) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return false;
            }
            sum += (digit - '0') * (i == 8 ? -1 : 9 - i);
        }
        return sum % 11 == 0 && !"000000000".equals(text);
    }

    String digits() {
        return digits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bsn bsn && bsn.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    /** Hides the number, so that no log or error can show it. */
    @Override
    public String toString() {
        return "BSN";
    }
}
