package nl.buurtbundel.intake;

/** One import. */
public record ImportId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
