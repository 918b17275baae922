package nl.buurtbundel.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The database that a dead process left, read from a copy: looking must not repair what the next start has to. */
public final class Remains implements AutoCloseable {
    private static final String FILE = "buurtbundel.mv.db";
    /** Logs of what was tried, of which an interrupted run has more. */
    private static final Set<String> LOGS = Set.of(
            "flyway_schema_history",
            "import_run",
            "refused_item",
            "audit_event",
            "audit_seal",
            "processing_log",
            "pseudonym_key");
    /** Made by lot, or with a key that differs for every folder. */
    private static final Set<String> KEYED = Set.of("pseudonym", "home", "subject", "household", "code_hash");

    private final Connection connection;

    private Remains(Connection connection) {
        this.connection = connection;
    }

    public static Remains of(Path folder) throws IOException, SQLException {
        Path copy = Files.createDirectories(folder.resolve("remains"));
        Files.copy(folder.resolve("data").resolve(FILE), copy.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        return new Remains(
                DriverManager.getConnection("jdbc:h2:file:" + copy.toAbsolutePath() + "/buurtbundel", "sa", ""));
    }

    /** Of a database that outlived the process. */
    static Remains of(Connection connection) {
        return new Remains(connection);
    }

    Connection connection() {
        return connection;
    }

    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Each row as one line of text. */
    public List<String> rows(String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int column = 1; column <= columns; column++) {
                    line.append(column == 1 ? "" : " | ").append(rows.getString(column));
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }

    /**
     * Everything the product holds, by table, in an order that does not depend on when a row was written: without
     * technical keys, clock times and what a key of the folder made. Who belongs to what stands apart.
     */
    Map<String, List<String>> contents() throws SQLException {
        Map<String, List<String>> contents = new TreeMap<>();
        for (String table : rows("select lower(table_name) from information_schema.tables"
                + " where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'")) {
            if (!LOGS.contains(table)) {
                List<String> columns = columns(table);
                String listed = columns.isEmpty() ? "1" : String.join(", ", columns);
                contents.put(
                        table,
                        rows("select " + listed + " from " + table).stream()
                                .map(Remains::withoutKeys)
                                .sorted()
                                .toList());
            }
        }
        contents.put(
                "who has what",
                rows("select v.law, v.source, v.number, p.year_of_birth, p.household_role, p.household_registered,"
                        + " (select count(*) from person m where m.household = p.household)"
                        + " from provision v join person p on p.id = v.person order by 1, 2, 3"));
        contents.put(
                "what was posted where",
                rows(
                                "select a.fiscal_year, a.kind, a.reference, a.task_field, a.neighbourhood, t.reason, p.amount_cents"
                                        + " from ledger_posting p join ledger_account a on a.id = p.account"
                                        + " join ledger_transfer t on t.id = p.transfer order by 1, 2, 3, 4, 5, 6, 7")
                        .stream()
                        .map(Remains::withoutKeys)
                        .sorted()
                        .toList());
        return contents;
    }

    /** Every row of every table, logs and all, as text. */
    public List<String> everything() throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String table : rows("select table_name from information_schema.tables where table_schema = 'PUBLIC'"
                + " and table_type = 'BASE TABLE'")) {
            lines.addAll(rows("select * from \"" + table + "\""));
        }
        return lines;
    }

    /** A reference holds a technical key, and numbering goes on further after a kill. */
    private static String withoutKeys(String row) {
        return row.replaceAll("\\b([a-z-]+):\\d+\\b", "$1:…");
    }

    private List<String> columns(String table) throws SQLException {
        return rows("select lower(column_name) from information_schema.columns where table_schema = 'PUBLIC'"
                        + " and lower(table_name) = '" + table + "' and data_type not like 'TIMESTAMP%'"
                        + " and (data_type <> 'BIGINT' or column_name like '%_CENTS' or column_name in"
                        + " ('NUMBER', 'LAST_NUMBER', 'VOLUME')) and column_name not in ('ID', 'VERSION', 'CONTENT_HASH')"
                        + " order by ordinal_position")
                .stream()
                .filter(column -> !KEYED.contains(column))
                .toList();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
