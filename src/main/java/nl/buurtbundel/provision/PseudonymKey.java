package nl.buurtbundel.provision;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret by which a BSN becomes an opaque key: HMAC-SHA-256 with 256 random bits, in a file that only its owner reads. */
final class PseudonymKey {
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    private PseudonymKey(byte[] bytes) {
        secret = new SecretKeySpec(bytes, ALGORITHM);
    }

    static Optional<PseudonymKey> find(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = HexFormat.of().parseHex(Files.readString(file).strip());
            if (bytes.length == BYTES) {
                return Optional.of(new PseudonymKey(bytes));
            }
        } catch (IllegalArgumentException e) {
            // told below, without a word of what the file holds
        }
        throw new IOException(file.toAbsolutePath() + " holds no key of " + BYTES + " bytes in hexadecimal");
    }

    /**
     * Makes a new key, unless another process just did. The file appears whole and on disk or not at all: a program that is
     * killed in between must not leave half a key, which the next start could only refuse.
     */
    static PseudonymKey create(Path file) throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a key file lies in a folder");
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, file.getFileName() + ".", ".new", ownerOnly(file));
        try {
            write(draft, HexFormat.of().formatHex(bytes));
            appear(draft, file);
        } catch (FileAlreadyExistsException e) {
            return find(file).orElseThrow(() -> e);
        } finally {
            Files.deleteIfExists(draft);
        }
        return new PseudonymKey(bytes);
    }

    private static void write(Path draft, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /** A link is refused when there is a file already; a move would replace the key of a process that was faster. */
    private static void appear(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (UnsupportedOperationException noLinks) {
            Files.move(draft, file);
        }
    }

    String pseudonym(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells this key from another without giving it away. */
    String checkValue() {
        return pseudonym("check");
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
