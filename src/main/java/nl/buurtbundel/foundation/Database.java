package nl.buurtbundel.foundation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The one database: an H2 file unless {@code db.datasource}, {@code db.url}, {@code db.user} and {@code db.password} say
 * otherwise (system properties or environment variables such as DB_URL). Brings the schema up to date before anything reads
 * it.
 *
 * <p>{@code WRITE_DELAY=0} is not tuning: without it H2 loses commits that it has acknowledged when the process is killed.
 * Nor is {@link SingleWriterDataSource}: without it H2 loses commits beside a rollback.
 */
@DataSourceDefinition(
        name = "java:app/jdbc/buurtbundel",
        className = "${MPCONFIG=db.datasource:nl.buurtbundel.foundation.SingleWriterDataSource}",
        url =
                "${MPCONFIG=db.url:jdbc:h2:file:./data/buurtbundel;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000}",
        user = "${MPCONFIG=db.user:sa}",
        password = "${MPCONFIG=db.password:}",
        maxPoolSize = 20,
        // the type is a blank because the server takes none at all for a class named null
        properties = {"fish.payara.statement-cache-size=200", "fish.payara.statement-cache-type= "})
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Database {
    private static final String H2_VERSION = "2.4.240";

    @Resource(lookup = "java:app/jdbc/buurtbundel")
    private DataSource dataSource;

    @PostConstruct
    void migrate() {
        requireUtc();
        requirePinnedH2();
        try (Connection connection = dataSource.getConnection()) {
            FirstStart.begin(connection);
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(dataSource)
                    .load()
                    .migrate();
            FirstStart.finish(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be prepared: " + e.getMessage(), e);
        }
    }

    /** Instants stand in the database as UTC without a zone; a server in another zone would shift them twice a year. */
    private static void requireUtc() {
        if (!ZoneId.systemDefault().getRules().equals(ZoneOffset.UTC.getRules())) {
            throw new IllegalStateException(
                    "Start Java with -Duser.timezone=UTC; it runs in " + ZoneId.systemDefault());
        }
    }

    /** The server carries an older H2 with known loss of data; the class loader setting of the WAR keeps it out. */
    private void requirePinnedH2() {
        try (Connection connection = dataSource.getConnection()) {
            if (!"H2".equals(connection.getMetaData().getDatabaseProductName())) {
                return;
            }
            if (!connection.getMetaData().getURL().contains("mem:")) {
                requireVersion(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be opened: " + e.getMessage(), e);
        }
    }

    private static void requireVersion(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select h2version()")) {
            rows.next();
            if (!H2_VERSION.equals(rows.getString(1))) {
                throw new IllegalStateException("H2 " + H2_VERSION + " expected, found " + rows.getString(1));
            }
        }
    }
}
