package nl.buurtbundel.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.buurtbundel.foundation.Refusal;

/** Files of one upload, in a folder of their own that only this program’s user reads, until they are imported or given up. */
public final class Upload {
    private static final String FOLDERS = "buurtbundel-upload-";
    private static final Pattern FOLDER = Pattern.compile(FOLDERS + "([0-9]{1,18})-.*");

    private final Path folder;
    private String name = "";

    private Upload(Path folder) {
        this.folder = folder;
    }

    public static Upload create() {
        try {
            return new Upload(
                    Files.createTempDirectory(FOLDERS + ProcessHandle.current().pid() + '-'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds one file; the name is only a name, whatever path the browser sent. */
    public void add(String fileName, InputStream content) {
        String plain = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        if (plain.isBlank() || "..".equals(plain) || ".".equals(plain) || plain.length() > 200) {
            throw new Refusal("intake.error.file-name");
        }
        try {
            Files.copy(content, folder.resolve(plain), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Refusal("intake.error.upload-failed");
        }
        name = name.isEmpty() ? plain : name + ", " + plain;
    }

    public boolean isEmpty() {
        return name.isEmpty();
    }

    String name() {
        return name;
    }

    /** What to import: a zip that came alone is opened, everything else is a folder. */
    Path folder() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            return all.size() == 1 ? all.get(0) : folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves nothing on disk; doing it twice is no mistake. */
    public void delete() {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what processes left behind that were killed; at start-up, before anybody uploads. */
    static void deleteLeftovers() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> folders = Files.list(temporary)) {
            folders.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && isLeftover(path))
                    .forEach(path -> new Upload(path).delete());
        }
    }

    /** Of a process that is gone, or of one that had the number of this one before. */
    private static boolean isLeftover(Path folder) {
        Matcher matcher = FOLDER.matcher(String.valueOf(folder.getFileName()));
        if (!matcher.matches()) {
            return false;
        }
        long pid = Long.parseLong(matcher.group(1));
        return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
    }
}
