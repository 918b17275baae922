package nl.buurtbundel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.buurtbundel.foundation.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {
    private final Upload upload = Upload.create();

    @AfterEach
    void leave_nothing() {
        upload.delete();
    }

    @Test
    void files_of_the_same_name_in_different_folders_are_all_there() {
        add("berichten/januari/1.xml", "a");
        add("berichten/februari/1.xml", "b");
        add("berichten/a/b/c/d/e/f/g/h/i/1.xml", "c");

        assertThat(contents()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(upload.names()).containsExactly("berichten/");
    }

    @Test
    void zips_of_the_same_name_are_all_read_and_their_files_keep_apart() throws IOException {
        // what comes in under a name that is there gets a folder of its own
        upload.add("export.zip", new ByteArrayInputStream(zipped("a")));
        upload.add("2/export.zip", new ByteArrayInputStream(zipped("b")));

        assertThat(contents()).containsExactlyInAnyOrder("a", "b");
        try (IncomingFiles files = IncomingFiles.of(upload.folder(), IntakeLimits.DEFAULT)) {
            assertThat(files.refused()).isEmpty();
            assertThat(files.list())
                    .extracting(IncomingFile::name)
                    .containsExactlyInAnyOrder("export.zip/1.xml", "2/export.zip/1.xml");
        }
    }

    private static byte[] zipped(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("1.xml"));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void another_file_under_a_name_that_is_there_is_refused_by_that_name_and_the_first_stays() {
        add("berichten/1.xml", "a");

        assertThatThrownBy(() -> add("berichten\\1.xml", "b")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("intake.error.file-name-twice");
            assertThat(refusal.parameters()).containsExactly("berichten/1.xml");
        });
        assertThatThrownBy(() -> add("berichten", "c")).isInstanceOf(Refusal.class);
        assertThat(contents()).containsExactly("a");
        upload.remove("berichten/1.xml");
        add("berichten/1.xml", "b");
        assertThat(contents()).containsExactly("b");
    }

    @Test
    void what_was_cut_off_can_be_sent_again_and_so_can_what_came_in_before_it() {
        add("berichten/1.xml", "a");
        assertThatThrownBy(() -> upload.add("berichten/2.xml", cutOff())).isInstanceOf(Refusal.class);
        assertThat(contents()).containsExactly("a");
        add("berichten/1.xml", "a");
        add("berichten/2.xml", "whole");

        assertThat(contents()).containsExactly("a", "whole");
    }

    @Test
    void of_two_files_that_come_under_one_name_at_the_same_moment_one_is_refused() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 50; round++) {
                String name = round + "/1.xml";
                CountDownLatch together = new CountDownLatch(1);
                List<Future<Boolean>> all = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    String content = "content of " + i;
                    all.add(threads.submit(() -> {
                        together.await();
                        try {
                            add(name, content);
                            return true;
                        } catch (Refusal refused) {
                            return false;
                        }
                    }));
                }
                together.countDown();
                int taken = 0;
                for (Future<Boolean> one : all) {
                    taken += one.get() ? 1 : 0;
                }
                assertThat(taken).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(contents()).hasSize(50);
    }

    @Test
    void what_is_given_up_while_it_comes_in_leaves_nothing_on_disk() {
        add("1.xml", "a");
        Path there = upload.folder().getParent();
        upload.add("map/2.xml", new ByteArrayInputStream(new byte[] {1, 2}) {
            @Override
            public long transferTo(OutputStream out) throws IOException {
                upload.delete();
                assertThat(there).exists();
                return super.transferTo(out);
            }
        });

        assertThat(there).doesNotExist();
        assertThatThrownBy(() -> add("3.xml", "c")).isInstanceOf(Refusal.class);
        assertThat(there).doesNotExist();
    }

    @Test
    void what_is_taken_from_the_list_is_not_handed_in() {
        add("berichten/januari/1.xml", "a");
        add("2/tarieven.csv", "b");
        add("tarieven.csv", "c");
        upload.remove("2/tarieven.csv");
        upload.remove("berichten");

        assertThat(contents()).containsExactly("c");
        assertThat(upload.names()).containsExactly("tarieven.csv");
        upload.remove("tarieven.csv");
        assertThat(upload.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "..", "../1.xml", "a/../../1.xml", "a\\..\\1.xml", "a/\u0000.xml"})
    void a_name_that_leads_out_of_the_upload_or_nowhere_is_refused(String name) {
        assertThatThrownBy(() -> add(name, "x"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("intake.error.file-name"));
        assertThatThrownBy(() -> upload.remove(name)).isInstanceOf(Refusal.class);
        assertThat(upload.isEmpty()).isTrue();
    }

    @Test
    void an_absolute_path_stays_inside_the_upload() {
        add("/etc/passwd", "x");

        assertThat(upload.names()).containsExactly("etc/");
    }

    private void add(String name, String content) {
        upload.add(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static InputStream cutOff() {
        return new SequenceInputStream(new ByteArrayInputStream(new byte[] {1, 2}), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut off");
            }
        });
    }

    private List<String> contents() {
        try (IncomingFiles files = IncomingFiles.of(upload.folder(), IntakeLimits.DEFAULT)) {
            return files.list().stream().map(UploadTest::content).toList();
        }
    }

    private static String content(IncomingFile file) {
        try (var in = file.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
