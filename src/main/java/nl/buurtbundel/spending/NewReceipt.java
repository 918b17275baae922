package nl.buurtbundel.spending;

/** A receipt that was looked into and cleaned: only {@link Receipts#take} makes one. */
public final class NewReceipt {
    private final ReceiptKind kind;
    private final byte[] content;

    NewReceipt(ReceiptKind kind, byte[] content) {
        this.kind = kind;
        this.content = content.clone();
    }

    public ReceiptKind kind() {
        return kind;
    }

    byte[] content() {
        return content.clone();
    }
}
