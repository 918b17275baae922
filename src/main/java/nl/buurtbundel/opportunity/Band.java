package nl.buurtbundel.opportunity;

import java.util.List;
import java.util.Locale;
import nl.buurtbundel.foundation.Messages;
import org.jspecify.annotations.Nullable;

/**
 * How many minutes a week, as a range and never exactly.
 *
 * @param from minutes; null when the minutes are not known
 * @param below minutes; null when there is no upper end
 */
public record Band(@Nullable Integer from, @Nullable Integer below, boolean withUnknown) implements Comparable<Band> {
    /** In ascending order; households of whom no minutes are known come last. */
    static final List<Band> ALL = List.of(
            new Band(0, 60, false),
            new Band(60, 120, false),
            new Band(120, 150, false),
            new Band(150, 240, false),
            new Band(240, null, false),
            new Band(null, null, true));

    static Band of(@Nullable Integer weeklyMinutes) {
        return ALL.stream()
                .filter(band -> band.holds(weeklyMinutes))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no band for " + weeklyMinutes));
    }

    boolean holds(@Nullable Integer minutes) {
        if (minutes == null) {
            return withUnknown;
        }
        return from != null && minutes >= from && (below == null || minutes < below);
    }

    /** One range over both; these are neighbours. */
    Band with(Band next) {
        if (from == null) {
            return new Band(next.from, next.below, true);
        }
        return next.from == null
                ? new Band(from, below, true)
                : new Band(from, next.below, withUnknown || next.withUnknown);
    }

    /** The range in words. */
    public String text(Locale locale) {
        if (from == null) {
            return Messages.text(locale, "opportunity.band.unknown");
        }
        if (from == 0 && below == null) {
            return Messages.text(locale, "opportunity.band.all");
        }
        String range = below == null
                ? Messages.text(locale, "opportunity.band.from", from)
                : Messages.text(locale, "opportunity.band.between", from, below);
        return withUnknown ? Messages.text(locale, "opportunity.band.with-unknown", range) : range;
    }

    String code() {
        return (from == null ? "" : from + "-" + (below == null ? "" : below)) + (withUnknown ? "?" : "");
    }

    @Override
    public int compareTo(Band other) {
        return Integer.compare(
                from == null ? Integer.MAX_VALUE : from, other.from == null ? Integer.MAX_VALUE : other.from);
    }
}
