package nl.buurtbundel.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstStartTest {
    private static final String URL = "jdbc:h2:mem:first-start;DB_CLOSE_DELAY=-1";

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection(URL, "sa", "");
    }

    @AfterEach
    void shut() throws SQLException {
        connection.createStatement().execute("shutdown");
    }

    @Test
    void a_first_start_that_was_cut_off_anywhere_begins_anew() throws SQLException {
        FirstStart.begin(connection);
        Flyway.configure().dataSource(URL, "sa", "").target("20").load().migrate();
        // as when the program ends in the middle of the next script
        execute("create table import_run (id bigint primary key)");
        execute("create sequence import_run_seq");

        FirstStart.begin(connection);

        assertThat(tables()).isEmpty();
        Flyway.configure().dataSource(URL, "sa", "").load().migrate();
        FirstStart.finish(connection);
        assertThat(tables()).contains("PROVISION", "IMPORT_RUN", "LEDGER_POSTING");
    }

    @Test
    void what_was_kept_after_a_whole_start_stays_whatever_happens_later() throws SQLException {
        FirstStart.begin(connection);
        Flyway.configure().dataSource(URL, "sa", "").load().migrate();
        FirstStart.finish(connection);
        execute("insert into pseudonym_key (id, check_value) values (1, 'x')");

        FirstStart.begin(connection);
        FirstStart.begin(connection);

        try (var rows = connection.createStatement().executeQuery("select check_value from pseudonym_key")) {
            assertThat(rows.next()).isTrue();
        }
        FirstStart.finish(connection);
    }

    private void execute(String command) throws SQLException {
        connection.createStatement().execute(command);
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var rows = connection
                .createStatement()
                .executeQuery("select table_name from information_schema.tables where table_schema = 'PUBLIC'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
