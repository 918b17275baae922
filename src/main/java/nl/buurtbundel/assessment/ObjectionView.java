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
 * @param deviation by which it is answered, or was until its day was over; null for none
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
        @Nullable LocalDate answeredOn,
        @Nullable Deviation deviation) {
    public ObjectionView {
        earlier = List.copyOf(earlier);
    }

    /** It points at a rule, and that rule holds the plan up. */
    public boolean canBeDeviatedFrom() {
        return blocks && article != null;
    }

    /** Until when what is said on this day holds the plan up by itself. */
    public static LocalDate answerBy(LocalDate raisedOn) {
        return raisedOn.plusDays(Objection.DAYS_TO_ANSWER);
    }
}
