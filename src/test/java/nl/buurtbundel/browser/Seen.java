package nl.buurtbundel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.proof.Remains;

/**
 * What the screens said about money, kept until the product has stopped and its database can be read. Each is held against
 * the postings themselves, as they were at the moment of looking.
 */
final class Seen {
    /** Postings with their account and transfer, up to the moment of looking. */
    static final String POSTINGS = " from ledger_posting p join ledger_account a on a.id = p.account"
            + " join ledger_transfer t on t.id = p.transfer where t.at <= timestamp '%s'";

    private record Lines(String where, List<String> shown, String sql) {}

    private final List<Lines> seen = new ArrayList<>();

    /** @param sql with one column of text, or of cents */
    void lines(String where, List<String> shown, String sql) {
        LocalDateTime now = LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC);
        seen.add(new Lines(
                where,
                shown.stream().sorted().toList(),
                sql.replace("%s", now.toString().replace('T', ' '))));
    }

    void amount(String where, long cents, String sql) {
        lines(where, List.of(Long.toString(cents)), sql);
    }

    int size() {
        return seen.size();
    }

    void holdAgainst(Remains book) throws SQLException {
        for (Lines one : seen) {
            assertThat(one.shown())
                    .as(one.where() + ", against " + one.sql())
                    .isEqualTo(book.rows(one.sql()).stream().sorted().toList());
        }
    }
}
