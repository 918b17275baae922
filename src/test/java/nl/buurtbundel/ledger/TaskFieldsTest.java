package nl.buurtbundel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class TaskFieldsTest {
    private static final Path MIGRATION = Path.of("src/main/resources/db/migration/V010__ledger.sql");
    private static final Path COMPILATION =
            Path.of(System.getProperty("shared.data", "../shared/data"), "iv3", "taakvelden_sociaal_domein.csv");

    @Test
    void both_numberings_stand_side_by_side_and_no_code_has_two_meanings_in_a_year() throws IOException {
        Set<String> fields = inMigration();

        assertThat(fields).hasSizeGreaterThan(45);
        assertThat(fields)
                .contains(
                        "6.72a;Jeugdhulp begeleiding;2023;2024",
                        "6.751;Jeugdhulp ambulant lokaal;2025;",
                        "6.1;Samenkracht en burgerparticipatie;2023;2024",
                        "6.1;Samenkracht en burgerparticipatie;2025;");
        for (String year : Set.of("2023", "2025")) {
            assertThat(fields.stream()
                            .filter(field -> field.contains(';' + year + ';'))
                            .map(field -> field.substring(0, field.indexOf(';'))))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void the_table_says_what_the_public_codes_say() throws IOException {
        Assumptions.assumeTrue(Files.exists(COMPILATION), "no compilation of public codes at " + COMPILATION);
        Set<String> published = new TreeSet<>(Files.readAllLines(COMPILATION));
        // the head, and the field by which money goes over a year end: no field of the social domain
        published.removeIf(line -> line.startsWith("code;") || line.startsWith("0.10;") || line.isBlank());

        assertThat(inMigration()).isEqualTo(published);
    }

    private static Set<String> inMigration() throws IOException {
        Matcher row = Pattern.compile("\\('[^']+', '([^']+)', '([^']+)', (\\d{4}), (\\d{4}|null)\\)")
                .matcher(Files.readString(MIGRATION));
        Set<String> fields = new TreeSet<>();
        while (row.find()) {
            String last = "null".equals(row.group(4)) ? "" : row.group(4);
            fields.add(row.group(1) + ';' + row.group(2) + ';' + row.group(3) + ';' + last);
        }
        return fields;
    }
}
