package nl.buurtbundel.initiative;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the public timeline: when, what and which office. Never a person.
 *
 * @param messageKey what happened
 * @param reasonKey the message key of why, where a reason was chosen from a list
 */
public record TimelineEntry(
        LocalDate on,
        String messageKey,
        Office office,
        @Nullable String reasonKey) {}
