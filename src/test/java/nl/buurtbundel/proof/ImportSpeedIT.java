package nl.buurtbundel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.buurtbundel.Figures;
import nl.buurtbundel.TableRows;
import nl.buurtbundel.shell.demo.DemoMunicipality;
import org.junit.jupiter.api.Test;

/**
 * The intake in the running server beside the least that any import must do: parse the same files and insert the same rows
 * in batches into a file of the same database. What the intake does more (check, match, cost, audit) is the ratio.
 */
class ImportSpeedIT {
    private static final int MESSAGES = Integer.getInteger("messages", 1_000);
    private static final int FEWEST_PROVISIONS = 2_500;
    private static final double PROVISIONS_A_MESSAGE = 0.62;
    private static final int ROWS_A_BATCH = 1_000;
    private static final String SETTINGS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    /** What messages fill, in the order that references need. */
    private static final List<String> TABLES =
            List.of("received_message", "household", "person", "provision", "declared_cost", "waiting_report");

    @Test
    void the_intake_takes_all_messages_in_a_measured_multiple_of_the_least_that_must_be_done() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "import-speed-");
        Path messages = writeMessages(folder);
        Path tables = folder.resolve("demo").resolve(DemoMunicipality.START);

        Driven product = Driven.start(Driven.war(), folder, "-Ddemo=false");
        product.ask("import", tables);
        Map<String, Long> before = new LinkedHashMap<>();
        for (String table : TABLES) {
            before.put(table, Long.valueOf(product.ask("last-id", table).get(0)));
        }
        List<String> imported = product.ask("import", messages);
        long intake = Long.parseLong(imported.get(0));
        long heapPeak = Long.parseLong(product.ask("heap-peak", "").get(0));
        long memoryPeak = memoryPeakKilobytes(product.product().pid());
        product.product().kill();
        assertThat(imported.subList(1, 3)).as("taken, refused").containsExactly(Integer.toString(MESSAGES), "0");

        long parse = parseAll(messages);
        long insert;
        long rows;
        try (Remains remains = Remains.of(folder);
                Connection bare = bare(folder, remains, before)) {
            Map<String, List<Object[]>> made = new LinkedHashMap<>();
            for (String table : TABLES) {
                made.put(table, TableRows.read(remains.connection(), table, "id > " + before.get(table)));
            }
            long start = System.nanoTime();
            for (Map.Entry<String, List<Object[]>> each : made.entrySet()) {
                insert(bare, each.getKey(), each.getValue());
            }
            insert = System.nanoTime() - start;
            rows = made.values().stream().mapToLong(List::size).sum();
            assertThat(made.get("received_message")).hasSize(MESSAGES);
            for (String table : TABLES) {
                assertThat(count(bare, table)).as(table).isEqualTo(remains.number("select count(*) from " + table));
            }
        }
        Figures.of("import")
                .put("messages", MESSAGES)
                .put("rows", rows)
                .putSeconds("intake in the server, seconds", intake)
                .putDecimal("intake, messages per second", MESSAGES / (intake / 1e9))
                .putSeconds("bare parse, seconds", parse)
                .putSeconds("bare batched insert, seconds", insert)
                .putDecimal("bare, messages per second", MESSAGES / ((parse + insert) / 1e9))
                .putDecimal("ratio intake to bare", (double) intake / (parse + insert))
                .put("heap allowed, MB", 1024)
                .put("heap pools at their peak, MB", heapPeak >> 20)
                .put("memory of the server process at its peak (VmHWM), MB", memoryPeak >> 10)
                .write();
    }

    /** The first messages of a larger Waterrijk, in the order in which they were written, apart from its tables. */
    private static Path writeMessages(Path folder) throws IOException {
        Path demo = folder.resolve("demo");
        int provisions = Math.max(FEWEST_PROVISIONS, (int) (MESSAGES * PROVISIONS_A_MESSAGE));
        new DemoMunicipality(new DemoMunicipality.Settings(9901, 16, provisions)).writeTo(demo);
        Path written;
        try (Stream<Path> inside = Files.list(demo.resolve(DemoMunicipality.START))) {
            written = inside.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        Path messages = Files.createDirectories(folder.resolve("messages"));
        List<Path> files = new ArrayList<>(list(written));
        files.sort(Comparator.comparing(file -> file.getFileName().toString().replaceAll(".*A(\\d+)\\.xml", "$1")));
        assertThat(files).hasSizeGreaterThanOrEqualTo(MESSAGES);
        for (int i = 0; i < files.size(); i++) {
            if (i < MESSAGES) {
                Files.move(files.get(i), messages.resolve(files.get(i).getFileName()));
            } else {
                Files.delete(files.get(i));
            }
        }
        return messages;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Reads every element and its text, and keeps nothing. */
    private static long parseAll(Path folder) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        long characters = 0;
        long start = System.nanoTime();
        for (Path file : list(folder)) {
            try (InputStream in = Files.newInputStream(file)) {
                XMLStreamReader reader = factory.createXMLStreamReader(in);
                while (reader.hasNext()) {
                    int event = reader.next();
                    if (event == XMLStreamConstants.START_ELEMENT) {
                        characters += reader.getLocalName().length();
                    } else if (event == XMLStreamConstants.CHARACTERS) {
                        characters += reader.getText().length();
                    }
                }
                reader.close();
            }
        }
        long duration = System.nanoTime() - start;
        assertThat(characters).isPositive();
        return duration;
    }

    /** A new file with the same tables, indexes and constraints, and what was there before the messages came. */
    private static Connection bare(Path folder, Remains remains, Map<String, Long> before) throws SQLException {
        Connection bare = DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("bare").toAbsolutePath() + SETTINGS, "sa", "");
        bare.setAutoCommit(false);
        try (Statement statement = bare.createStatement()) {
            for (String line : remains.rows("script nodata nopasswords nosettings")) {
                if (!line.startsWith("CREATE USER")) {
                    statement.execute(line);
                }
            }
        }
        for (String table : TABLES) {
            insert(bare, table, TableRows.read(remains.connection(), table, "id <= " + before.get(table)));
        }
        return bare;
    }

    private static void insert(Connection connection, String table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = TableRows.prepareInsert(connection, table, rows.get(0).length)) {
            int waiting = 0;
            for (Object[] row : rows) {
                TableRows.add(insert, row);
                waiting++;
                if (waiting == ROWS_A_BATCH) {
                    insert.executeBatch();
                    connection.commit();
                    waiting = 0;
                }
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static long memoryPeakKilobytes(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
