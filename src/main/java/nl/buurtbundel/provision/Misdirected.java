package nl.buurtbundel.provision;

/** Something that carries the number of an allocation of somebody else, or of another provider. */
public record Misdirected(AllocationNumber number, Difference difference) {

    /** In what it and the allocation differ; the person comes first when both do. */
    public enum Difference {
        PERSON,
        PROVIDER
    }
}
