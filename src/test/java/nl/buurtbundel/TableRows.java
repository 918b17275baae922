package nl.buurtbundel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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

    /** Leaves the row with the statement, to be executed with others. */
    public static void add(PreparedStatement insert, Object[] row) throws SQLException {
        for (int column = 0; column < row.length; column++) {
            insert.setObject(column + 1, row[column]);
        }
        insert.addBatch();
    }
}
