package nl.buurtbundel.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Signatures that were put before the office was kept with them tell it as those of today do. */
class SignatureOfficeTest {
    private static final String URL = "jdbc:h2:mem:signature-office;DB_CLOSE_DELAY=-1";

    @Test
    void what_the_team_could_decide_was_decided_by_its_manager_and_agreed_by_the_team() throws SQLException {
        Flyway.configure().dataSource(URL, "sa", "").target("79").load().migrate();
        try (Connection connection = DriverManager.getConnection(URL, "sa", "");
                Statement sql = connection.createStatement()) {
            sql.execute("set referential_integrity false");
            sign(sql, 1, "AGREED", "TEAM");
            sign(sql, 2, "DECIDED", "TEAM");
            sign(sql, 3, "REFUSED", "TEAM");
            sign(sql, 4, "SENT_BACK", "TEAM");
            sign(sql, 5, "DECIDED", "ALDERMAN");
        }

        Flyway.configure().dataSource(URL, "sa", "").load().migrate();

        Map<Integer, String> offices = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(URL, "sa", "");
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select id, office from decision_signature")) {
            while (rows.next()) {
                offices.put(rows.getInt(1), rows.getString(2));
            }
        }
        assertThat(offices)
                .containsExactly(
                        Map.entry(1, "TEAM"),
                        Map.entry(2, "MANAGER"),
                        Map.entry(3, "MANAGER"),
                        Map.entry(4, "MANAGER"),
                        Map.entry(5, "ALDERMAN"));
    }

    private static void sign(Statement sql, int id, String kind, String office) throws SQLException {
        sql.execute("insert into decision_signature (id, decision_id, kind, office, signed_by, signed_at) values (" + id
                + ", 1, '" + kind + "', '" + office + "', " + id + ", timestamp '2026-03-02 09:00:00')");
    }
}
