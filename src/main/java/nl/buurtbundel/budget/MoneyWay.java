package nl.buurtbundel.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Origin;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * The way of the money of one initiative, from task field to payment. Realised and planned are never added up.
 *
 * @param reserved held for a proposal that is not decided yet
 * @param granted what decisions gave, less what went back when the plan ended
 * @param paid what of it has left the municipality
 * @param repaid what realised release has given back to pre-financing for this initiative
 * @param sources where what was granted came from; together exactly what was granted
 * @param planned what may still come free; a forecast
 * @param grouped several sources are shown as one, because fewer households stand behind one of them than may be shown
 */
public record MoneyWay(
        String reference,
        NeighbourhoodCode neighbourhood,
        Money reserved,
        Money granted,
        Money paid,
        Money repaid,
        List<Source> sources,
        List<Planned> planned,
        List<Waiting> waiting,
        boolean grouped) {

    public MoneyWay {
        sources = List.copyOf(sources);
        planned = List.copyOf(planned);
        waiting = List.copyOf(waiting);
    }

    /**
     * One kind of origin of what was granted.
     *
     * @param kind none: sources of several kinds, shown as one
     * @param taskField whose money it was; empty when shown as one
     * @param releases how many realised releases stand behind it
     * @param fewest how many stand behind it in the grant that took the fewest; 0 when none does
     * @param steps the way back, the last step first
     */
    public record Source(
            @Nullable CoverKind kind,
            String taskField,
            Money granted,
            Money paid,
            int releases,
            int fewest,
            List<Step> steps) {
        public Source {
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
     * @param aYear none: fewer households stand behind it than may be shown
     * @param provisions how many stand behind it; 0 when that may not be shown
     */
    public record Planned(String taskField, @Nullable Money aYear, int provisions) {}

    /**
     * What came free for certain and is not in the budget yet.
     *
     * @param year the fiscal year in which it can be used
     * @param amount none: fewer households stand behind it than may be shown
     * @param provisions how many stand behind it; 0 when that may not be shown
     */
    public record Waiting(
            FiscalYear year, String taskField, @Nullable Money amount, int provisions) {}

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
     * The same way for eyes that may not see single households: when fewer releases than the threshold stand behind a source, or
     * behind what one grant added to it, sources are shown as one, so that the missing one cannot be worked out from the others
     * or from what was there before. What waits moves with every household, so that it shows no amount at all.
     */
    MoneyWay withoutSmallGroups(int threshold) {
        List<Planned> shownPlanned = planned.stream()
                .map(plan -> plan.provisions() < threshold ? new Planned(plan.taskField(), null, 0) : plan)
                .toList();
        List<Waiting> shownWaiting = waiting.stream()
                .map(wait -> new Waiting(wait.year(), wait.taskField(), null, 0))
                .toList();
        boolean small = sources.stream().anyMatch(source -> source.fewest() > 0 && source.fewest() < threshold);
        if (!small) {
            return new MoneyWay(
                    reference,
                    neighbourhood,
                    reserved,
                    granted,
                    paid,
                    repaid,
                    sources,
                    shownPlanned,
                    shownWaiting,
                    false);
        }
        Source all = new Source(null, "", granted, paid, 0, 0, List.of());
        return new MoneyWay(
                reference,
                neighbourhood,
                reserved,
                granted,
                paid,
                Money.ZERO,
                List.of(all),
                shownPlanned,
                shownWaiting,
                true);
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

    /** Groups exact origins by where the grant was borne from. */
    static List<Source> sources(List<Origin> origins) {
        Map<List<Object>, Collected> groups = new LinkedHashMap<>();
        for (Origin origin : origins) {
            Origin.Step last = origin.steps().get(0);
            CoverKind kind = kind(last.from().kind());
            String taskField = last.from().taskField();
            groups.computeIfAbsent(List.of(kind, taskField), key -> new Collected(kind, taskField))
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
        private final Map<TransferId, Set<String>> releasesByGrant = new HashMap<>();
        private final Map<List<Object>, Step> steps = new LinkedHashMap<>();

        Collected(CoverKind kind, String taskField) {
            this.kind = kind;
            this.taskField = taskField;
        }

        void add(Origin origin) {
            granted = granted.plus(origin.amount());
            left = left.plus(origin.remaining());
            for (Origin.Step step : origin.steps()) {
                if (step.reason() == Reason.RELEASE_REALISED) {
                    releasesByGrant
                            .computeIfAbsent(origin.steps().get(0).transfer(), grant -> new HashSet<>())
                            .add(step.reference());
                }
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
            Set<String> releases = new HashSet<>();
            releasesByGrant.values().forEach(releases::addAll);
            int fewest =
                    releasesByGrant.values().stream().mapToInt(Set::size).min().orElse(0);
            return new Source(
                    kind,
                    taskField,
                    granted,
                    granted.minus(left),
                    releases.size(),
                    fewest,
                    new ArrayList<>(steps.values()));
        }
    }
}
