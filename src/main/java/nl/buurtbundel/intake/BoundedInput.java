package nl.buurtbundel.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import nl.buurtbundel.foundation.Sha256;

/** Reads at most so many bytes and keeps a digest of what it read. */
final class BoundedInput extends FilterInputStream {
    private final long limit;
    private final MessageDigest digest;
    private long read;
    private long allowedUntil = Long.MAX_VALUE;

    BoundedInput(InputStream in, long limit) {
        super(in);
        this.limit = limit;
        this.digest = Sha256.begin();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        if (count > 0) {
            read += count;
            if (read > limit) {
                throw new TooLarge();
            }
            if (read > allowedUntil) {
                throw new PieceTooLong();
            }
            digest.update(bytes, from, count);
        }
        return count;
    }

    /**
     * From here on at most so many bytes until this is said again. A parser must hold a comment or an instruction whole
     * before it tells that there is one; so that is bounded here.
     */
    void allow(long bytes) {
        allowedUntil = read + bytes;
    }

    void allowAll() {
        allowedUntil = Long.MAX_VALUE;
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("every byte counts for the digest");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** A parser closes its input at the end of the document, before the digest is asked; the stream belongs to its opener. */
    @Override
    public void close() {
        // closed by who opened it
    }

    /** Reads what is left, so that the digest covers the whole, and gives the digest. */
    String finish() throws IOException {
        byte[] rest = new byte[8192];
        int count = read(rest, 0, rest.length);
        while (count >= 0) {
            count = read(rest, 0, rest.length);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** More bytes than allowed. */
    static final class TooLarge extends IOException {
        TooLarge() {
            super("too large");
        }

        static boolean isBehind(Throwable thrown) {
            return BoundedInput.isBehind(TooLarge.class, thrown);
        }
    }

    /** More bytes in one piece than allowed. */
    static final class PieceTooLong extends IOException {
        PieceTooLong() {
            super("piece too long");
        }

        static boolean isBehind(Throwable thrown) {
            return BoundedInput.isBehind(PieceTooLong.class, thrown);
        }
    }

    private static boolean isBehind(Class<? extends IOException> type, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)
                    || cause instanceof javax.xml.stream.XMLStreamException xml
                            && type.isInstance(xml.getNestedException())) {
                return true;
            }
        }
        return false;
    }
}
