package nl.buurtbundel.suggestion;

import java.time.Instant;
import java.util.List;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.CostLine;
import nl.buurtbundel.catalogue.Delay;
import nl.buurtbundel.catalogue.GroupSize;
import nl.buurtbundel.catalogue.MovedCost;
import nl.buurtbundel.catalogue.Payer;
import nl.buurtbundel.catalogue.ShareEstimate;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a decision rested on, of the frozen suggestion that the plan began with: the prices and assumptions of the catalogue as
 * they are, and what came of them as those who decide were shown it. The exact sum stays with the team: what households cost
 * today is in no document that leaves it.
 *
 * @param startUpShare of one group, in one of the years over which start-up is spread
 * @param moved what somebody else comes to bear; zero with an assumption means: not counted
 * @param shown null where what is spent was not published
 * @param certificate of the plan for the whole neighbourhood; null where nothing is shown, and where nothing was planned
 */
public record DecisionGround(
        long suggestion,
        Instant madeAt,
        String need,
        String alternative,
        int catalogueVersion,
        ShareEstimate uptake,
        ShareEstimate replacedShare,
        GroupSize size,
        Delay delay,
        List<Line> yearly,
        List<Line> startUp,
        int startUpYears,
        Money startUpShare,
        List<Moved> moved,
        @Nullable Shown shown,
        @Nullable Certificate certificate) {
    private static final int WHOLE_PERCENT = 100;

    public DecisionGround {
        yearly = List.copyOf(yearly);
        startUp = List.copyOf(startUp);
        moved = List.copyOf(moved);
    }

    /**
     * @param amount price times factors, of one group or one household
     * @param times how many of these; null where that is not shown
     * @param total null where that is not shown
     */
    public record Line(
            CostLine line,
            Money amount,
            @Nullable Integer times,
            @Nullable Money total) {

        private static Line of(CostLine line, @Nullable Shown shown) {
            if (shown == null) {
                return new Line(line, line.amount(), null, null);
            }
            int times = line.basis() == CostLine.Basis.GROUP ? shown.groups() : shown.households();
            return new Line(line, line.amount(), times, line.amount().times(times));
        }
    }

    public record Moved(Payer payer, Line line) {}

    /**
     * @param households that likely join, rounded to 5
     * @param aYear what it costs with as many, with a part of what it takes to begin
     * @param replaced what it likely replaces in a full year, in thousands of euros
     * @param ofToday of what is spent today on everybody with this need, in whole percents
     * @param ofReplaced of what it likely replaces, in whole percents; 0 when that is not known
     * @param breakEven from how many households on it pays, as residents see it; null when no number is enough
     */
    public record Shown(
            int households,
            int groups,
            Money aYear,
            Money replaced,
            int ofToday,
            int ofReplaced,
            @Nullable Integer breakEven) {}

    /**
     * What may leave the team of the planner’s certificate: its euros are of all households of the neighbourhood.
     *
     * @param chosen the plan opened this alternative
     * @param proved no better plan exists
     * @param gapPercent how far a better one could be away at most, rounded up; null where the plan gains nothing
     */
    public record Certificate(
            boolean chosen, boolean proved, @Nullable Integer gapPercent) {

        private static Certificate of(PlanProof proof) {
            boolean gains = proof.result().isPositive();
            return new Certificate(
                    proof.chosen(), proof.proved(), gains ? (Integer) percentUp(proof.gap(), proof.result()) : null);
        }

        private static int percentUp(Money part, Money whole) {
            long rounded = part.timesFraction(WHOLE_PERCENT, whole.cents()).cents();
            boolean less = Math.multiplyExact(rounded, whole.cents())
                    < part.times(WHOLE_PERCENT).cents();
            return Math.toIntExact(less ? rounded + 1 : rounded);
        }
    }

    /** @param outside the sum of what was published; null when it was not */
    static DecisionGround of(
            SuggestionId id, Instant madeAt, Sum sum, @Nullable Sum outside, BeganWith.@Nullable Compared compared) {
        CollectiveAlternative alternative = sum.alternative();
        Shown shown = outside == null || compared == null
                ? null
                : new Shown(
                        compared.households(),
                        outside.likely().groups(),
                        compared.aYear(),
                        LikelyRelease.of(id, outside, true).aYear(),
                        compared.cost().ofToday(),
                        compared.cost().ofReplaced(),
                        compared.breakEven());
        PlanProof proof = sum.proof();
        return new DecisionGround(
                id.value(),
                madeAt,
                sum.basis().need(),
                alternative.id(),
                sum.catalogueVersion(),
                alternative.uptake(),
                alternative.replacedShare(),
                alternative.size(),
                alternative.delay(),
                alternative.yearlyCosts().stream()
                        .map(line -> Line.of(line, shown))
                        .toList(),
                alternative.startUp().lines().stream()
                        .map(line -> Line.of(line, shown))
                        .toList(),
                alternative.startUp().years(),
                alternative.startUp().yearlyShare(),
                alternative.movedCosts().stream()
                        .map((MovedCost moved) -> new Moved(moved.payer(), Line.of(moved.line(), shown)))
                        .toList(),
                shown,
                shown == null || proof == null ? null : Certificate.of(proof));
    }
}
