package nl.buurtbundel.provision;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Makes opaque keys of BSNs and addresses. The secret key lies in a file outside the database ({@code pseudonym.key.file}),
 * made at the first start; the database knows only how to tell that it is the same one. With another key nobody would be
 * recognised again and every person would silently be somebody new, so then the program does not start.
 */
@ApplicationScoped
class Pseudonyms {
    @Resource(lookup = "java:app/jdbc/buurtbundel")
    private DataSource dataSource;

    private @Nullable PseudonymKey key;

    /** Opens the key; at the start of the program, once the schema is there. */
    void open() {
        Path file = Path.of(ConfigProvider.getConfig()
                .getOptionalValue("pseudonym.key.file", String.class)
                .orElse("data/pseudonym.key"));
        try (Connection connection = dataSource.getConnection()) {
            key = open(file, connection);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The pseudonym key cannot be opened: " + e.getMessage(), e);
        }
    }

    /** The key that this database was filled with; a new one only for a database that was never filled. */
    static PseudonymKey open(Path file, Connection connection) throws SQLException, IOException {
        Optional<PseudonymKey> read = PseudonymKey.find(file);
        Optional<String> known = findCheckValue(connection);
        if (known.isEmpty()) {
            PseudonymKey made = read.isPresent() ? read.get() : PseudonymKey.create(file);
            known = Optional.of(storeCheckValue(connection, made.checkValue()));
            read = Optional.of(made);
        }
        PseudonymKey found = read.orElseThrow(() -> new IllegalStateException("The pseudonym key "
                + file.toAbsolutePath() + " is missing, and this database was filled with it. Put the file back."));
        if (!found.checkValue().equals(known.get())) {
            throw new IllegalStateException("The pseudonym key " + file.toAbsolutePath()
                    + " is not the one this database was filled with. Put the right file back.");
        }
        return found;
    }

    String ofBsn(MunicipalityCode municipality, Bsn bsn) {
        return key().pseudonym("bsn|" + municipality + '|' + bsn.digits());
    }

    String ofAddress(MunicipalityCode municipality, PostalAddress address) {
        return key().pseudonym("home|" + municipality + '|' + address.home());
    }

    /** Known for one purpose in one year, and by no other key. */
    String ofAddress(String purpose, MunicipalityCode municipality, FiscalYear year, PostalAddress address) {
        return key().pseudonym(purpose + '|' + municipality + '|' + year + '|' + address.homeAsWritten());
    }

    private PseudonymKey key() {
        PseudonymKey opened = key;
        if (opened == null) {
            throw new IllegalStateException("the pseudonym key is not open yet");
        }
        return opened;
    }

    private static Optional<String> findCheckValue(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select check_value from pseudonym_key");
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    /** @return the value that stands there: another process that starts at the same moment may have been faster */
    private static String storeCheckValue(Connection connection, String value) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into pseudonym_key (id, check_value) values (1, ?)")) {
            insert.setString(1, value);
            insert.executeUpdate();
            return value;
        } catch (SQLException e) {
            return findCheckValue(connection).orElseThrow(() -> e);
        }
    }
}
