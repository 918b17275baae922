package nl.buurtbundel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Whole rows out of one table and into another of the same shape: the least that any program has to do with them. */
public final class TableRows {
    private TableRows() {}

    /** @param which the condition, and perhaps the order */
    public static List<Object[]> read(Connection connection, String table, String which) throws SQLException {
        List<Object[]> read = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table + " where " + which)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                Object[] row = new Object[columns];
                for (int column = 0; column < columns; column++) {
                    row[column] = rows.getObject(column + 1);
                }
                read.add(row);
            }
        }
        return read;
    }

    public static PreparedStatement prepareInsert(Connection connection, String table, int columns)
            throws SQLException {
        return connection.prepareStatement(
                "insert into " + table + " values (" + String.join(", ", Collections.nCopies(columns, "?")) + ")");
    }

    /** What makes the same indexes on another table, with {@code %1$s} for its name. */
    public static List<String> listIndexes(Connection connection, String table) throws SQLException {
        String stored = connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        Map<String, String> kinds = new TreeMap<>();
        Map<String, List<String>> columns = new TreeMap<>();
        try (ResultSet indexes =
                connection.getMetaData().getIndexInfo(null, connection.getSchema(), stored, false, false)) {
            while (indexes.next()) {
                String name = indexes.getString("INDEX_NAME");
                if (name != null) {
                    kinds.put(name, indexes.getBoolean("NON_UNIQUE") ? "index" : "unique index");
                    columns.computeIfAbsent(name, index -> new ArrayList<>()).add(indexes.getString("COLUMN_NAME"));
                }
            }
        }
        List<String> made = new ArrayList<>();
        kinds.forEach((name, kind) -> made.add("create " + kind + " %1$s_" + made.size() + " on %1$s ("
                + String.join(", ", columns.getOrDefault(name, List.of())) + ")"));
        return made;
    }

    /** Leaves the row with the statement, to be executed with others. */
    public static void add(PreparedStatement insert, Object[] row) throws SQLException {
        for (int column = 0; column < row.length; column++) {
            insert.setObject(column + 1, row[column]);
        }
        insert.addBatch();
    }
}
