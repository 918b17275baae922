package nl.buurtbundel.budget;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What of a forecast may be seen by eyes that may not see single households. It changes on the first day of a month, and then
 * only by changes that at least as many households as the threshold made together: who compares two days learns of no
 * household. Reckoned from dates that never change afterwards, so that the same day always looks the same.
 */
final class ShownForecast {

    private ShownForecast() {}

    /**
     * The forecast for one provision, with the days on which it changed.
     *
     * @param plannedOn the day on which it was made
     * @param realisedOn the day from which it is certain
     * @param droppedOn the day on which it fell away, or was replaced by another
     */
    record Dated(
            String provision,
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
    record Shown(String taskField, MonthlyCover.Release release) {}

    /** What is shown on a day. */
    static List<Shown> on(LocalDate today, List<Dated> forecasts, int threshold) {
        // each column of a month and each line of a task field is a sum of whole groups
        Map<List<Object>, List<Dated>> groups = new LinkedHashMap<>();
        forecasts.forEach(one -> groups.computeIfAbsent(
                        List.of(one.taskField(), one.expected().from()), group -> new ArrayList<>())
                .add(one));
        List<Shown> shown = new ArrayList<>();
        groups.values().forEach(group -> shown.addAll(new Group(group).on(today, threshold)));
        return shown;
    }

    /** Something that happened to one household’s money. */
    record Event(String provision, LocalDate on, Money amount) {}

    /** What of it is shown on a day, added up. */
    static Money sum(LocalDate today, List<Event> events, int threshold) {
        List<Dated> dated = events.stream()
                .map(event -> new Dated(
                        event.provision(),
                        "",
                        new MonthlyCover.Release(YearMonth.from(LocalDate.EPOCH), event.amount(), true),
                        event.on(),
                        null,
                        null))
                .toList();
        return Money.sum(on(today, dated, threshold).stream()
                .map(shown -> shown.release().aYear())
                .toList());
    }

    private static final class Group {
        private final List<Dated> all;
        private final Map<Dated, State> states = new HashMap<>();
        private final Map<Dated, YearMonth> realisedIn = new HashMap<>();

        Group(List<Dated> all) {
            this.all = all;
        }

        List<Shown> on(LocalDate today, int threshold) {
            LocalDate first = all.stream()
                    .map(Dated::plannedOn)
                    .min(Comparator.naturalOrder())
                    .orElse(today)
                    .plusDays(1);
            if (first.isAfter(today)) {
                return List.of();
            }
            // what a grant plans for all at once is shown the next day, everything else month by month
            take(first, threshold);
            for (LocalDate day = first.withDayOfMonth(1).plusMonths(1); !day.isAfter(today); day = day.plusMonths(1)) {
                take(day, threshold);
            }
            return all.stream()
                    .filter(one -> stateOf(one) != State.ABSENT)
                    .map(this::shown)
                    .toList();
        }

        private void take(LocalDate day, int threshold) {
            Map<List<State>, List<Dated>> changes = new TreeMap<>(Comparator.comparing(List::toString));
            for (Dated one : all) {
                State now = one.before(day);
                if (now != stateOf(one)) {
                    changes.computeIfAbsent(List.of(stateOf(one), now), change -> new ArrayList<>())
                            .add(one);
                }
            }
            changes.forEach((change, changed) -> {
                if (changed.stream().map(Dated::provision).distinct().count() >= threshold) {
                    changed.forEach(one -> enter(one, change.get(1), YearMonth.from(day.minusDays(1))));
                }
            });
        }

        private void enter(Dated one, State state, YearMonth month) {
            states.put(one, state);
            if (state == State.REALISED) {
                realisedIn.put(one, month);
            }
        }

        private State stateOf(Dated one) {
            return states.getOrDefault(one, State.ABSENT);
        }

        private Shown shown(Dated one) {
            YearMonth realised = realisedIn.get(one);
            return stateOf(one) == State.REALISED && realised != null
                    ? new Shown(
                            one.taskField(),
                            new MonthlyCover.Release(realised, one.expected().aYear(), true))
                    : new Shown(one.taskField(), one.expected());
        }
    }
}
