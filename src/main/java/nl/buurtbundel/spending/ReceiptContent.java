package nl.buurtbundel.spending;

/** A receipt to look at. */
public final class ReceiptContent {
    private final ReceiptKind kind;
    private final byte[] bytes;

    ReceiptContent(ReceiptKind kind, byte[] bytes) {
        this.kind = kind;
        this.bytes = bytes.clone();
    }

    public ReceiptKind kind() {
        return kind;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
