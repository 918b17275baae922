package nl.buurtbundel.initiative;

/** A neighbourhood plan. */
public record InitiativeId(long value) {
    /** How rooms that know nothing of initiatives, such as the ledger, refer to this one. */
    public String reference() {
        return "initiative:" + value;
    }
}
