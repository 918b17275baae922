package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.text.DateFormatSymbols;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.buurtbundel.foundation.Messages;

/**
 * A day, typed or chosen from a calendar in the reader’s language, whose week begins on Monday. The calendar opens by its own
 * button or by the arrow key: one that opens with the focus lies over the words of why a day was refused, and over a dialog it
 * hides the page from screen readers, also after both are closed.
 */
public final class DayField extends DatePicker {
    private static final String TYPED = "d-M-yyyy";
    private static final int MONTHS = 12;

    public DayField() {
        Locale locale = Messages.supported(getLocale());
        setLocale(locale);
        setI18n(words(locale));
        setAutoOpen(false);
    }

    public DayField(String label) {
        this();
        setLabel(label);
    }

    static DatePickerI18n words(Locale locale) {
        DateFormatSymbols names = DateFormatSymbols.getInstance(locale);
        return new DatePickerI18n()
                .setMonthNames(Arrays.asList(names.getMonths()).subList(0, MONTHS))
                .setWeekdays(fromSunday(names.getWeekdays()))
                .setWeekdaysShort(fromSunday(names.getShortWeekdays()))
                .setFirstDayOfWeek(DayOfWeek.MONDAY.getValue())
                .setDateFormat(TYPED)
                .setToday(Messages.text(locale, "foundation.day.today"))
                .setCancel(Messages.text(locale, "foundation.confirm.cancel"))
                .setBadInputErrorMessage(Messages.text(locale, "foundation.day.no-day"))
                .setRequiredErrorMessage(Messages.text(locale, "foundation.day.no-day"))
                .setMinErrorMessage(Messages.text(locale, "foundation.day.too-early"))
                .setMaxErrorMessage(Messages.text(locale, "foundation.day.too-late"));
    }

    /** Java leaves the place before Sunday empty. */
    private static List<String> fromSunday(String[] names) {
        return Arrays.asList(names).subList(1, names.length);
    }
}
