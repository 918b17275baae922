package nl.buurtbundel.assessment;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * An objection as staff see it. It names the office and never the person.
 *
 * @param reply what the office answered to what the kind asks back; null for nothing
 * @param earlier what was answered about earlier versions of the plan, the oldest first
 * @param blocks no advice in favour and no grant while this is true
 */
public record ObjectionView(
        ObjectionId id,
        int version,
        ObjectionKind kind,
        String words,
        @Nullable String reply,
        @Nullable ArticleReference article,
        Role office,
        LocalDate raisedOn,
        LocalDate answerBy,
        ObjectionState state,
        List<ObjectionAnswer> earlier,
        boolean blocks,
        @Nullable ObjectionOutcome outcome,
        @Nullable String answerWords,
        @Nullable LocalDate answeredOn) {
    public ObjectionView {
        earlier = List.copyOf(earlier);
    }

    /** Until when what is said on this day holds the plan up by itself. */
    public static LocalDate answerBy(LocalDate raisedOn) {
        return raisedOn.plusDays(Objection.DAYS_TO_ANSWER);
    }
}
