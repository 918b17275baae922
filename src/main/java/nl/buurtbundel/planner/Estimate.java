package nl.buurtbundel.planner;

/** A whole number that is not known exactly: low, likely and high, in that order. */
public record Estimate(int low, int likely, int high) {

    public Estimate {
        if (low < 0) {
            throw new InvalidProblem("estimate.low", InvalidProblem.Reason.NEGATIVE);
        }
        if (low > likely || likely > high) {
            throw new InvalidProblem("estimate", InvalidProblem.Reason.NOT_ASCENDING);
        }
    }

    /** The same number in every scenario. */
    public static Estimate certain(int number) {
        return new Estimate(number, number, number);
    }

    public int at(Scenario scenario) {
        return switch (scenario) {
            case LOW -> low;
            case LIKELY -> likely;
            case HIGH -> high;
        };
    }
}
