package nl.buurtbundel.initiative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.buurtbundel.catalogue.Text;
import org.junit.jupiter.api.Test;

class PurseRulesTest {
    @Test
    void each_number_knows_its_year_and_where_it_comes_from() {
        assertThat(PurseRules.list()).hasSizeGreaterThan(10).allSatisfy(rule -> {
            assertThat(rule.year()).as(rule.code()).isBetween(2024, 2030);
            assertThat(rule.source()).as(rule.code()).isNotBlank();
        });
        assertThat(PurseRules.list()).extracting(PurseRule::code).doesNotHaveDuplicates();
    }

    /** What the script reckons with is in the table, and nothing in the table is there for show. */
    @Test
    void the_script_uses_each_number_and_has_none_of_its_own() throws IOException {
        String script = Files.readString(Path.of("src/main/webapp/portemonnee.js"), StandardCharsets.UTF_8);
        Set<String> unused = PurseRules.list().stream()
                .map(PurseRule::code)
                .filter(code -> !script.contains("'" + code + "'") && !script.contains("rules." + code))
                .collect(Collectors.toSet());
        assertThat(unused).as("shown and not reckoned with").containsExactly("minimum-wage");
        assertThat(script)
                .doesNotContainPattern("fetch|XMLHttpRequest|sendBeacon|WebSocket|[Ss]torage|cookie|indexedDB");
        assertThat(Pattern.compile("(?<![\\w'#.-])\\d+(\\.\\d+)?(?![\\w'])")
                        .matcher(script.replaceAll("(?m)//.*$", "").replaceAll("/\\^.*?\\$/", ""))
                        .results()
                        .map(found -> found.group())
                        .collect(Collectors.toSet()))
                .as("numbers that are no rule: ends of a range, a whole, percents, months of a year, a pause")
                .isSubsetOf("0", "1", "12", "100", "1000");
    }

    @Test
    void a_rule_that_makes_no_sense_is_not_made() {
        assertThatThrownBy(() -> rule("2", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rule("-1", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rule("0", "101")).isInstanceOf(IllegalArgumentException.class);
        assertThat(rule("0", "100").isRange()).isTrue();
    }

    private static PurseRule rule(String low, String high) {
        return new PurseRule(
                "a",
                new BigDecimal(low),
                new BigDecimal(high),
                PurseRule.Unit.PERCENT,
                2025,
                false,
                "art. 1",
                new Text("a", "a"));
    }
}
