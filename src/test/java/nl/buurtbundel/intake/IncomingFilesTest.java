package nl.buurtbundel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.buurtbundel.foundation.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingFilesTest {
    private static final IntakeLimits SMALL = limits(100, 1 << 20);

    @TempDir
    private Path folder;

    @Test
    void the_files_of_a_zip_are_read_where_they_lie() throws IOException {
        Path zip = zip("a/1.xml", "one", "2.csv", "two");

        try (IncomingFiles files = IncomingFiles.of(zip, SMALL)) {
            assertThat(files.list()).extracting(IncomingFile::name).containsExactly("a/1.xml", "2.csv");
            try (InputStream in = files.list().get(1).open()) {
                assertThat(in.readAllBytes()).asString().isEqualTo("two");
            }
        }
    }

    @Test
    void a_folder_is_read_in_order_and_links_in_it_are_not_followed() throws IOException {
        Path secret = Files.writeString(folder.resolve("geheim.txt"), "x");
        Path source = Files.createDirectory(folder.resolve("bron"));
        Files.writeString(source.resolve("b.xml"), "b");
        Files.writeString(source.resolve("a.xml"), "a");
        Files.createSymbolicLink(source.resolve("c.xml"), secret);

        try (IncomingFiles files = IncomingFiles.of(source, SMALL)) {
            assertThat(files.list()).extracting(IncomingFile::name).containsExactly("a.xml", "b.xml");
        }
    }

    @Test
    void zips_that_come_together_are_each_read_and_one_that_is_broken_spoils_no_other() throws IOException {
        Path source = Files.createDirectory(folder.resolve("samen"));
        Files.move(zip("1.xml", "one"), source.resolve("januari.zip"));
        Files.move(zip("1.xml", "two"), source.resolve("februari.zip"));
        Files.writeString(source.resolve("ruis.zip"), "geen zip");
        Files.writeString(source.resolve("los.xml"), "three");
        Files.move(
                zip("1.xml", "four"),
                Files.createDirectory(source.resolve("map")).resolve("diep.zip"));

        try (IncomingFiles files = IncomingFiles.of(source, SMALL)) {
            assertThat(files.list())
                    .extracting(IncomingFile::name)
                    .containsExactly("los.xml", "februari.zip/1.xml", "januari.zip/1.xml", "map/diep.zip/1.xml");
            try (InputStream in = files.list().get(2).open()) {
                assertThat(in.readAllBytes()).asString().isEqualTo("one");
            }
            assertThat(files.refused())
                    .extracting(RefusedItem::file, RefusedItem::code)
                    .containsExactly(tuple("ruis.zip", "zip-broken"));
        }
    }

    @Test
    void of_zips_that_are_too_many_together_the_rest_is_to_be_handed_in_again() throws IOException {
        Path source = Files.createDirectory(folder.resolve("samen"));
        for (String name : List.of("a.zip", "b.zip", "c.zip", "d.zip")) {
            Files.move(zip("1.xml", "one"), source.resolve(name));
        }
        Files.writeString(source.resolve("b.zip"), "geen zip");

        assertTaken(source, limits(2, 1 << 20), List.of("a.zip/1.xml", "c.zip/1.xml"), List.of("b.zip", "d.zip"));
    }

    @Test
    void what_the_lists_of_all_zips_keep_in_memory_is_counted_before_they_are_opened() throws IOException {
        Path source = Files.createDirectory(folder.resolve("samen"));
        for (String name : List.of("a.zip", "b.zip", "c.zip")) {
            Files.move(zip("x".repeat(500) + ".xml", "one"), source.resolve(name));
        }
        Files.move(zip("1.xml", "small"), source.resolve("d.zip"));

        assertTaken(
                source,
                limits(100, 1_200),
                List.of("a.zip/" + "x".repeat(500) + ".xml", "b.zip/" + "x".repeat(500) + ".xml", "d.zip/1.xml"),
                List.of("c.zip"));
    }

    @Test
    void the_files_of_all_zips_together_are_counted_before_they_are_opened() throws IOException {
        Path source = Files.createDirectory(folder.resolve("samen"));
        String[] ten = new String[20];
        for (int i = 0; i < 20; i++) {
            ten[i] = i % 2 == 0 ? i + ".xml" : "x";
        }
        for (int number = 10; number < 30; number++) {
            Files.move(zip(ten), source.resolve(number + ".zip"));
        }
        try (IncomingFiles files = IncomingFiles.of(source, SMALL)) {
            assertThat(files.list()).hasSize(200);
            assertThat(files.refused()).isEmpty();
        }
        Files.writeString(source.resolve("los.xml"), "x");

        try (IncomingFiles files = IncomingFiles.of(source, SMALL)) {
            assertThat(files.list()).hasSize(191);
            assertThat(files.refused())
                    .extracting(RefusedItem::file, RefusedItem::code)
                    .containsExactly(tuple("29.zip", "zip-later"));
        }
    }

    private static void assertTaken(Path source, IntakeLimits limits, List<String> taken, List<String> refused) {
        try (IncomingFiles files = IncomingFiles.of(source, limits)) {
            assertThat(files.list()).extracting(IncomingFile::name).containsExactlyElementsOf(taken);
            assertThat(files.refused()).extracting(RefusedItem::file).containsExactlyElementsOf(refused);
            RefusedItem last = files.refused().get(refused.size() - 1);
            assertThat(last.code()).isEqualTo("zip-later");
            assertThat(last.text(Messages.DUTCH)).isNotBlank();
            assertThat(last.text(Messages.ENGLISH)).isNotBlank();
        }
    }

    private static IntakeLimits limits(int zips, long listBytes) {
        return new IntakeLimits(1 << 20, 32, 1000, 1 << 20, 1000, 10, 4 << 20, 100, zips, listBytes);
    }

    @Test
    void zips_that_come_together_unpack_no_more_than_one_may() throws IOException {
        Path source = Files.createDirectory(folder.resolve("samen"));
        String noise = noise(3 << 20);
        for (String name : List.of("a.zip", "b.zip", "c.zip")) {
            Files.move(zip("1.xml", noise), source.resolve(name));
        }

        Throwable thrown = catchThrowableOfType(Throwable.class, () -> {
            try (IncomingFiles files = IncomingFiles.of(source, SMALL)) {
                for (IncomingFile file : files.list()) {
                    try (InputStream in = file.open()) {
                        in.readAllBytes();
                    }
                }
            }
        });
        assertThat(thrown).isInstanceOf(Refused.class).hasMessage("zip-too-large");
    }

    private static String noise(int length) {
        StringBuilder text = new StringBuilder(length);
        new Random(2026).ints(length, 'a', 'z').forEach(letter -> text.append((char) letter));
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.xml", "a/../../b.xml", "/etc/a.xml", "a\\..\\b.xml", "C:a.xml"})
    void a_path_that_leads_outside_is_refused(String name) throws IOException {
        assertThat(refused(zip(name, "x")).code()).isEqualTo("zip-path");
    }

    @Test
    void a_zip_in_a_zip_and_too_many_files_are_refused() throws IOException {
        assertThat(refused(zip("binnen.ZIP", "x")).code()).isEqualTo("zip-nested");
        String[] many = new String[22];
        for (int i = 0; i < 22; i++) {
            many[i] = i % 2 == 0 ? i + ".xml" : "x";
        }
        assertThat(refused(zip(many)).code()).isEqualTo("zip-many-files");
    }

    @Test
    void what_grows_too_much_is_refused_before_unpacking() throws IOException {
        assertThat(refused(zip("bom.xml", "0".repeat(3 << 20))).code()).isEqualTo("zip-ratio");
        assertThat(refused(zip("1.xml", "0".repeat(3 << 20), "2.xml", "0".repeat(3 << 20)))
                        .code())
                .isIn("zip-ratio", "zip-too-large");
    }

    @Test
    void a_zip_that_lies_about_sizes_is_caught_while_unpacking() throws IOException {
        Path zip = zip("bom.xml", "0".repeat(3 << 20));
        patch(zip, 24, (byte) 10, (byte) 0, (byte) 0, (byte) 0);

        Throwable thrown = catchThrowableOfType(Throwable.class, () -> {
            try (IncomingFiles files = IncomingFiles.of(zip, SMALL);
                    InputStream in = files.list().get(0).open()) {
                in.readAllBytes();
            }
        });
        assertThat(thrown).isInstanceOf(Refused.class);
    }

    @Test
    void links_and_encrypted_files_are_refused() throws IOException {
        Path link = zip("link.xml", "/etc/passwd");
        patch(link, 38, (byte) 0, (byte) 0, (byte) 0xFF, (byte) 0xA1);
        assertThat(refused(link).code()).isEqualTo("zip-link");

        Path encrypted = zip("slot.xml", "x");
        patch(encrypted, 8, (byte) 1, (byte) 0);
        assertThat(refused(encrypted).code()).isEqualTo("zip-encrypted");
    }

    @Test
    void the_list_that_is_checked_is_the_one_that_is_read() throws IOException {
        Path zip = zip("link.xml", "/etc/passwd");
        byte[] harmless = Files.readAllBytes(zip);
        int end = harmless.length - 22;
        int list = ByteBuffer.wrap(harmless).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 16);
        patch(zip, 38, (byte) 0, (byte) 0, (byte) 0xFF, (byte) 0xA1);
        byte[] link = Files.readAllBytes(zip);
        Arrays.fill(link, end + 16, end + 20, (byte) 0);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(harmless, list, end - list);
        both.write(link);
        assertThat(refused(Files.write(folder.resolve("twee.zip"), both.toByteArray()))
                        .code())
                .isEqualTo("zip-link");

        both.reset();
        both.write(harmless);
        both.write('x');
        assertThat(refused(Files.write(folder.resolve("staart.zip"), both.toByteArray()))
                        .code())
                .isEqualTo("zip-broken");
    }

    @Test
    void what_is_no_zip_is_refused() throws IOException {
        Path noise = Files.writeString(folder.resolve("ruis.zip"), "geen zip");
        assertThat(refused(noise).code()).isEqualTo("zip-broken");

        byte[] whole = Files.readAllBytes(zip("1.xml", "one"));
        Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(refused(half).code()).isEqualTo("zip-broken");
        assertThat(refused(folder.resolve("weg.csv")).code()).isEqualTo("unreadable");
    }

    private Path zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return Files.write(Files.createTempFile(folder, "import", ".zip"), bytes.toByteArray());
    }

    /** Changes bytes of the first entry in the list of contents. */
    private static void patch(Path zip, int offset, byte... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(zip)).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (bytes.getInt(at) != 0x02014b50) {
            at++;
        }
        bytes.position(at + offset);
        bytes.put(values);
        Files.write(zip, bytes.array());
    }

    private static RefusedItem refused(Path source) {
        Refused refused = catchThrowableOfType(Refused.class, () -> {
            try (IncomingFiles files = IncomingFiles.of(source, SMALL)) {
                files.list();
            }
        });
        assertThat(refused).isNotNull();
        RefusedItem item = refused.items().get(0);
        assertThat(item.text(Messages.DUTCH)).isNotBlank();
        assertThat(item.text(Messages.ENGLISH)).isNotBlank();
        return item;
    }
}
