package nl.buurtbundel.provision;

import java.util.Arrays;
import java.util.Optional;

/** In what a volume is counted: code list WJ756. */
public enum Unit {
    MINUTE("01"),
    HOUR("04"),
    DAY_AND_NIGHT("14"),
    HALF_DAY("16"),
    PIECE_OF_OUTPUT("82"),
    /** Money: the volume is in euro cents. */
    EURO("83"),
    PIECE_OF_EFFORT("84");

    private final String code;

    Unit(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public boolean isTime() {
        return this == MINUTE || this == HOUR;
    }

    public boolean isPiece() {
        return this == PIECE_OF_OUTPUT || this == PIECE_OF_EFFORT;
    }

    /** Whether a price in the other unit can price a volume in this one. */
    boolean canBePricedIn(Unit other) {
        return this == other || isTime() && other.isTime() || isPiece() && other.isPiece();
    }

    /** Minutes for time, one for everything else: the ratio of two of these converts a volume into the unit of a price. */
    long minutes() {
        return this == HOUR ? 60 : 1;
    }

    public static Optional<Unit> find(String code) {
        return Arrays.stream(values()).filter(unit -> unit.code.equals(code)).findFirst();
    }
}
