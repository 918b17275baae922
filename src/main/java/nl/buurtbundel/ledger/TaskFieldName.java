package nl.buurtbundel.ledger;

/** A task field as people read it. The name is the published Dutch one, in both languages. */
public record TaskFieldName(String code, String name) {
    @Override
    public String toString() {
        return code + " " + name;
    }
}
