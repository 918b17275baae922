package nl.buurtbundel.spending;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import nl.buurtbundel.foundation.Refusal;

/**
 * Looks into what somebody hands in as a receipt: what it is, is told by its content and not by its name, and only what can
 * really be opened is taken. Pictures are drawn anew, so that where and with what they were taken does not come along.
 */
final class ReceiptCheck {
    static final int MOST_MEGABYTES = 10;
    private static final int MOST_BYTES = MOST_MEGABYTES << 20;
    private static final int LONGEST_NAME = 60;
    private static final int[] JPEG_START = {0xff, 0xd8, 0xff};
    private static final int[] PNG_START = {0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};
    private static final int[] PDF_START = {'%', 'P', 'D', 'F', '-'};

    /** Opening one takes memory: as many at a time as fit, however many come in. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private ReceiptCheck() {}

    /**
     * @param fileName under which it came in, to name it in a refusal
     * @throws Refusal that names the file, what was expected and what to do
     */
    static NewReceipt take(String fileName, InputStream content) throws IOException {
        String name = shown(fileName);
        byte[] bytes = content.readNBytes(MOST_BYTES + 1);
        if (bytes.length == 0) {
            throw new Refusal("spending.error.receipt-empty", name);
        }
        if (bytes.length > MOST_BYTES) {
            throw new Refusal("spending.error.receipt-large", name, MOST_MEGABYTES);
        }
        AT_ONCE.acquireUninterruptibly();
        try {
            if (startsWith(bytes, JPEG_START)) {
                return new NewReceipt(ReceiptKind.JPEG, ReceiptPicture.anew(name, bytes, ReceiptKind.JPEG));
            }
            if (startsWith(bytes, PNG_START)) {
                return new NewReceipt(ReceiptKind.PNG, ReceiptPicture.anew(name, bytes, ReceiptKind.PNG));
            }
            if (startsWith(bytes, PDF_START)) {
                ReceiptDocument.check(name, bytes);
                return new NewReceipt(ReceiptKind.PDF, bytes);
            }
        } finally {
            AT_ONCE.release();
        }
        throw new Refusal("spending.error.receipt-kind", name);
    }

    /** The last part of the name, without what could break a line or lead elsewhere. */
    static String shown(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String plain =
                last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}<>{}]", "").strip();
        return plain.isEmpty() ? "?" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    private static boolean startsWith(byte[] bytes, int[] start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
