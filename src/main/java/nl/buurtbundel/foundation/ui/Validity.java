package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Period;

/** From which day until which a line of a table counts, as two fields and in words. */
public final class Validity implements Serializable {
    private static final long serialVersionUID = 1;

    private final DatePicker first;
    private final DatePicker last;

    /** Two fields for a new line; without a last day it counts until it is ended. */
    public Validity(Locale locale, LocalDate from) {
        first = day(locale, "foundation.validity.first-day");
        first.setValue(from);
        last = day(locale, "foundation.validity.last-day-if-any");
    }

    /** A field for the day on which a line ends. */
    public static DatePicker lastDay(Locale locale, LocalDate proposed) {
        DatePicker day = day(locale, "foundation.validity.last-day");
        day.setValue(proposed);
        return day;
    }

    public DatePicker first() {
        return first;
    }

    public DatePicker last() {
        return last;
    }

    /** @throws Refusal if the first day is missing or after the last, or what was typed is no day */
    public Period read() {
        LocalDate from = Required.in(first);
        LocalDate until = IfGiven.day(last);
        if (until != null && until.isBefore(from)) {
            throw new FieldRefusal(last, "foundation.error.ends-before-start");
        }
        return new Period(from, until);
    }

    public static String words(Locale locale, Period period) {
        Formats formats = Formats.of(locale);
        LocalDate lastDay = period.lastDay();
        String from = formats.shortDate(period.firstDay());
        return lastDay == null
                ? Messages.text(locale, "foundation.validity.from", from)
                : Messages.text(locale, "foundation.validity.from-until", from, formats.shortDate(lastDay));
    }

    private static DatePicker day(Locale locale, String key) {
        return new DayField(Messages.text(locale, key));
    }
}
