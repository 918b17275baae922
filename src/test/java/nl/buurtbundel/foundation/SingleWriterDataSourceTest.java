package nl.buurtbundel.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleWriterDataSourceTest {
    @TempDir
    private Path folder;

    private final SingleWriterDataSource database = new SingleWriterDataSource();

    @BeforeEach
    void makeBook() throws SQLException {
        database.setUrl("jdbc:h2:file:" + folder.resolve("book") + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000");
        database.setUser("sa");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table book (name varchar(10) primary key, last bigint not null)");
            statement.execute("create table line (number bigint not null unique)");
            statement.execute("insert into book values ('A', 0)");
        }
    }

    @Test
    void who_would_write_another_row_waits_until_the_rollback_of_the_one_before_has_ended() throws Exception {
        try (Connection first = database.getConnection();
                Connection second = database.getConnection()) {
            first.setAutoCommit(false);
            try (Statement lock = first.createStatement()) {
                lock.executeQuery("select last from book where name = 'A' for update");
            }
            ExecutorService other = Executors.newSingleThreadExecutor();
            try {
                Future<Integer> line = other.submit(() -> write(second, "insert into line values (1)"));
                assertThatThrownBy(() -> line.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                first.rollback();
                assertThat(line.get(10, TimeUnit.SECONDS)).isEqualTo(1);
                assertThat(write(first, "update book set last = 1")).isEqualTo(1);
            } finally {
                other.shutdownNow();
            }
        }
    }

    @Test
    void a_rollback_to_a_savepoint_keeps_the_turn() throws Exception {
        try (Connection first = database.getConnection()) {
            first.setAutoCommit(false);
            Savepoint before = first.setSavepoint();
            write(first, "update book set last = 5");
            first.rollback(before);
            ExecutorService other = Executors.newSingleThreadExecutor();
            try (Connection second = database.getConnection()) {
                Future<Integer> line = other.submit(() -> write(second, "insert into line values (1)"));
                assertThatThrownBy(() -> line.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                first.commit();
                assertThat(line.get(10, TimeUnit.SECONDS)).isEqualTo(1);
            } finally {
                other.shutdownNow();
            }
        }
    }

    private static int write(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Test
    void who_reads_is_not_held_up_and_sees_what_was_committed() throws Exception {
        try (Connection writer = database.getConnection();
                Connection reader = database.getConnection()) {
            writer.setAutoCommit(false);
            write(writer, "update book set last = 7");
            assertThat(last(reader)).isZero();
            writer.commit();
            assertThat(last(reader)).isEqualTo(7);
        }
    }

    /** As the maker of the schema does, and a step of an import. */
    @Test
    void a_transaction_within_another_of_the_same_thread_has_part_in_its_turn_and_the_turn_ends_with_the_last()
            throws Exception {
        try (Connection outer = database.getConnection();
                Connection inner = database.getConnection();
                Connection another = database.getConnection()) {
            outer.setAutoCommit(false);
            write(outer, "update book set last = 1");
            write(inner, "insert into line values (1)");
            ExecutorService other = Executors.newSingleThreadExecutor();
            try {
                Future<Integer> line = other.submit(() -> write(another, "insert into line values (2)"));
                assertThatThrownBy(() -> line.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                outer.commit();
                assertThat(line.get(10, TimeUnit.SECONDS)).isEqualTo(1);
            } finally {
                other.shutdownNow();
            }
        }
    }

    @Test
    void a_connection_that_is_closed_gives_its_turn_on() throws Exception {
        Connection lost = database.getConnection();
        lost.setAutoCommit(false);
        lost.createStatement().execute("update book set last = 9");
        lost.close();
        try (Connection next = database.getConnection()) {
            assertThat(last(next)).isZero();
            next.createStatement().execute("update book set last = 4");
            assertThat(last(next)).isEqualTo(4);
        }
    }

    private static long last(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet book = statement.executeQuery("select last from book")) {
            book.next();
            return book.getLong(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from book where name = ? FOR  UPDATE",
                "insert into line values (1)",
                "merge into book values ('A', 1)",
                "alter table book add column x int",
                "set exclusive 1",
                "with a as (select 1) insert into t select * from a",
                "with a as (select 1) select * from t join a on true for update"
            })
    void what_is_not_known_to_read_only_waits_its_turn(String sql) {
        assertThat(SingleWriterDataSource.writes(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " select 1",
                "VALUES (1)",
                "call next value for s",
                "BACKUP TO 'x.zip'",
                "with a as (select 1) select * from a"
            })
    void who_reads_does_not_wait(String sql) {
        assertThat(SingleWriterDataSource.writes(sql)).isFalse();
    }
}
