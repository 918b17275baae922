package nl.buurtbundel.signal;

/** Why a plan is stuck, in the words of who says so. */
public enum EscalationReason {
    PAYERS_DISAGREE(SignalKind.MONEY),
    NOBODY_DECIDES(SignalKind.SENT_AROUND),
    RULE(SignalKind.RULE),
    TOO_LATE(SignalKind.TOO_LONG),
    OTHER(SignalKind.OTHER);

    private final SignalKind kind;

    EscalationReason(SignalKind kind) {
        this.kind = kind;
    }

    /** How it is heard beside other signals. */
    SignalKind kind() {
        return kind;
    }
}
