package nl.buurtbundel.intake;

import java.util.List;

/** A message or file that is not taken, with everything that is wrong with it. */
final class Refused extends RuntimeException {
    private final transient List<RefusedItem> items;

    Refused(List<RefusedItem> items) {
        super(items.get(0).code(), null, false, false);
        this.items = List.copyOf(items);
    }

    Refused(String file, long line, String field, String code, String... parameters) {
        this(List.of(new RefusedItem(file, line, field, code, List.of(parameters))));
    }

    List<RefusedItem> items() {
        return items;
    }
}
