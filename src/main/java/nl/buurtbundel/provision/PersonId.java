package nl.buurtbundel.provision;

/** A person in the files, by an opaque number. */
public record PersonId(long value) implements Comparable<PersonId> {

    @Override
    public int compareTo(PersonId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
