package nl.buurtbundel.provision;

import java.util.Optional;
import java.util.regex.Pattern;

/** A person in the files, by an opaque number. */
public record PersonId(long value) implements Comparable<PersonId> {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** The person whom an account is bound to; none for who is not in the files. */
    public static Optional<PersonId> find(String subject) {
        return NUMBER.matcher(subject).matches()
                ? Optional.of(new PersonId(Long.parseLong(subject)))
                : Optional.empty();
    }

    @Override
    public int compareTo(PersonId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
