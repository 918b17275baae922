package nl.buurtbundel.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.provision.Bsn;
import nl.buurtbundel.provision.PostalAddress;
import org.jspecify.annotations.Nullable;

/** One row of a table. Each question names the column; a wrong answer is {@link Wrong}, with that column and a code. */
final class TableRow {
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT));

    private static final Pattern PLAIN = Pattern.compile("[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+[.,][0-9]{1,2}");
    private static final Pattern DUTCH = Pattern.compile("[0-9]{1,3}(\\.[0-9]{3})+,[0-9]{1,2}");
    private static final Pattern ENGLISH = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+\\.[0-9]{1,2}");

    private final CsvRecord record;
    private final Map<String, Integer> places;

    TableRow(CsvRecord record, Map<String, Integer> places) {
        this.record = record;
        this.places = places;
    }

    /** Empty if there is nothing in the column, or no such column. */
    String optional(String column) {
        Integer place = places.get(column);
        return place == null ? "" : record.getField(place).strip();
    }

    String required(String column) {
        String value = optional(column);
        if (value.isEmpty()) {
            throw new Wrong(column, "table-empty", column);
        }
        return value;
    }

    /** A word from a list. */
    <T> T oneOf(String column, Function<String, Optional<T>> list) {
        return list.apply(required(column)).orElseThrow(() -> new Wrong(column, "table-word", column));
    }

    /** What the column holds if the check agrees. */
    String matching(String column, Function<String, Boolean> check) {
        String value = required(column);
        if (!check.apply(value)) {
            throw new Wrong(column, "wrong-value", column);
        }
        return value;
    }

    Bsn bsn(String column) {
        String digits = required(column);
        if (!Bsn.isValid(digits)) {
            throw new Wrong(column, "bsn");
        }
        return new Bsn(digits);
    }

    LocalDate date(String column) {
        return dateOf(column, required(column));
    }

    @Nullable
    LocalDate dateOrNull(String column) {
        String value = optional(column);
        return value.isEmpty() ? null : dateOf(column, value);
    }

    Period period(String first, String last) {
        LocalDate firstDay = date(first);
        @Nullable LocalDate lastDay = dateOrNull(last);
        if (lastDay != null && lastDay.isBefore(firstDay)) {
            throw new Wrong(last, "end-before-start");
        }
        return new Period(firstDay, lastDay);
    }

    /**
     * Euros with a comma or a point. “1.000” alone could be one euro or a thousand, so it is refused; with both signs, or
     * with other decimals, it is clear which is which.
     */
    Money amount(String column) {
        String written = required(column);
        boolean belowZero = written.startsWith("-");
        String value = belowZero ? written.substring(1).strip() : written;
        String digits;
        if (PLAIN.matcher(value).matches()) {
            digits = value;
        } else if (DECIMAL.matcher(value).matches()) {
            digits = value.replace(',', '.');
        } else if (DUTCH.matcher(value).matches()) {
            digits = value.replace(".", "").replace(',', '.');
        } else if (ENGLISH.matcher(value).matches()) {
            digits = value.replace(",", "");
        } else {
            throw new Wrong(column, "table-amount", column);
        }
        if (digits.length() > 12) {
            throw new Wrong(column, "table-amount", column);
        }
        if (belowZero) {
            throw new Wrong(column, "table-amount-above-zero", column);
        }
        return Money.parse(digits);
    }

    Money amountAboveZero(String column) {
        Money amount = amount(column);
        if (!amount.isPositive()) {
            throw new Wrong(column, "table-amount-above-zero", column);
        }
        return amount;
    }

    int number(String column, int least, int most) {
        String value = required(column);
        if (!PLAIN.matcher(value).matches() || value.length() > 9) {
            throw new Wrong(column, "table-number", column);
        }
        int number = Integer.parseInt(value);
        if (number < least || number > most) {
            throw new Wrong(column, "table-number", column);
        }
        return number;
    }

    String postcode(String column) {
        String postcode = PostalAddress.normalisedPostcode(required(column));
        if (!PostalAddress.isPostcode(postcode)) {
            throw new Wrong(column, "table-postcode", column);
        }
        return postcode;
    }

    private static LocalDate dateOf(String column, String value) {
        for (DateTimeFormatter format : DATES) {
            try {
                LocalDate date = LocalDate.parse(value, format);
                if (date.getYear() >= 1850 && date.getYear() <= 2200) {
                    return date;
                }
            } catch (DateTimeParseException e) {
                // perhaps the other way of writing
            }
        }
        throw new Wrong(column, "table-date", column);
    }

    /** What is wrong with a row. */
    static final class Wrong extends RuntimeException {
        private final String field;
        private final String code;
        private final transient List<String> parameters;

        Wrong(String field, String code, String... parameters) {
            super(code, null, false, false);
            this.field = field;
            this.code = code;
            this.parameters = List.of(parameters);
        }

        String field() {
            return field;
        }

        String code() {
            return code;
        }

        List<String> parameters() {
            return parameters;
        }
    }
}
