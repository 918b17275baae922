package nl.buurtbundel.provision;

/** A report whose allocation number is that of an allocation of somebody else, or from another provider. */
public record Misdirected(AllocationNumber number, Difference difference) {

    /** In what the report and the allocation differ; the person comes first when both do. */
    public enum Difference {
        PERSON,
        PROVIDER
    }
}
