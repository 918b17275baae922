package nl.buurtbundel.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where the chain over the audit log stood, line by line in a file outside the database ({@code audit.anchor.file}, beside
 * the pseudonym key unless told otherwise). A hash binds everything before it, so that one line is enough to notice that
 * somebody with the whole database in hand cut the chain off or forged it anew.
 */
@ApplicationScoped
class AuditAnchor {
    private static final Pattern LINE = Pattern.compile("([0-9]{1,18}) ([0-9a-f]{64})");
    private static final int LONGEST_LINE = 84;

    private final Path file;

    AuditAnchor() {
        Config config = ConfigProvider.getConfig();
        file = config.getOptionalValue("audit.anchor.file", String.class)
                .map(Path::of)
                .orElseGet(() -> Path.of(config.getOptionalValue("pseudonym.key.file", String.class)
                                .orElse("data/pseudonym.key"))
                        .resolveSibling("audit.anchor"));
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** @throws IOException also when the end of the file is no link: then nobody can say where the chain stood */
    Optional<AuditLink> findLast() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(Math.max(0, open.length() - LONGEST_LINE));
            byte[] end = new byte[(int) (open.length() - open.getFilePointer())];
            open.readFully(end);
            Matcher last =
                    Pattern.compile("(?:^|\\n)" + LINE + "\\n?$").matcher(new String(end, StandardCharsets.US_ASCII));
            if (!last.find()) {
                throw new IOException(file.toAbsolutePath() + " does not end with a link of the audit log");
            }
            return Optional.of(new AuditLink(Long.parseLong(last.group(1)), last.group(2)));
        }
    }

    void append(AuditLink link) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(
                file,
                link.number() + " " + link.hash() + "\n",
                StandardCharsets.US_ASCII,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
