package nl.buurtbundel.provision;

/** People who live together. */
public record HouseholdId(long value) implements Comparable<HouseholdId> {

    @Override
    public int compareTo(HouseholdId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
