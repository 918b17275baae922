package nl.buurtbundel.foundation;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of the day as people type it: hours and minutes, with a colon or a point between them, or hours alone. */
public final class TimeText {
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3])(?:[:.]([0-5]\\d))?");

    private TimeText() {}

    /** The time meant, or nothing when no clock shows it: 25:99 is not the next day. */
    public static Optional<LocalTime> read(String typed) {
        Matcher time = TIME.matcher(typed.strip());
        if (!time.matches()) {
            return Optional.empty();
        }
        String minutes = time.group(2);
        return Optional.of(
                LocalTime.of(Integer.parseInt(time.group(1)), minutes == null ? 0 : Integer.parseInt(minutes)));
    }
}
