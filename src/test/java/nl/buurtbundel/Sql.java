package nl.buurtbundel;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The database behind the back of the services: for a state that no service makes, and for what lies there in the end. */
@ApplicationScoped
public class Sql {
    @Resource(lookup = "java:app/jdbc/buurtbundel")
    private DataSource dataSource;

    /** Changes rows, in a transaction of its own. */
    public void execute(String command) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(command);
        }
    }

    /** The number in the first column of the first row. */
    public long number(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
