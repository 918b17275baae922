package nl.buurtbundel.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * How long a step on a plan took one office, of however many people.
 *
 * @param plan null for what was about no plan, or about many
 * @param hands how many different people took part
 */
record Worked(@Nullable Long plan, WorkStep step, Role office, long seconds, int hands) {
    private static final Comparator<Worked> ORDER = Comparator.comparing(
                    Worked::plan, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Worked::step)
            .thenComparing(Worked::office);

    /**
     * From touches to time. The time from one touch of a person to the next is work on what was touched first, if they are close
     * enough; the last of a stretch counts for the smallest time. So no second of anybody counts twice, however many
     * plans they have open, and the order in which the touches are given does not matter.
     */
    static List<Worked> of(Collection<Touch> touches, WorkRule rule) {
        Map<Long, List<Touch>> byHand = touches.stream().collect(Collectors.groupingBy(Touch::hand));
        Map<Subject, Long> seconds = new LinkedHashMap<>();
        Map<Subject, Set<Long>> hands = new LinkedHashMap<>();
        byHand.forEach((hand, theirs) -> {
            List<Touch> inTime = theirs.stream().sorted(Touch.IN_TIME).toList();
            for (int i = 0; i < inTime.size(); i++) {
                Touch touch = inTime.get(i);
                Subject subject = new Subject(touch.plan(), touch.step(), touch.office());
                Instant next = i + 1 < inTime.size() ? inTime.get(i + 1).at() : null;
                seconds.merge(subject, counted(touch.at(), next, rule).toSeconds(), Long::sum);
                hands.computeIfAbsent(subject, anything -> new HashSet<>()).add(hand);
            }
        });
        List<Worked> worked = new ArrayList<>();
        seconds.forEach((subject, time) -> worked.add(new Worked(
                subject.plan(),
                subject.step(),
                subject.office(),
                time,
                hands.getOrDefault(subject, Set.of()).size())));
        worked.sort(ORDER);
        return List.copyOf(worked);
    }

    private static Duration counted(Instant at, @Nullable Instant next, WorkRule rule) {
        if (next == null) {
            return rule.single();
        }
        Duration apart = Duration.between(at, next);
        return apart.compareTo(rule.gap()) <= 0 ? apart : rule.single();
    }

    private record Subject(@Nullable Long plan, WorkStep step, Role office) {}
}
