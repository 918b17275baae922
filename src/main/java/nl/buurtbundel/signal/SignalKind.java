package nl.buurtbundel.signal;

import java.util.Arrays;
import java.util.List;

/** How it chafes, in the words of who feels it. */
public enum SignalKind {
    TOO_LONG,
    RULE,
    FORMS,
    UNCLEAR,
    SENT_AROUND,
    MONEY,
    /** “We are too busy”, said without blame: too few hands, and no rule. */
    CAPACITY,
    OTHER,
    /** Somebody went back to the own help. Nobody is asked to say so, and nobody is asked why. */
    WENT_BACK;

    /** What somebody can tap. */
    public static List<SignalKind> tapped() {
        return Arrays.stream(values()).filter(kind -> kind != WENT_BACK).toList();
    }

    /** It is about a household: too few of them are not counted for anybody. */
    boolean isAboutHouseholds() {
        return this == WENT_BACK;
    }
}
