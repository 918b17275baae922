package nl.buurtbundel.foundation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** A table that comes with the product: its columns have names and stand apart by a semicolon. */
public final class ProductTable {
    private ProductTable() {}

    /**
     * @param file where it stands among the resources, such as {@code law/articles.csv}
     * @param line makes something of one of its lines
     */
    public static <T> List<T> read(String file, Function<NamedCsvRecord, T> line) {
        try (InputStream in = ProductTable.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            try (CsvReader<NamedCsvRecord> lines = CsvReader.builder()
                    .fieldSeparator(';')
                    .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return lines.stream().map(line).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
