package nl.buurtbundel.spending;

enum CommitmentState {
    OPEN,
    CLOSED
}
