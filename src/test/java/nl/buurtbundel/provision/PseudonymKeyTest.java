package nl.buurtbundel.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymKeyTest {
    @TempDir
    private Path folder;

    private Path file;
    private Connection connection;

    @BeforeEach
    void open_an_empty_database() throws SQLException {
        file = folder.resolve("secret/pseudonym.key");
        connection = DriverManager.getConnection("jdbc:h2:mem:", "sa", "");
        connection
                .createStatement()
                .execute("create table pseudonym_key (id integer primary key, check_value varchar(64) not null)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void the_first_start_makes_a_key_and_the_next_one_finds_it() throws Exception {
        String first = Pseudonyms.open(file, connection).pseudonym("somebody");

        assertThat(Pseudonyms.open(file, connection).pseudonym("somebody"))
                .isEqualTo(first)
                .hasSize(64);
        assertThat(Pseudonyms.open(file, connection).pseudonym("somebody else")).isNotEqualTo(first);
        assertThat(files()).containsExactly("pseudonym.key");
    }

    @Test
    void only_its_owner_reads_the_key() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no owners here");
        Pseudonyms.open(file, connection);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void another_key_is_refused_and_the_message_says_what_to_do() throws Exception {
        Pseudonyms.open(file, connection);
        Files.delete(file);
        PseudonymKey.create(file);

        assertThatThrownBy(() -> Pseudonyms.open(file, connection))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("is not the one this database was filled with")
                .hasMessageContaining("Put the right file back");
    }

    @Test
    void a_missing_key_is_not_made_anew_for_a_database_that_was_filled() throws Exception {
        Pseudonyms.open(file, connection);
        Files.delete(file);

        assertThatThrownBy(() -> Pseudonyms.open(file, connection))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is missing")
                .hasMessageContaining("Put the file back");
        assertThat(files()).isEmpty();
    }

    @Test
    void a_damaged_key_is_refused_without_a_word_of_what_it_holds() throws Exception {
        Pseudonyms.open(file, connection);
        String half = Files.readString(file).substring(0, 40);
        Files.writeString(file, half);

        assertThatThrownBy(() -> Pseudonyms.open(file, connection))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds no key")
                .hasMessageNotContaining(half);
    }

    @Test
    void a_first_start_that_was_cut_off_after_the_key_goes_on_with_that_key() throws Exception {
        String made = PseudonymKey.create(file).checkValue();

        assertThat(Pseudonyms.open(file, connection).checkValue()).isEqualTo(made);
    }

    @Test
    void processes_that_start_at_the_same_moment_get_one_key() throws Exception {
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService processes = Executors.newFixedThreadPool(8);
        Callable<String> start = () -> {
            together.await();
            return PseudonymKey.create(file).checkValue();
        };
        List<Future<String>> keys =
                IntStream.range(0, 8).mapToObj(i -> processes.submit(start)).toList();
        together.countDown();
        for (Future<String> key : keys) {
            assertThat(key.get())
                    .isEqualTo(PseudonymKey.find(file).orElseThrow().checkValue());
        }
        processes.shutdown();
        assertThat(files()).containsExactly("pseudonym.key");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.map(one -> one.getFileName().toString()).toList();
        }
    }
}
