package nl.buurtbundel.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.buurtbundel.foundation.Refusal;

/** Files of one upload, in a folder of their own that only this program’s user reads, until they are imported or given up. */
public final class Upload {
    private static final String FOLDERS = "buurtbundel-upload-";
    private static final Pattern FOLDER = Pattern.compile(FOLDERS + "([0-9]{1,18})-.*");

    private static final int LONGEST_STEP = 200;
    private static final int LONGEST_PATH = 400;
    private static final int COMPARED_AT_ONCE = 1 << 16;

    private final Path folder;
    /** How many files come in at this moment. */
    private int coming;

    private boolean givenUp;

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

    /**
     * Adds one file. The same file again changes nothing, so that a folder that was cut off halfway can be sent again.
     *
     * @param fileName its name, after the folders in which it stood, if any
     * @throws Refusal if another file is there under this name
     */
    public void add(String fileName, InputStream content) {
        Path file = place(fileName);
        begin();
        try {
            store(file, content);
        } catch (IOException e) {
            throw new Refusal("intake.error.upload-failed");
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        if (givenUp) {
            throw new Refusal("intake.error.upload-failed");
        }
        coming++;
    }

    /** What was given up meanwhile is deleted by the last that came in: a folder that is still written to stays behind. */
    private void end() {
        synchronized (this) {
            coming--;
            if (!givenUp || coming > 0) {
                return;
            }
        }
        delete(folder);
    }

    private void store(Path file, InputStream content) throws IOException {
        Files.createDirectories(above(file));
        OutputStream stored;
        try {
            stored = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            requireSame(file, content);
            return;
        }
        boolean whole = false;
        try (stored) {
            content.transferTo(stored);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void requireSame(Path file, InputStream content) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !isSame(file, content)) {
            throw new Refusal(
                    "intake.error.file-name-twice",
                    folder.relativize(file).toString().replace('\\', '/'));
        }
    }

    private static boolean isSame(Path file, InputStream content) throws IOException {
        try (InputStream known = Files.newInputStream(file)) {
            byte[] some;
            do {
                some = content.readNBytes(COMPARED_AT_ONCE);
                if (!Arrays.equals(some, known.readNBytes(COMPARED_AT_ONCE))) {
                    return false;
                }
            } while (some.length > 0);
            return true;
        }
    }

    /** Takes a file, or a folder with all that is in it, out again. */
    public void remove(String name) {
        Path place = place(name);
        delete(place);
        for (Path above = above(place); !above.equals(folder) && isBare(above); above = above(above)) {
            delete(above);
        }
    }

    private static Path above(Path place) {
        return Objects.requireNonNull(place.getParent());
    }

    private static boolean isBare(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isEmpty() {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.noneMatch(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files and folders that were handed in; a folder ends in a stroke. */
    List<String> names() {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .sorted(FileNames.AS_COUNTED)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where in the folder a name belongs, whatever path the browser sent. */
    private Path place(String name) {
        Path place = folder;
        for (String step : name.split("[/\\\\]+")) {
            if (step.isBlank() || ".".equals(step)) {
                continue;
            }
            place = step(place, step);
        }
        if (place.equals(folder) || name.length() > LONGEST_PATH) {
            throw new Refusal("intake.error.file-name");
        }
        return place;
    }

    private static Path step(Path from, String step) {
        if ("..".equals(step) || step.length() > LONGEST_STEP) {
            throw new Refusal("intake.error.file-name");
        }
        try {
            return from.resolve(step);
        } catch (InvalidPathException e) {
            throw new Refusal("intake.error.file-name");
        }
    }

    /** What to import: what came alone, or the folder of all that came together. */
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
        synchronized (this) {
            givenUp = true;
            if (coming > 0) {
                return;
            }
        }
        delete(folder);
    }

    private static void delete(Path place) {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(place)) {
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
