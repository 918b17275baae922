package nl.buurtbundel.intake;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One element of a message: how often it may stand here, what may stand in it, and whether its value is kept. What is not
 * kept is checked and forgotten while reading.
 *
 * @param inBase whether its name is in the namespace of the base schema rather than that of the message
 * @param check for an element with text; null for one with children
 */
record Part(
        String name,
        boolean inBase,
        boolean required,
        boolean repeats,
        boolean kept,
        @Nullable Predicate<String> check,
        List<Part> children) {

    static Part text(String name, Predicate<String> check) {
        return new Part(name, false, true, false, false, check, List.of());
    }

    static Part group(String name, Part... children) {
        return new Part(name, false, true, false, false, null, List.of(children));
    }

    Part base() {
        return new Part(name, true, required, repeats, kept, check, children);
    }

    Part optional() {
        return new Part(name, inBase, false, repeats, kept, check, children);
    }

    Part many() {
        return new Part(name, inBase, required, true, kept, check, children);
    }

    Part keep() {
        return new Part(name, inBase, required, repeats, true, check, children);
    }
}
