package nl.buurtbundel.budget;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.opportunity.Cell;
import nl.buurtbundel.opportunity.SuppressionRule;
import org.jspecify.annotations.Nullable;

/**
 * What of a forecast may be seen by eyes that may not see single households. It changes on the first day of a month, and is cut
 * into parts of which each could be shown by itself: those that change, and those that stay behind. Every sum that is ever
 * shown is a sum of whole parts, so that who compares days, lines and columns learns of no part that is smaller. Reckoned from
 * dates that never change afterwards, so that the same day always looks the same.
 */
final class ShownForecast {

    private ShownForecast() {}

    /**
     * The forecast for one provision, with the days on which it changed.
     *
     * @param household whose help it is
     * @param plannedOn the day on which it was made
     * @param realisedOn the day from which it is certain
     * @param droppedOn the day on which it fell away, or was replaced by another
     */
    record Dated(
            String household,
            String taskField,
            MonthlyCover.Release expected,
            LocalDate plannedOn,
            @Nullable LocalDate realisedOn,
            @Nullable LocalDate droppedOn) {

        /** As it stood when the day began. */
        private State before(LocalDate day) {
            if (!plannedOn.isBefore(day) || droppedOn != null && droppedOn.isBefore(day)) {
                return State.ABSENT;
            }
            return realisedOn != null && realisedOn.isBefore(day) ? State.REALISED : State.PLANNED;
        }
    }

    private enum State {
        ABSENT,
        PLANNED,
        REALISED
    }

    /** What is shown of one provision: not by itself, only to be added up. */
    record Shown(String household, String taskField, MonthlyCover.Release release) {
        private static Shown of(InPart one) {
            return new Shown(one.forecast().household(), one.forecast().taskField(), one.release());
        }
    }

    /** A forecast as it is shown together with the others of its part. */
    record InPart(Dated forecast, MonthlyCover.Release release) {}

    /** What is shown on a day. */
    static List<Shown> on(LocalDate today, List<Dated> forecasts, SuppressionRule rule) {
        return parts(today, forecasts, rule).stream()
                .flatMap(part -> part.stream().map(Shown::of))
                .toList();
    }

    /** The same, in parts of which each may be shown by itself. */
    static List<List<InPart>> parts(LocalDate today, List<Dated> forecasts, SuppressionRule rule) {
        // each column of a month and each line of a task field is a sum of whole groups
        Map<List<Object>, List<Dated>> groups = new LinkedHashMap<>();
        forecasts.forEach(one -> groups.computeIfAbsent(
                        List.of(one.taskField(), one.expected().from()), group -> new ArrayList<>())
                .add(one));
        List<List<InPart>> shown = new ArrayList<>();
        groups.values().forEach(group -> shown.addAll(new Group(group, rule).on(today)));
        return shown;
    }

    /**
     * Something that happened to one household’s money.
     *
     * @param undoneOn the day on which it was corrected
     */
    record Event(
            String household,
            LocalDate on,
            Money amount,
            @Nullable LocalDate undoneOn) {}

    /** What of it is shown on a day, added up. */
    static Money sum(LocalDate today, List<Event> events, SuppressionRule rule) {
        List<Dated> dated = events.stream()
                .map(event -> new Dated(
                        event.household(),
                        "",
                        new MonthlyCover.Release(YearMonth.from(LocalDate.EPOCH), event.amount(), true),
                        event.on(),
                        null,
                        event.undoneOn()))
                .toList();
        return Money.sum(on(today, dated, rule).stream()
                .map(shown -> shown.release().aYear())
                .toList());
    }

    /**
     * Forecasts that have always been shown together, or that never were.
     *
     * @param realisedIn the month in which it was seen that they are certain
     */
    private record Part(State state, @Nullable YearMonth realisedIn, boolean everShown, List<Dated> members) {}

    private static final class Group {
        private final SuppressionRule rule;
        private final LocalDate firstShown;
        private List<Part> parts;

        Group(List<Dated> all, SuppressionRule rule) {
            this.rule = rule;
            this.firstShown = all.stream()
                    .map(Dated::plannedOn)
                    .min(Comparator.naturalOrder())
                    .orElseThrow()
                    .plusDays(1);
            this.parts = List.of(new Part(State.ABSENT, null, false, all));
        }

        List<List<InPart>> on(LocalDate today) {
            if (firstShown.isAfter(today)) {
                return List.of();
            }
            // what a grant plans for all at once is shown the next day, everything else month by month
            take(firstShown);
            for (LocalDate day = firstShown.withDayOfMonth(1).plusMonths(1);
                    !day.isAfter(today);
                    day = day.plusMonths(1)) {
                take(day);
            }
            return parts.stream()
                    .filter(part -> part.state() != State.ABSENT)
                    .map(part -> part.members().stream()
                            .map(one -> new InPart(one, release(part, one)))
                            .toList())
                    .toList();
        }

        private void take(LocalDate day) {
            List<Part> next = new ArrayList<>();
            parts.forEach(part -> next.addAll(cut(part, day)));
            parts = next;
        }

        /** Whoever changes goes on as a part of its own, if that and what stays behind may both be seen. */
        private List<Part> cut(Part part, LocalDate day) {
            Map<State, List<Dated>> byState = part.members().stream()
                    .collect(Collectors.groupingBy(one -> one.before(day), TreeMap::new, Collectors.toList()));
            List<Part> cut = new ArrayList<>();
            List<Dated> rest = part.members();
            for (Map.Entry<State, List<Dated>> changed : byState.entrySet()) {
                List<Dated> staying = new ArrayList<>(rest);
                staying.removeAll(changed.getValue());
                boolean stayingSafe = !part.everShown() || staying.isEmpty() || mayBeSeen(staying);
                if (changed.getKey() != part.state() && stayingSafe && mayBeSeen(changed.getValue())) {
                    YearMonth seenIn = changed.getKey() == State.REALISED ? YearMonth.from(day.minusDays(1)) : null;
                    cut.add(new Part(changed.getKey(), seenIn, true, changed.getValue()));
                    rest = staying;
                }
            }
            if (!rest.isEmpty()) {
                cut.add(new Part(part.state(), part.realisedIn(), part.everShown(), rest));
            }
            return cut;
        }

        private boolean mayBeSeen(List<Dated> members) {
            return !rule.hidesAmount(Cell.of(members.stream()
                    .collect(Collectors.toMap(
                            Dated::household, one -> one.expected().aYear(), Money::plus))));
        }

        private static MonthlyCover.Release release(Part part, Dated one) {
            YearMonth realised = part.realisedIn();
            return realised == null
                    ? one.expected()
                    : new MonthlyCover.Release(realised, one.expected().aYear(), true);
        }
    }
}
