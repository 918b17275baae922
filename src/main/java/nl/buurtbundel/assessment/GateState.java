package nl.buurtbundel.assessment;

/** Whether what the law asks of this kind of plan has been seen to. */
public enum GateState {
    OPEN,
    MET,
    NOT_APPLICABLE
}
