package nl.buurtbundel.recompute;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A value in the file that knows its name and its line.
 *
 * @param value a {@code Map}, a {@code List}, a {@code String}, a {@code Long}, a {@code Boolean} or {@link #NOTHING}
 */
record Node(Object value, String name, int line) {
    static final Object NOTHING = new Object();

    private static final Pattern EUROS = Pattern.compile("(-?)([0-9]{1,15})\\.([0-9]{2})");

    /** The member of this name, which must be there and not null. */
    Node get(String member) {
        Node found = member(member);
        if (found.isNothing()) {
            throw new Unreadable(found.line, found.name + " is null");
        }
        return found;
    }

    /** The member of this name, which must be there and may be null. */
    Optional<Node> find(String member) {
        return Optional.of(member(member)).filter(found -> !found.isNothing());
    }

    /** The member of this name, which files of before do not have. */
    Optional<Node> findSince(String member) {
        return names().contains(member) ? find(member) : Optional.empty();
    }

    private Node member(String member) {
        Node found = members().get(member);
        if (found == null) {
            throw new Unreadable(line, name + " has no “" + member + "”");
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    Map<String, Node> members() {
        if (value instanceof Map) {
            return (Map<String, Node>) value;
        }
        throw isNo("object");
    }

    Set<String> names() {
        return members().keySet();
    }

    List<Node> list(String member) {
        return get(member).items();
    }

    @SuppressWarnings("unchecked")
    List<Node> items() {
        if (value instanceof List) {
            return (List<Node>) value;
        }
        throw isNo("array");
    }

    String text() {
        if (value instanceof String words) {
            return words;
        }
        throw isNo("text");
    }

    String text(String member) {
        return get(member).text();
    }

    long number() {
        if (value instanceof Long number) {
            return number;
        }
        throw isNo("whole number");
    }

    long number(String member) {
        return get(member).number();
    }

    boolean flag(String member) {
        Node found = get(member);
        if (found.value instanceof Boolean flag) {
            return flag;
        }
        throw found.isNo("true or false");
    }

    /** An amount in whole cents. */
    long cents() {
        var euros = EUROS.matcher(text());
        if (!euros.matches()) {
            throw isNo("amount with two decimals");
        }
        long cents = Long.parseLong(euros.group(2)) * 100 + Long.parseLong(euros.group(3));
        return euros.group(1).isEmpty() ? cents : -cents;
    }

    long cents(String member) {
        return get(member).cents();
    }

    BigDecimal decimal(String member) {
        Node found = get(member);
        try {
            return new BigDecimal(found.text());
        } catch (NumberFormatException no) {
            throw found.isNo("decimal number");
        }
    }

    Instant instant(String member) {
        Node found = get(member);
        try {
            return Instant.parse(found.text());
        } catch (DateTimeException no) {
            throw found.isNo("moment");
        }
    }

    LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeException no) {
            throw isNo("date");
        }
    }

    /** The items of a list that is not empty. */
    List<Node> some(String member) {
        Node found = get(member);
        if (found.items().isEmpty()) {
            throw new Unreadable(found.line, found.name + " is empty");
        }
        return found.items();
    }

    boolean isNothing() {
        return value == NOTHING;
    }

    private Unreadable isNo(String what) {
        return new Unreadable(line, name + " is no " + what);
    }
}
