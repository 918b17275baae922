package nl.buurtbundel.provision;

/** A provision in the files. */
public record ProvisionId(long value) implements Comparable<ProvisionId> {

    @Override
    public int compareTo(ProvisionId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
