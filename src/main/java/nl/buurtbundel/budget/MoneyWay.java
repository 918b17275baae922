package nl.buurtbundel.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Origin;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.opportunity.Cell;
import nl.buurtbundel.opportunity.SuppressionRule;
import org.jspecify.annotations.Nullable;

/**
 * The way of the money of one initiative, from task field to payment. Realised and planned are never added up.
 *
 * @param reserved held for a proposal that is not decided yet
 * @param granted what decisions gave, less what went back when the plan ended
 * @param paid what of it has left the municipality
 * @param returned what was granted and went back when the plan ended
 * @param repaid what realised release has given back to pre-financing for this initiative
 * @param sources where what was granted came from; together exactly what was granted
 * @param planned what may still come free; a forecast
 * @param waiting what came free and is not there yet
 * @param late what came free for a year that was closed by then, and does not come
 * @param grouped several sources are shown as one, because what stands behind one of them may not be shown
 * @param exact for eyes that may see single households; for others what few of them stand behind is left out
 */
public record MoneyWay(
        String reference,
        NeighbourhoodCode neighbourhood,
        Money reserved,
        Money granted,
        Money paid,
        Money returned,
        Money repaid,
        List<Source> sources,
        List<Planned> planned,
        List<Waiting> waiting,
        List<LateRelease> late,
        boolean grouped,
        boolean exact) {

    public MoneyWay {
        sources = List.copyOf(sources);
        planned = List.copyOf(planned);
        waiting = List.copyOf(waiting);
        late = List.copyOf(late);
    }

    /**
     * One kind of origin of what was granted.
     *
     * @param kind none: sources of several kinds, shown as one
     * @param taskField whose money it was; empty when shown as one
     * @param released what households freed of it, grant by grant; empty when none did
     * @param steps the way back, the last step first
     */
    public record Source(
            @Nullable CoverKind kind,
            String taskField,
            Money granted,
            Money paid,
            List<Cell> released,
            List<Step> steps) {
        public Source {
            released = List.copyOf(released);
            steps = List.copyOf(steps);
        }

        public Money left() {
            return granted.minus(paid);
        }
    }

    /** A step on the way back, for all money of a source that took it. */
    public record Step(
            Reason reason,
            AccountKind from,
            AccountKind to,
            String taskField,
            LocalDate firstOn,
            LocalDate lastOn,
            Money amount) {}

    /**
     * What may come free in a task field.
     *
     * @param households how many stand behind it; rounded for who may not see single ones
     */
    public record Planned(String taskField, Money aYear, int households) {}

    /**
     * What came free for certain and is not in the budget yet.
     *
     * @param year the fiscal year in which it can be used
     * @param households how many stand behind it
     * @param since the day from which it could have been used: when it came free, or when its year began
     * @param lacking what the task field is short of before all that waits in it can be booked; zero while the year has not begun
     */
    public record Waiting(
            FiscalYear year, String taskField, Money amount, int households, LocalDate since, Money lacking) {

        /** It waits already; if not, nothing of it can be used before that day. */
        public boolean waitsOn(LocalDate day) {
            return !since.isAfter(day);
        }
    }

    /** What came free for certain and is not in the budget yet, of all years. */
    public Map<String, Money> waitingByTaskField() {
        Map<String, Money> amounts = new LinkedHashMap<>();
        waiting.forEach(one -> amounts.merge(one.taskField(), one.amount(), Money::plus));
        return amounts;
    }

    public Money inWaiting() {
        return Money.sum(waiting.stream().map(Waiting::amount).toList());
    }

    /** All that decisions gave, also what went back since. */
    public Money grantedInAll() {
        return granted.plus(returned);
    }

    /** What was granted and not yet paid. */
    public Money left() {
        return granted.minus(paid);
    }

    /** What pre-financing bears at this moment; nothing, once what was repaid and what went back make it whole. */
    public Money preFinanced() {
        return Money.sum(sources.stream()
                        .filter(source -> source.kind() == CoverKind.PRE_FINANCING)
                        .map(Source::granted)
                        .toList())
                .minus(repaid)
                .max(Money.ZERO);
    }

    /**
     * The same way for eyes that may not see single households: when what stands behind a source, or behind what one grant added
     * to it, may not be shown, sources are shown as one, so that the missing one cannot be worked out from the others or from
     * what was there before. What waits or came late moves with every household: nothing of it is shown, nor that there is any.
     *
     * @param tellsBesideEarlier what an earlier proposal showed would tell of few households beside it
     */
    MoneyWay withoutSmallGroups(SuppressionRule rule, boolean tellsBesideEarlier) {
        boolean small = tellsBesideEarlier || hasSmallGroups(sources, rule);
        Source all = new Source(null, "", granted, paid, List.of(), List.of());
        return new MoneyWay(
                reference,
                neighbourhood,
                reserved,
                granted,
                paid,
                returned,
                small ? Money.ZERO : repaid,
                small ? List.of(all) : sources,
                planned,
                List.of(),
                List.of(),
                small,
                false);
    }

    static boolean hasSmallGroups(List<Source> sources, SuppressionRule rule) {
        return sources.stream().flatMap(source -> source.released().stream()).anyMatch(rule::hidesAmount);
    }

    /**
     * What of the money of one account was paid or is still there. A plan returns what is left when it has ended, after its last
     * payment: what was paid are the oldest lots, and the rest of what has left went back.
     */
    static List<Origin> kept(List<Origin> oldestFirst, Money paid) {
        Money left = Money.sum(oldestFirst.stream()
                .map(origin -> origin.amount().minus(origin.remaining()))
                .toList());
        if (left.compareTo(paid) <= 0) {
            return oldestFirst;
        }
        List<Origin> kept = new ArrayList<>();
        Money unexplained = paid;
        for (Origin origin : oldestFirst) {
            Money spent = unexplained.min(origin.amount().minus(origin.remaining()));
            unexplained = unexplained.minus(spent);
            Money amount = spent.plus(origin.remaining());
            if (amount.isPositive()) {
                kept.add(new Origin(amount, origin.remaining(), origin.steps()));
            }
        }
        return kept;
    }

    /** The help that an amount came free from, if it did. */
    static Optional<String> releaseOf(Origin origin) {
        return origin.steps().stream()
                .filter(step -> step.reason() == Reason.RELEASE_REALISED
                        || step.reason() == Reason.CARRIED_OVER && step.to().kind() == AccountKind.RELEASED)
                .map(Origin.Step::reference)
                .findFirst();
    }

    /**
     * Who stands behind an amount, if it came free from somebody’s help. What was put back on released money by another way than
     * it came counts as one household’s too: it is as much as release has repaid.
     *
     * @param households by the help that money came free from
     */
    static Optional<String> householdBehind(Origin origin, Map<String, String> households) {
        boolean wasRelease = origin.steps().stream()
                .anyMatch(step ->
                        step.from().kind() == AccountKind.RELEASED || step.to().kind() == AccountKind.RELEASED);
        return releaseOf(origin)
                .map(help -> households.getOrDefault(help, HelpedHouseholds.UNKNOWN))
                .or(() -> wasRelease ? Optional.of(HelpedHouseholds.UNKNOWN) : Optional.empty());
    }

    /**
     * Groups exact origins by where the grant was borne from.
     *
     * @param households by the help that money came free from
     */
    static List<Source> sources(List<Origin> origins, Map<String, String> households) {
        Map<List<Object>, Collected> groups = new LinkedHashMap<>();
        for (Origin origin : origins) {
            Origin.Step last = origin.steps().get(0);
            CoverKind kind = kind(last.from().kind());
            String taskField = last.from().taskField();
            groups.computeIfAbsent(List.of(kind, taskField), key -> new Collected(kind, taskField, households))
                    .add(origin);
        }
        return groups.values().stream()
                .map(Collected::source)
                .sorted(Comparator.comparing((Source source) -> kindOf(source)).thenComparing(Source::taskField))
                .toList();
    }

    private static CoverKind kindOf(Source source) {
        CoverKind kind = source.kind();
        return kind == null ? CoverKind.APPROPRIATION : kind;
    }

    private static CoverKind kind(AccountKind from) {
        return switch (from) {
            case CONTRIBUTED -> CoverKind.CONTRIBUTION;
            case RELEASED -> CoverKind.REALISED_RELEASE;
            case PRE_FINANCING -> CoverKind.PRE_FINANCING;
            default -> CoverKind.APPROPRIATION;
        };
    }

    private static final class Collected {
        private final CoverKind kind;
        private final String taskField;
        private Money granted = Money.ZERO;
        private Money left = Money.ZERO;
        private final Map<String, String> households;
        private final Map<TransferId, Map<String, Money>> releasedByGrant = new LinkedHashMap<>();
        private final Map<List<Object>, Step> steps = new LinkedHashMap<>();

        Collected(CoverKind kind, String taskField, Map<String, String> households) {
            this.kind = kind;
            this.taskField = taskField;
            this.households = households;
        }

        void add(Origin origin) {
            granted = granted.plus(origin.amount());
            left = left.plus(origin.remaining());
            householdBehind(origin, households)
                    .ifPresent(household -> releasedByGrant
                            .computeIfAbsent(origin.steps().get(0).transfer(), grant -> new LinkedHashMap<>())
                            .merge(household, origin.amount(), Money::plus));
            for (Origin.Step step : origin.steps()) {
                Step added = new Step(
                        step.reason(),
                        step.from().kind(),
                        step.to().kind(),
                        step.from().taskField().isEmpty()
                                ? step.to().taskField()
                                : step.from().taskField(),
                        step.on(),
                        step.on(),
                        origin.amount());
                steps.merge(
                        List.of(added.reason(), added.from(), added.to(), added.taskField()),
                        added,
                        Collected::together);
            }
        }

        private static Step together(Step one, Step other) {
            return new Step(
                    one.reason(),
                    one.from(),
                    one.to(),
                    one.taskField(),
                    one.firstOn().isBefore(other.firstOn()) ? one.firstOn() : other.firstOn(),
                    one.lastOn().isAfter(other.lastOn()) ? one.lastOn() : other.lastOn(),
                    one.amount().plus(other.amount()));
        }

        Source source() {
            return new Source(
                    kind,
                    taskField,
                    granted,
                    granted.minus(left),
                    releasedByGrant.values().stream().map(Cell::of).toList(),
                    new ArrayList<>(steps.values()));
        }
    }
}
