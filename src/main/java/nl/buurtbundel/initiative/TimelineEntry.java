package nl.buurtbundel.initiative;

import java.time.LocalDate;

/** One line of the public timeline: when, what (a message key) and which office. Never a person. */
public record TimelineEntry(LocalDate on, String messageKey, Office office) {}
