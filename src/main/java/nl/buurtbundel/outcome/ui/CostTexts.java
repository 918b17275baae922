package nl.buurtbundel.outcome.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.outcome.WorkPart;
import nl.buurtbundel.outcome.WorkRule;

/** What deciding costs in words, in the language of the reader. */
final class CostTexts {
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    private static final int FROM_HOURS = 2 * HOUR;

    private final Locale locale;
    private final Formats formats;

    CostTexts(Locale locale) {
        this.locale = locale;
        this.formats = Formats.of(locale);
    }

    String text(String key, Object... parameters) {
        return Messages.text(locale, key, parameters);
    }

    String euros(Money amount) {
        return formats.euros(amount);
    }

    String count(long number) {
        return formats.count(number);
    }

    /** In minutes, and from two hours on in hours. */
    String time(long seconds) {
        return seconds < FROM_HOURS
                ? text("outcome.cost.minutes", formats.count((seconds + MINUTE / 2) / MINUTE))
                : text(
                        "outcome.cost.hours",
                        formats.number(
                                BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(HOUR), 1, RoundingMode.HALF_UP),
                                1));
    }

    <K extends Enum<K>> String name(String prefix, WorkPart<K> part) {
        return part.findWhat()
                .map(what -> text(prefix + Messages.word(what)))
                .orElseGet(() -> text("outcome.cost.together"));
    }

    /** Each assumption with its value, how well it is known and where it comes from. */
    DataTable assumptions(WorkRule rule) {
        DataTable table = new DataTable(
                text("outcome.assumptions.title"),
                DataTable.Column.text(text("outcome.assumptions.what")),
                DataTable.Column.text(text("outcome.assumptions.value")),
                DataTable.Column.text(text("outcome.assumptions.source")));
        table.row(
                text("outcome.assumptions.gap"), time(rule.gap().toSeconds()), text("outcome.assumptions.gap-source"));
        table.row(
                text("outcome.assumptions.single"),
                time(rule.single().toSeconds()),
                text("outcome.assumptions.single-source"));
        Map<Money, String> offices = rule.anHour().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        TreeMap::new,
                        Collectors.mapping(office -> office(office.getKey()), Collectors.joining(", "))));
        offices.forEach((price, who) -> table.row(
                text("outcome.assumptions.hour", who), euros(price), text("outcome.assumptions.hour-source")));
        return table;
    }

    private String office(Role office) {
        return text(office.key());
    }
}
