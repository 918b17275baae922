package nl.buurtbundel.foundation;

import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Copies an H2 file while it is written in, which nobody outside the process can: {@code deployment/backup} puts a file
 * {@code request} in {@code backup.folder} and finds {@code backup.zip} there, or {@code failed} with the reason. No page and
 * no port, so that nobody without access to the machine can ask. PostgreSQL has {@code pg_dump}.
 */
@Singleton
@Startup
@DependsOn("Database")
@TransactionManagement(TransactionManagementType.BEAN)
public class BackupOnRequest {
    private static final Logger LOGGER = Logger.getLogger(BackupOnRequest.class.getName());
    private static final String FOLDER = "./data/backup";

    @Resource(lookup = "java:app/jdbc/buurtbundel")
    private DataSource dataSource;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        Config config = ConfigProvider.getConfig();
        Path folder =
                Path.of(config.getOptionalValue("backup.folder", String.class).orElse(FOLDER));
        Path request = folder.resolve("request");
        if (!Files.exists(request)) {
            return;
        }
        try {
            make(folder);
            LOGGER.info("A backup was made");
        } catch (SQLException | IOException failure) {
            LOGGER.log(Level.SEVERE, "No backup was made", failure);
            tell(folder, failure);
        } finally {
            forget(request);
        }
    }

    private void make(Path folder) throws SQLException, IOException {
        Path part = folder.resolve("backup.part").toAbsolutePath();
        try (Connection connection = dataSource.getConnection()) {
            if (!connection.getMetaData().getURL().startsWith("jdbc:h2:")) {
                throw new SQLException("Only an H2 file is copied here; PostgreSQL has pg_dump");
            }
            try (PreparedStatement backup = connection.prepareStatement("backup to ?")) {
                backup.setString(1, part.toString());
                backup.execute();
            }
        }
        Files.move(part, folder.resolve("backup.zip"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void tell(Path folder, Exception failure) {
        try {
            Files.writeString(folder.resolve("failed"), String.valueOf(failure.getMessage()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOGGER.log(Level.SEVERE, "Nor can it be told", e);
        }
    }

    private static void forget(Path request) {
        try {
            Files.deleteIfExists(request);
        } catch (IOException e) {
            LOGGER.log(Level.SEVERE, "The request for a backup cannot be removed", e);
        }
    }
}
