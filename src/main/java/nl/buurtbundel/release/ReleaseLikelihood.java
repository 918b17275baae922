package nl.buurtbundel.release;

import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.money.Money;

/**
 * How much of what is expected comes free, by the step that was reached: in hundredths of a percent, low, likely and high.
 *
 * <p>These shares are an <b>assumption</b>, and stand here only. Nobody has counted yet how many households turn back after each
 * step; the further the road, the fewer. A stop message is certain: it is what makes a release real. The screens that reckon with
 * these shares say so.
 */
public enum ReleaseLikelihood {
    /** The plan was granted; nobody has left the own help. */
    GRANTED(4_000, 7_000, 9_000),
    /** It runs on trial: each household still chooses. */
    ON_TRIAL(4_000, 7_000, 9_000),
    /** It runs for good; the letters still have to go out. */
    RUNNING(6_000, 8_000, 10_000),
    /** The letter was sent, and may be objected to. */
    DECIDED(7_000, 8_500, 10_000),
    /** The provider agreed to the last day. */
    CONSULTED(8_000, 9_000, 10_000),
    /** The back office has the order. */
    ORDERED(8_500, 9_500, 10_000),
    /** The shorter allocation was read in. */
    CHANGED(9_000, 9_700, 10_000),
    /** The provider has stopped. */
    STOPPED(10_000, 10_000, 10_000);

    private static final int WHOLE = 10_000;

    private final int low;
    private final int likely;
    private final int high;

    ReleaseLikelihood(int low, int likely, int high) {
        this.low = low;
        this.likely = likely;
        this.high = high;
    }

    /** As far as the plan itself has come: for who may not see single households. */
    static ReleaseLikelihood of(Stage stage) {
        return switch (stage) {
            case RUNNING -> RUNNING;
            case TRIAL -> ON_TRIAL;
            default -> GRANTED;
        };
    }

    public int lowPercent() {
        return low / 100;
    }

    public int likelyPercent() {
        return likely / 100;
    }

    public int highPercent() {
        return high / 100;
    }

    Money low(Money expected) {
        return expected.timesFraction(low, WHOLE);
    }

    Money likely(Money expected) {
        return expected.timesFraction(likely, WHOLE);
    }

    Money high(Money expected) {
        return expected.timesFraction(high, WHOLE);
    }
}
