package nl.buurtbundel.provision;

import java.util.Optional;

/** A provision in the files. */
public record ProvisionId(long value) implements Comparable<ProvisionId> {
    private static final String REFERENCE = "provision:";

    /** How the book and the budgets refer to it. */
    public String reference() {
        return REFERENCE + value;
    }

    /** The provision that a {@link #reference()} refers to. */
    public static Optional<ProvisionId> find(String reference) {
        return reference.matches(REFERENCE + "\\d{1,18}")
                ? Optional.of(new ProvisionId(Long.parseLong(reference.substring(REFERENCE.length()))))
                : Optional.empty();
    }

    @Override
    public int compareTo(ProvisionId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
