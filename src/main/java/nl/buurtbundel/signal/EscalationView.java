package nl.buurtbundel.signal;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.assessment.ArticleReference;
import nl.buurtbundel.budget.EscalationLevel;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A plan that is stuck, and how far it is.
 *
 * @param version the version seen, to send along with a command
 * @param title of the plan
 * @param late its level has not found a way in time
 * @param answerWaits a table outside the municipality has it, and has not answered yet
 * @param forMe the reader is the one whose turn it is
 * @param mayHandOn the reader can ask one level up
 * @param steps what was done, the oldest first
 */
public record EscalationView(
        EscalationId id,
        int version,
        InitiativeId plan,
        String title,
        EscalationReason reason,
        EscalationLevel level,
        LocalDate dueOn,
        boolean late,
        boolean answerWaits,
        boolean forMe,
        boolean mayHandOn,
        List<Step> steps) {
    public EscalationView {
        steps = List.copyOf(steps);
    }

    /**
     * @param amount what was bridged; for staff only
     * @param words for staff only; empty for none
     */
    public record Step(
            LocalDate on,
            EscalationDeed deed,
            EscalationLevel level,
            @Nullable LocalDate until,
            @Nullable ArticleReference article,
            @Nullable Money amount,
            String words) {}
}
