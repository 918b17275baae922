package nl.buurtbundel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    void what_comes_again_under_its_own_path_replaces_what_was_there() {
        add("berichten/1.xml", "cut off");
        add("berichten/1.xml", "whole");

        assertThat(contents()).containsExactly("whole");
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
