package nl.buurtbundel.foundation;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number as people type it: with a point or a comma, with or without groups of three digits. */
public final class DecimalText {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,12})?");
    private static final int GROUP = 3;

    private DecimalText() {}

    /**
     * The number meant, or nothing when it could be two. Either sign may stand before the decimals; only one of the language’s
     * groups, followed by exactly three digits, is a group: {@code 1.250} is 1250 in Dutch, {@code 12.50} is 12.50.
     */
    public static Optional<BigDecimal> read(@Nullable String typed, Locale locale) {
        if (typed == null) {
            return Optional.empty();
        }
        String text = typed.replaceAll("[€\\s\\u00a0\\u202f]", "");
        boolean dutch = Messages.supported(locale).equals(Messages.DUTCH);
        char grouping = dutch ? '.' : ',';
        int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        if (last < 0) {
            return number(text);
        }
        char sign = text.charAt(last);
        boolean once = text.indexOf(sign) == last;
        boolean isGroup = !once || sign == grouping && text.length() - last - 1 == GROUP && otherThan(sign, text) < 0;
        String whole = isGroup ? text : text.substring(0, last);
        String decimals = isGroup ? "" : "." + text.substring(last + 1);
        return hasGroupsOfThree(whole) ? number(whole.replaceAll("[.,]", "") + decimals) : Optional.empty();
    }

    /** As it is typed in this language, without groups. */
    public static String write(BigDecimal number, Locale locale) {
        String plain = number.toPlainString();
        return Messages.supported(locale).equals(Messages.DUTCH) ? plain.replace('.', ',') : plain;
    }

    private static int otherThan(char sign, String text) {
        return text.indexOf(sign == '.' ? ',' : '.');
    }

    /** One kind of sign between the groups, and three digits after each. */
    private static boolean hasGroupsOfThree(String whole) {
        return whole.matches("-?\\d+|-?\\d{1,3}(?:\\.\\d{3})+|-?\\d{1,3}(?:,\\d{3})+");
    }

    private static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
