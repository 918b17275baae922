package nl.buurtbundel.recompute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * SHA-256 over all postings of a book in the order of their numbers: the same as the screen of the controller gives. Postings
 * are never changed nor removed, so that the first so many of a restored book must give what they gave when the backup was
 * made, however much was written since.
 */
public final class LedgerFingerprint {
    private static final int ROWS_AT_ONCE = 2_000;
    private static final int FOUND = 0;
    private static final int DIFFERS = 1;
    private static final int NOT_USABLE = 2;

    private LedgerFingerprint() {}

    /** A book up to a number. */
    public record Print(String municipality, long lastNumber, String sha256) {
        /** A line that {@link #toString} made. */
        public static Print parse(String line) {
            String[] parts = line.trim().split(" +", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("\"" + line + "\" is not: municipality, last number, SHA-256");
            }
            return new Print(parts[0], Long.parseLong(parts[1]), parts[2]);
        }

        @Override
        public String toString() {
            return municipality + ' ' + lastNumber + ' ' + sha256;
        }
    }

    /**
     * Prints a line for each book; with the name of a file of such lines, compares instead.
     *
     * @param arguments JDBC URL, user, password, and perhaps a file
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        if (arguments.length < 3) {
            System.err.println("LedgerFingerprint URL USER PASSWORD [FILE TO COMPARE WITH]");
            return NOT_USABLE;
        }
        try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
            connection.setAutoCommit(false);
            if (arguments.length == 3) {
                list(connection).forEach(System.out::println);
                return FOUND;
            }
            return compare(connection, Path.of(arguments[3]));
        } catch (SQLException | IOException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return NOT_USABLE;
        }
    }

    private static int compare(Connection connection, Path file) throws IOException, SQLException {
        int result = FOUND;
        for (String line : Files.readAllLines(file)) {
            Print then = Print.parse(line);
            Print now = read(connection, then.municipality(), then.lastNumber());
            boolean same = then.equals(now);
            System.out.println(then.municipality() + ": " + then.lastNumber() + " transfers, "
                    + (same ? "the same as in the backup" : "NOT the same as in the backup"));
            result = same ? result : DIFFERS;
        }
        return result;
    }

    /** Every book as it is now. */
    public static List<Print> list(Connection connection) throws SQLException {
        List<Print> books = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select municipality, max(number) from ledger_transfer group by municipality order by 1")) {
            while (rows.next()) {
                books.add(new Print(rows.getString(1), rows.getLong(2), ""));
            }
        }
        List<Print> prints = new ArrayList<>();
        for (Print book : books) {
            prints.add(read(connection, book.municipality(), book.lastNumber()));
        }
        return prints;
    }

    /** One book up to a number. */
    public static Print read(Connection connection, String municipality, long lastNumber) throws SQLException {
        Hash hash = new Hash();
        try (PreparedStatement statement = connection.prepareStatement(
                "select t.number, t.booked_on, t.fiscal_year, t.reason, t.reference, t.purpose, a.kind, a.reference,"
                        + " a.task_field, a.neighbourhood, p.amount_cents, p.balance_after_cents from ledger_posting p"
                        + " join ledger_transfer t on t.id = p.transfer join ledger_account a on a.id = p.account"
                        + " where t.municipality = ? and t.number <= ? order by t.number, p.amount_cents")) {
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.setString(1, municipality);
            statement.setLong(2, lastNumber);
            try (ResultSet rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    StringBuilder line = new StringBuilder();
                    for (int column = 1; column <= columns; column++) {
                        line.append(column == 1 ? "" : "|").append(rows.getString(column));
                    }
                    hash.add(line.append('\n').toString());
                }
            }
        }
        return new Print(municipality, lastNumber, hash.end());
    }
}
