package nl.buurtbundel.assessment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An answer to an objection, about the plan as it was then. */
public record ObjectionAnswer(
        LocalDate on, ObjectionOutcome outcome, @Nullable ArticleReference article, String words) {}
