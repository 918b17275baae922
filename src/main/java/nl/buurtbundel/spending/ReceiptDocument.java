package nl.buurtbundel.spending;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import nl.buurtbundel.foundation.Refusal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** A bill as PDF: pages to read, and nothing that acts, opens something else or hides a file. */
final class ReceiptDocument {
    private static final int MOST_OBJECTS = 100_000;
    private static final int MOST_PAGES = 50;
    /** What small streams may grow to, all together: what only waits to burst is not opened. */
    private static final long MOST_UNPACKED = 200L << 20;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> ACTING = Set.of(
            "JS",
            "JavaScript",
            "AA",
            "EmbeddedFile",
            "EmbeddedFiles",
            "EF",
            "XFA",
            "RichMedia",
            "RichMediaContent",
            "Launch",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "GoToR",
            "Rendition",
            "Movie",
            "Sound",
            "3D",
            "FileAttachment");

    private ReceiptDocument() {}

    static void check(String name, byte[] bytes) {
        if (unpacksTooFar(bytes)) {
            throw new Refusal("spending.error.receipt-broken", name);
        }
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.isEncrypted()) {
                throw new Refusal("spending.error.receipt-locked", name);
            }
            int pages = document.getNumberOfPages();
            if (pages < 1 || pages > MOST_PAGES) {
                throw new Refusal("spending.error.receipt-pages", name, MOST_PAGES);
            }
            if (acts(document)) {
                throw new Refusal("spending.error.receipt-acts", name);
            }
            // each page can be found and has a size: there is something to look at
            document.getPages().forEach(page -> page.getMediaBox().getWidth());
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            if (broken instanceof Refusal refusal) {
                throw refusal;
            }
            // a password that is asked for at once comes as an exception of its own
            throw new Refusal(
                    broken instanceof InvalidPasswordException
                            ? "spending.error.receipt-locked"
                            : "spending.error.receipt-broken",
                    name);
        }
    }

    /** Everything in the file is looked at, also what nothing leads to. */
    private static boolean acts(PDDocument document) throws IOException {
        COSDocument objects = document.getDocument();
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> waiting = new ArrayDeque<>();
        waiting.add(objects.getTrailer());
        for (COSObjectKey key : Set.copyOf(objects.getXrefTable().keySet())) {
            waiting.add(objects.getObjectFromPool(key));
        }
        while (!waiting.isEmpty()) {
            COSBase one = waiting.pop();
            COSBase item = one instanceof COSObject reference ? reference.getObject() : one;
            if (item == null || !seen.add(item)) {
                continue;
            }
            if (seen.size() > MOST_OBJECTS) {
                throw new IOException("more objects than a bill has");
            }
            if (item instanceof COSArray array) {
                array.forEach(part -> add(waiting, part));
            } else if (item instanceof COSDictionary dictionary) {
                for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
                    if (isActing(entry.getKey()) || isActing(entry.getValue())) {
                        return true;
                    }
                    add(waiting, entry.getValue());
                }
            }
        }
        return false;
    }

    private static void add(Deque<COSBase> waiting, COSBase part) {
        if (part != null) {
            waiting.push(part);
        }
    }

    private static boolean isActing(COSBase item) {
        return item instanceof COSName named && ACTING.contains(named.getName());
    }

    private static boolean unpacksTooFar(byte[] bytes) {
        long left = MOST_UNPACKED;
        byte[] bucket = new byte[1 << 16];
        for (int at = find(bytes, 0); at >= 0; at = find(bytes, at)) {
            int start = at;
            while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
                start++;
            }
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(bytes, start, bytes.length - start);
                int got = inflater.inflate(bucket);
                while (got > 0) {
                    left -= got;
                    if (left < 0) {
                        return true;
                    }
                    got = inflater.inflate(bucket);
                }
            } catch (DataFormatException notPacked) {
                continue;
            } finally {
                inflater.end();
            }
        }
        return false;
    }

    /** Behind the next place where the contents of a stream begin, or -1. */
    private static int find(byte[] bytes, int from) {
        for (int at = from; at + STREAM.length <= bytes.length; at++) {
            int match = 0;
            while (match < STREAM.length && bytes[at + match] == STREAM[match]) {
                match++;
            }
            if (match == STREAM.length) {
                return at + match;
            }
        }
        return -1;
    }
}
