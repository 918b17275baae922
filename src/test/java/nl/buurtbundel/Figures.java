package nl.buurtbundel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a proof measured, kept in {@code target/verify} as lines of “what=how much”, for the report. */
public final class Figures {
    private static final Path FOLDER = Path.of(System.getProperty("verify.folder", "target/verify"));

    private final String name;
    private final Map<String, String> lines = new LinkedHashMap<>();

    private Figures(String name) {
        this.name = name;
    }

    public static Figures of(String name) {
        return new Figures(name);
    }

    public Figures put(String what, Object howMuch) {
        lines.put(what, String.valueOf(howMuch));
        return this;
    }

    public Figures putSeconds(String what, long nanoseconds) {
        return putDecimal(what, nanoseconds / 1e9);
    }

    public Figures putDecimal(String what, double howMuch) {
        return put(what, String.format(Locale.ROOT, "%.2f", howMuch));
    }

    public void write() {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(
                    FOLDER.resolve(name + ".txt"),
                    lines.entrySet().stream()
                            .map(line -> line.getKey() + '=' + line.getValue() + '\n')
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
