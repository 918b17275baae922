package nl.buurtbundel.suggestion;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nl.buurtbundel.catalogue.Assumption;
import nl.buurtbundel.catalogue.CatalogueItem;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.CostLine;
import nl.buurtbundel.catalogue.Evidence;
import nl.buurtbundel.catalogue.Factor;
import nl.buurtbundel.catalogue.PricePer;
import nl.buurtbundel.catalogue.ShareEstimate;
import nl.buurtbundel.catalogue.StartUp;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.catalogue.Unit;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Sets an alternative against what is spent today. Participants are as drawn from all eligible households: the sum knows
 * classes and means, not households, and cannot pick the dearest.
 */
final class Calculation {
    private static final int WHOLE = ShareEstimate.WHOLE;
    private static final int MONTHS = 12;
    /** How far a number without a stated range is moved to see what hangs on it, in basis points of itself. */
    private static final int STEP = 1000;

    private final Basis basis;
    private final CollectiveAlternative alternative;
    private final Money today;
    private final int eligible;

    private Calculation(Basis basis, CollectiveAlternative alternative) {
        this.basis = basis;
        this.alternative = alternative;
        this.today = basis.expected();
        this.eligible = basis.households();
    }

    static Sum of(Basis basis, CatalogueItem item, @Nullable PlanProof proof) {
        Calculation calculation = new Calculation(basis, item.alternative());
        Outcome likely = calculation.likely();
        ShareEstimate share = item.alternative().replacedShare();
        ShareEstimate uptake = item.alternative().uptake();
        return new Sum(
                basis,
                item.alternative(),
                item.version(),
                calculation.today,
                calculation.outcome(uptake.low(), share.low()),
                likely,
                calculation.outcome(uptake.high(), share.high()),
                calculation.firstYear(likely),
                calculation.ofDearest(likely),
                calculation.costLine(likely),
                calculation.replacedLine(likely),
                calculation.weaknesses(),
                calculation.otherPayers(likely),
                proof);
    }

    private Outcome likely() {
        return outcome(
                alternative.uptake().likely(), alternative.replacedShare().likely());
    }

    private Outcome outcome(int uptake, int share) {
        int households =
                Math.min(ShareEstimate.of(eligible, uptake), alternative.size().capacity());
        int groups = alternative.size().groupsFor(households);
        Money replaced = replaced(households, share);
        Money cost = alternative.yearlyCost(groups, households);
        @Nullable Integer breakEven = breakEven(groups, share);
        int most = Math.min(eligible, alternative.size().capacity());
        return new Outcome(
                households,
                share,
                groups,
                households >= alternative.size().minimumHouseholds(),
                replaced,
                cost,
                replaced.minus(cost),
                breakEven,
                breakEven != null && breakEven <= most,
                basisPoints(cost, today),
                replaced.isPositive() ? basisPoints(cost, replaced) : null);
    }

    /** Mean of all eligible households times those who join times the share, rounded once. */
    private Money replaced(int households, int share) {
        return today.timesFraction((long) households * share, (long) eligible * WHOLE);
    }

    /** The smallest number of households whose replaced support pays for the opened groups; null when none does. */
    private @Nullable Integer breakEven(int groups, int share) {
        Money fixed = alternative.yearlyCost(groups, 0);
        BigInteger scale = BigInteger.valueOf(eligible).multiply(BigInteger.valueOf(WHOLE));
        BigInteger margin = BigInteger.valueOf(today.cents())
                .multiply(BigInteger.valueOf(share))
                .subtract(
                        BigInteger.valueOf(alternative.householdCost().cents()).multiply(scale));
        if (margin.signum() <= 0) {
            return null;
        }
        BigInteger needed = BigInteger.valueOf(fixed.cents())
                .multiply(scale)
                .add(margin.subtract(BigInteger.ONE))
                .divide(margin);
        return needed.bitLength() > 30 ? null : needed.intValueExact();
    }

    private FirstYear firstYear(Outcome likely) {
        int late = alternative.delay().months();
        Money replaced = today.timesFraction(
                (long) likely.households() * likely.replacedShare() * (MONTHS - late),
                (long) eligible * WHOLE * MONTHS);
        Money running = alternative.runningCost(likely.groups(), likely.households());
        Money startUp = alternative.startUp().total().times(likely.groups());
        return new FirstYear(
                late, replaced, running, startUp, replaced.minus(running).minus(startUp));
    }

    private Money ofDearest(Outcome likely) {
        List<BasisClass> dearestFirst = basis.classes().stream()
                .sorted(Comparator.comparing(this::mean).reversed())
                .toList();
        BigDecimal spend = BigDecimal.ZERO;
        int left = likely.households();
        for (BasisClass one : dearestFirst) {
            int taken = Math.min(left, one.households());
            spend = spend.add(mean(one).multiply(BigDecimal.valueOf(taken)));
            left -= taken;
        }
        BigDecimal share = BigDecimal.valueOf(likely.replacedShare()).movePointLeft(4);
        return Money.ofEuros(spend.multiply(share).movePointLeft(2)).minus(likely.cost());
    }

    /** In cents, kept far beyond the cent: it is multiplied by many households. */
    private BigDecimal mean(BasisClass one) {
        BigDecimal usage = BigDecimal.valueOf(basis.usage()).movePointLeft(4);
        return BigDecimal.valueOf(one.allocated().cents())
                .multiply(usage)
                .add(BigDecimal.valueOf(one.declared().plus(one.unsplit()).cents()))
                .divide(BigDecimal.valueOf(one.households()), 12, java.math.RoundingMode.HALF_UP);
    }

    private SumLine costLine(Outcome likely) {
        List<SumLine> lines = new ArrayList<>();
        for (CostLine line : alternative.yearlyCosts()) {
            lines.add(opened(line, line.basis() == CostLine.Basis.GROUP ? likely.groups() : likely.households()));
        }
        StartUp startUp = alternative.startUp();
        if (!startUp.lines().isEmpty()) {
            lines.add(times(
                    likely.groups(),
                    SumLine.product(
                            Text.ofMessage("suggestion.line.start-up", startUp.years()),
                            startUp.total(),
                            PricePer.ONCE,
                            List.of(),
                            startUp.years(),
                            null,
                            startUp.lines().stream()
                                    .map(line -> opened(line, 1))
                                    .toList()),
                    Unit.PIECES));
        }
        return SumLine.sum(Text.ofMessage("suggestion.line.together"), lines);
    }

    private static SumLine opened(CostLine line, int times) {
        SumLine one = SumLine.product(
                line.name(), line.price(), line.pricePer(), line.factors(), 1, line.assumption(), List.of());
        return line.basis() == CostLine.Basis.GROUP
                ? times(times, one, Unit.PIECES)
                : SumLine.product(
                        line.name(),
                        one.amount(),
                        PricePer.YEAR,
                        List.of(Factor.of(times, Unit.HOUSEHOLDS)),
                        1,
                        line.assumption(),
                        List.of(one));
    }

    private static SumLine times(int times, SumLine one, Unit unit) {
        return times == 1
                ? one
                : SumLine.product(
                        one.name(),
                        one.amount(),
                        PricePer.YEAR,
                        List.of(Factor.of(times, unit)),
                        1,
                        one.assumption(),
                        List.of(one));
    }

    private SumLine replacedLine(Outcome likely) {
        return SumLine.product(
                Text.ofMessage("suggestion.line.replaced", likely.households(), eligible),
                today,
                PricePer.YEAR,
                List.of(
                        Factor.of(likely.households(), Unit.HOUSEHOLDS),
                        new Factor(BigDecimal.valueOf(likely.replacedShare()).movePointLeft(4), Unit.SHARE)),
                eligible,
                alternative.replacedShare().assumption(),
                basis.classes().stream().map(this::todayLine).toList());
    }

    private SumLine todayLine(BasisClass one) {
        List<SumLine> parts = new ArrayList<>();
        if (one.declared().isPositive()) {
            parts.add(aYear("suggestion.line.declared", one.declared(), proof("suggestion.source.declared")));
        }
        if (one.allocated().isPositive()) {
            Factor used = new Factor(BigDecimal.valueOf(basis.usage()).movePointLeft(4), Unit.SHARE);
            boolean even = one.allocatedHouseholds() > 0 && one.allocated().cents() % one.allocatedHouseholds() == 0;
            Money price = even ? one.allocated().timesFraction(1, one.allocatedHouseholds()) : one.allocated();
            parts.add(SumLine.product(
                    Text.ofMessage("suggestion.line.allocated"),
                    price,
                    PricePer.YEAR,
                    even ? List.of(Factor.of(one.allocatedHouseholds(), Unit.HOUSEHOLDS), used) : List.of(used),
                    1,
                    assumption("suggestion.source.usage"),
                    List.of()));
        }
        if (one.unsplit().isPositive()) {
            parts.add(aYear("suggestion.line.unsplit", one.unsplit(), assumption("suggestion.source.unsplit")));
        }
        return SumLine.sum(one.name(), parts);
    }

    /** One amount as it is. */
    private static SumLine aYear(String name, Money amount, Assumption source) {
        return SumLine.product(Text.ofMessage(name), amount, PricePer.YEAR, List.of(), 1, source, List.of());
    }

    private List<OtherPayer> otherPayers(Outcome likely) {
        return alternative.movedCosts().stream()
                .map(moved -> new OtherPayer(
                        moved.payer(),
                        opened(
                                moved.line(),
                                moved.line().basis() == CostLine.Basis.GROUP ? likely.groups() : likely.households())))
                .toList();
    }

    private List<Weakness> weaknesses() {
        List<Weakness> found = new ArrayList<>();
        ShareEstimate share = alternative.replacedShare();
        ShareEstimate uptake = alternative.uptake();
        if (share.assumption().evidence() != Evidence.PROOF) {
            found.add(weakness(
                    Text.ofMessage("suggestion.weak.replaced"),
                    share.assumption().evidence(),
                    range(share.low(), share.high()),
                    outcome(uptake.likely(), share.low()).result(),
                    outcome(uptake.likely(), share.high()).result()));
        }
        if (uptake.assumption().evidence() != Evidence.PROOF) {
            found.add(weakness(
                    Text.ofMessage("suggestion.weak.uptake"),
                    uptake.assumption().evidence(),
                    range(uptake.low(), uptake.high()),
                    outcome(uptake.low(), share.likely()).result(),
                    outcome(uptake.high(), share.likely()).result()));
        }
        int less = basis.usage() - basis.usage() * STEP / WHOLE;
        int more = Math.min(WHOLE, basis.usage() + basis.usage() * STEP / WHOLE);
        if (basis.classes().stream().anyMatch(one -> one.allocated().isPositive())) {
            found.add(weakness(
                    Text.ofMessage("suggestion.weak.usage"),
                    Evidence.ASSUMPTION,
                    range(less, more),
                    new Calculation(basis.withUsage(less), alternative).likely().result(),
                    new Calculation(basis.withUsage(more), alternative).likely().result()));
        }
        List<CostLine> lines = new ArrayList<>(alternative.yearlyCosts());
        lines.addAll(alternative.startUp().lines());
        for (CostLine line : lines) {
            if (line.assumption().evidence() != Evidence.PROOF) {
                found.add(weakness(
                        line.name(),
                        line.assumption().evidence(),
                        Text.ofMessage("suggestion.weak.price"),
                        withPrice(line, WHOLE + STEP).likely().result(),
                        withPrice(line, WHOLE - STEP).likely().result()));
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(Weakness::effect).reversed())
                .toList();
    }

    private Calculation withPrice(CostLine line, int basisPoints) {
        Money price = line.price().timesFraction(basisPoints, WHOLE);
        return new Calculation(basis, alternative.withPrice(line.id(), price, line.assumption()));
    }

    private static Weakness weakness(Text name, Evidence evidence, Text range, Money one, Money other) {
        Money lowest = one.min(other);
        Money highest = one.max(other);
        return new Weakness(name, evidence, range, lowest, highest, highest.minus(lowest));
    }

    private static Text range(int low, int high) {
        return new Text(range(Messages.DUTCH, low, high), range(Messages.ENGLISH, low, high));
    }

    private static String range(Locale locale, int low, int high) {
        Formats formats = Formats.of(locale);
        return Messages.text(locale, "suggestion.weak.range", percentage(formats, low), percentage(formats, high));
    }

    private static String percentage(Formats formats, int basisPoints) {
        return formats.percentage(BigDecimal.valueOf(basisPoints).movePointLeft(4), basisPoints % 100 == 0 ? 0 : 1);
    }

    private static int basisPoints(Money part, Money whole) {
        return whole.isPositive()
                ? (int) Math.min(
                        999_999,
                        Money.ofCents(WHOLE)
                                .timesFraction(part.cents(), whole.cents())
                                .cents())
                : 0;
    }

    private Assumption proof(String key) {
        return new Assumption(Evidence.PROOF, Text.ofMessage(key), basis.day().getYear());
    }

    private Assumption assumption(String key) {
        return new Assumption(
                Evidence.ASSUMPTION, Text.ofMessage(key), basis.day().getYear());
    }
}
