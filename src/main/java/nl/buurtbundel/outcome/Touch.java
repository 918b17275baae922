package nl.buurtbundel.outcome;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.StaffDeed;
import org.jspecify.annotations.Nullable;

/**
 * One moment at which somebody opened a page or took a step.
 *
 * @param hand tells two people apart
 * @param plan null for what is about no plan, or about many
 */
record Touch(long hand, Role office, Instant at, @Nullable Long plan, WorkStep step) {
    /** Touches of one moment have an order too, so that the same touches always tell the same. */
    static final Comparator<Touch> IN_TIME = Comparator.comparing(Touch::at)
            .thenComparing(Touch::plan, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Touch::step)
            .thenComparing(Touch::office);

    private static final Pattern PLAN = Pattern.compile("(?:^|.* )initiative[=:]([0-9]{1,18})(?: .*|$)");

    static Optional<Touch> of(StaffDeed deed) {
        return WorkStep.ofDeed(deed.action())
                .map(step -> new Touch(deed.by().value(), deed.office(), deed.at(), planOf(deed), step));
    }

    private static @Nullable Long planOf(StaffDeed deed) {
        if (deed.subjectType().equals("initiative")) {
            return Long.valueOf(deed.subject());
        }
        Matcher named = PLAN.matcher(deed.details());
        return named.matches() ? Long.valueOf(named.group(1)) : null;
    }
}
