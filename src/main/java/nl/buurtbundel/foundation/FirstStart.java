package nl.buurtbundel.foundation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * H2 commits each statement of a migration on its own. A program that is killed in its very first start leaves half a schema,
 * over which the next start would stumble. Until that first start is over nothing was ever kept, so then the next one begins
 * anew; an empty schema beside the tables says that it is not over. PostgreSQL takes a migration whole or not at all and
 * needs none of this.
 */
final class FirstStart {
    private static final String UNFINISHED = "FIRST_START_UNFINISHED";

    private FirstStart() {}

    static void begin(Connection connection) throws SQLException {
        if (!isH2(connection)) {
            return;
        }
        if (isUnfinished(connection)) {
            clear(connection);
        } else if (names(connection, "select table_name from information_schema.tables where table_schema = 'PUBLIC'")
                .isEmpty()) {
            execute(connection, "create schema " + UNFINISHED);
        }
    }

    static void finish(Connection connection) throws SQLException {
        if (isH2(connection)) {
            execute(connection, "drop schema if exists " + UNFINISHED);
        }
    }

    private static boolean isUnfinished(Connection connection) throws SQLException {
        return names(connection, "select schema_name from information_schema.schemata")
                .contains(UNFINISHED);
    }

    /** One by one, and the sign that this is needed stays: killed again, the next start goes on with what is left. */
    private static void clear(Connection connection) throws SQLException {
        for (String table :
                names(connection, "select table_name from information_schema.tables where table_schema = 'PUBLIC'")) {
            execute(connection, "drop table public.\"" + table + "\" cascade");
        }
        for (String sequence : names(
                connection,
                "select sequence_name from information_schema.sequences where sequence_schema = 'PUBLIC'")) {
            execute(connection, "drop sequence public.\"" + sequence + '"');
        }
    }

    private static boolean isH2(Connection connection) throws SQLException {
        return "H2".equals(connection.getMetaData().getDatabaseProductName());
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
