package nl.buurtbundel.foundation;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.buurtbundel.assessment.Consequence;
import nl.buurtbundel.assessment.Corner;
import nl.buurtbundel.assessment.ObjectionKind;
import nl.buurtbundel.budget.ContributorKind;
import nl.buurtbundel.budget.CoverKind;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.ProofRule;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.outcome.CostOfDeciding;
import nl.buurtbundel.outcome.WorkStep;
import nl.buurtbundel.spending.ExpenseState;
import nl.buurtbundel.spending.LapseReason;
import nl.buurtbundel.spending.Unmatched;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/messages");

    @Test
    void both_languages_have_the_same_keys() throws IOException {
        for (Path dutch : files("_nl.properties")) {
            Path english = dutch.resolveSibling(dutch.getFileName().toString().replace("_nl.", "_en."));
            assertThat(load(english).stringPropertyNames())
                    .as(english.toString())
                    .containsExactlyInAnyOrderElementsOf(load(dutch).stringPropertyNames());
        }
    }

    @Test
    void what_a_form_filled_in_is_retold_and_what_somebody_wrote_is_not() {
        String key = "initiative.form.bridge-default";
        String filledIn = Messages.text(Messages.DUTCH, key);

        assertThat(Messages.retold(Messages.ENGLISH, key, filledIn)).isEqualTo(Messages.text(Messages.ENGLISH, key));
        assertThat(Messages.retold(Messages.DUTCH, key, filledIn)).isEqualTo(filledIn);
        assertThat(Messages.retold(Messages.ENGLISH, key, "Oma")).isEqualTo("Oma");
    }

    @Test
    void every_reader_is_named_in_a_sentence() throws IOException {
        for (Path file : files(".properties")) {
            Properties texts = load(file);
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);
                if (key.contains(".who-sees") || key.contains("-who-sees")) {
                    assertThat(text).as(file + " " + key).matches("(?s)\\p{Lu}.*[.?]”?");
                }
                assertThat(text).as(file + " " + key).doesNotContain("„");
            }
        }
    }

    @Test
    void every_key_begins_with_its_room_and_every_text_is_a_good_pattern() throws IOException {
        for (Path file : files(".properties")) {
            String room = file.getFileName().toString().replaceAll("_(nl|en)\\.properties$", "");
            Properties texts = load(file);
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);
                assertThat(key).as(file.toString()).startsWith(room + ".");
                assertThat(text).as(file + " " + key).isNotBlank().doesNotContain("'");
                new MessageFormat(text, Messages.DUTCH);
            }
        }
    }

    @Test
    void every_key_that_the_program_names_has_a_text() throws IOException {
        Set<String> rooms = new TreeSet<>();
        for (Path file : files("_nl.properties")) {
            rooms.add(file.getFileName().toString().replace("_nl.properties", ""));
        }
        Pattern key = Pattern.compile("\"((?:" + String.join("|", rooms) + ")\\.[a-z0-9-]+(?:\\.[a-z0-9-]+)*)\"");
        List<String> missing = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher found = key.matcher(Files.readString(source));
                while (found.find()) {
                    if (!Messages.has(Messages.DUTCH, found.group(1)) && !isDeed(source, found.start())) {
                        missing.add(source.getFileName() + ": " + found.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** Of two with one key the first is silently forgotten. */
    @Test
    void no_key_stands_twice_in_a_file() throws IOException {
        List<String> twice = new ArrayList<>();
        for (String end : List.of("_nl.properties", "_en.properties")) {
            for (Path file : files(end)) {
                Set<String> keys = new TreeSet<>();
                for (String line : Files.readAllLines(file)) {
                    int sign = line.indexOf('=');
                    if (sign > 0 && !line.startsWith("#") && !keys.add(line.substring(0, sign))) {
                        twice.add(file.getFileName() + ": " + line.substring(0, sign));
                    }
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    /** Screens put these keys together, so that no source names them. */
    @Test
    void every_value_that_a_screen_puts_into_words_has_a_text() {
        Map<String, Enum<?>[]> spoken = Map.ofEntries(
                entry("assessment.kind.", ObjectionKind.values()),
                entry("assessment.affected.", Consequence.Affected.values()),
                entry("assessment.term.", Consequence.Term.values()),
                entry("assessment.effect.", Consequence.Effect.values()),
                entry("assessment.corner.", Corner.Value.values()),
                entry("assessment.triangle.", Corner.Value.values()),
                entry("assessment.lack.", Corner.Why.values()),
                entry("ledger.reason.", Reason.values()),
                entry("ledger.kind.", AccountKind.values()),
                entry("ledger.rule.", ProofRule.values()),
                entry("budget.way.", Reason.values()),
                entry("budget.kind.", CoverKind.values()),
                entry("budget.contributor.", ContributorKind.values()),
                entry("decision.cover-kind.", CoverKind.values()),
                entry("decision.left-over.", LeftOver.values()),
                entry("decision.council-document.left-over.", LeftOver.values()),
                entry("decision.council-document.draft-left-over.", LeftOver.values()),
                entry("outcome.step.", WorkStep.values()),
                entry("outcome.work.", CostOfDeciding.Work.values()),
                entry("spending.expense-state.", ExpenseState.values()),
                entry("spending.lapsed.", LapseReason.values()),
                entry("spending.unmatched.", Unmatched.values()));
        List<String> missing = new ArrayList<>();
        spoken.forEach((prefix, values) -> {
            for (Enum<?> value : values) {
                String key = prefix + Messages.word(value);
                if (!Messages.has(Messages.DUTCH, key)) {
                    missing.add(key);
                }
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void an_unknown_key_is_a_mistake_and_not_an_empty_screen() {
        assertThat(Messages.has(Messages.DUTCH, "foundation.no-such-text")).isFalse();
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Messages.text(Messages.DUTCH, "foundation.no-such-text"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Names of deeds in the audit log look like keys but are for machines. */
    private static boolean isDeed(Path source, int at) throws IOException {
        String before = Files.readString(source).substring(Math.max(0, at - 160), at);
        return before.matches(
                "(?s).*(audit\\w*\\s*\\.\\s*(record|event)(For|Unnamed)?|auditLog\\s*\\.\\s*(record|event)(For)?)\\([^;]*");
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> found = Files.list(FOLDER)) {
            return found.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Properties load(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
