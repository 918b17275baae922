package nl.buurtbundel.spending;

/** What a receipt can be. */
public enum ReceiptKind {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    PDF("application/pdf", "pdf");

    private final String contentType;
    private final String ending;

    ReceiptKind(String contentType, String ending) {
        this.contentType = contentType;
        this.ending = ending;
    }

    public String contentType() {
        return contentType;
    }

    public String ending() {
        return ending;
    }

    /** A picture is shown; anything else is only ever saved. */
    public boolean isPicture() {
        return this != PDF;
    }
}
