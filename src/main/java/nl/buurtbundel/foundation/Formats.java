package nl.buurtbundel.foundation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import nl.buurtbundel.money.Money;

/**
 * Amounts, shares, counts and dates as people read them, in Dutch or in English. Every other language gets Dutch. The
 * signs are fixed here and not taken from the locale data of the JDK, which change from release to release.
 */
public final class Formats implements Serializable {

    /** Dates and deadlines are those of the Netherlands; instants are kept in UTC. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final long serialVersionUID = 1;
    private static final Locale DUTCH = new Locale("nl", "NL");
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char MINUS = '\u2212';

    private final boolean english;

    private Formats(boolean english) {
        this.english = english;
    }

    public static Formats of(Locale locale) {
        return new Formats(locale.getLanguage().equals(Locale.ENGLISH.getLanguage()));
    }

    public Locale locale() {
        return english ? Locale.UK : DUTCH;
    }

    /** € 1.234,56 in Dutch, €1,234.56 in English. */
    public String euros(Money amount) {
        return euros(amount, 2);
    }

    /** € 1.235: rounded half up to whole euros, for pictures and headlines. The table beside it has the cents. */
    public String wholeEuros(Money amount) {
        return euros(amount, 0);
    }

    /** As {@link #wholeEuros}, with a plus before what is gained: + € 11.896 or − € 102.894. */
    public String gain(Money amount) {
        return plus(amount) + wholeEuros(amount);
    }

    /** As {@link #euros}, with a plus before what is more: + € 0,40 or − € 12,30. */
    public String difference(Money amount) {
        return plus(amount) + euros(amount);
    }

    private String plus(Money amount) {
        return amount.isPositive() ? "+" + (english ? "" : NO_BREAK_SPACE) : "";
    }

    /** € 50.000 to € 120.000, in whole euros. */
    public String wholeEuros(Money low, Money high) {
        return wholeEuros(low) + (english ? " to " : " tot ") + wholeEuros(high);
    }

    /**
     * The share of {@code part} in {@code whole} in whole percents, rounded half up.
     *
     * @throws ArithmeticException if {@code whole} is zero: a share of nothing does not exist
     */
    public String percentage(long part, long whole) {
        return percentage(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP), 0);
    }

    /** As {@link #percentage(long, long)}, for amounts. */
    public String percentage(Money part, Money whole) {
        return percentage(part.cents(), whole.cents());
    }

    /** A fraction such as 0.123 as 12,3%. */
    public String percentage(BigDecimal fraction, int decimals) {
        BigDecimal rounded = fraction.movePointRight(2).setScale(decimals, RoundingMode.HALF_UP);
        return sign(rounded.signum()) + digits(rounded.abs(), decimals) + "%";
    }

    public String count(long number) {
        return sign(Long.signum(number)) + digits(BigDecimal.valueOf(number).abs(), 0);
    }

    /** A number with as many decimals as it needs, at most the given number: 5,5 hours, 46 weeks. */
    public String number(BigDecimal number, int mostDecimals) {
        BigDecimal rounded = number.setScale(mostDecimals, RoundingMode.HALF_UP).stripTrailingZeros();
        return sign(rounded.signum()) + digits(rounded.abs(), Math.max(0, rounded.scale()));
    }

    /** 21 november 2026. */
    public String date(LocalDate date) {
        return text(date, "d MMMM uuuu");
    }

    /** 21-11-2026 in Dutch, 21/11/2026 in English: for tables. */
    public String shortDate(LocalDate date) {
        return text(date, english ? "dd/MM/uuuu" : "dd-MM-uuuu");
    }

    /** 21 november 2026, 14:05 on a Dutch clock. */
    public String dateTime(Instant instant) {
        return text(instant.atZone(ZONE), "d MMMM uuuu, HH:mm");
    }

    /** 21 november 2026, on a Dutch calendar. */
    public String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, ZONE));
    }

    /** november 2026. */
    public String month(YearMonth month) {
        return text(month, "MMMM uuuu");
    }

    /** nov 2026: for the foot of a picture. */
    public String shortMonth(YearMonth month) {
        return text(month, "MMM uuuu").replace(".", "");
    }

    private String euros(Money amount, int decimals) {
        BigDecimal rounded = amount.inEuros().setScale(decimals, RoundingMode.HALF_UP);
        String sign = sign(rounded.signum());
        return english
                ? sign + '€' + digits(rounded.abs(), decimals)
                : (sign.isEmpty() ? "" : sign + NO_BREAK_SPACE)
                        + '€'
                        + NO_BREAK_SPACE
                        + digits(rounded.abs(), decimals);
    }

    private static String sign(int signum) {
        return signum < 0 ? String.valueOf(MINUS) : "";
    }

    private String digits(BigDecimal absolute, int decimals) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(english ? ',' : '.');
        symbols.setDecimalSeparator(english ? '.' : ',');
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(absolute);
    }

    private String text(TemporalAccessor moment, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale()).format(moment);
    }
}
