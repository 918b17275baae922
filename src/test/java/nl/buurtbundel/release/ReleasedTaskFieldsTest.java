package nl.buurtbundel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.provision.ContractForm;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.Need;
import org.junit.jupiter.api.Test;

class ReleasedTaskFieldsTest {
    private static final FiscalYear OLD = new FiscalYear(2024);
    private static final FiscalYear NEW = new FiscalYear(2026);

    @Test
    void every_need_of_the_wmo_has_a_field_in_both_numberings() {
        for (Need need : Need.values()) {
            assertThat(ReleasedTaskFields.find(Law.WMO, ContractForm.PER_UNIT, need, OLD))
                    .isPresent();
            assertThat(ReleasedTaskFields.find(Law.WMO, ContractForm.PER_UNIT, need, NEW))
                    .isPresent();
        }
        assertThat(ReleasedTaskFields.find(Law.WMO, ContractForm.PER_UNIT, Need.MEALS, NEW))
                .contains("6.714");
        assertThat(ReleasedTaskFields.find(Law.WMO, null, Need.GUIDANCE, NEW)).contains("6.712");
        assertThat(ReleasedTaskFields.find(Law.WMO, null, Need.GUIDANCE, OLD)).contains("6.71b");
        assertThat(ReleasedTaskFields.find(Law.WMO, null, Need.AIDS, NEW)).contains("6.60");
        assertThat(ReleasedTaskFields.find(Law.WMO, null, Need.AIDS, OLD)).contains("6.6");
    }

    @Test
    void a_personal_budget_has_a_field_of_its_own_since_2025() {
        assertThat(ReleasedTaskFields.find(Law.WMO, ContractForm.PERSONAL_BUDGET, Need.GUIDANCE, NEW))
                .contains("6.791");
        assertThat(ReleasedTaskFields.find(Law.JEUGDWET, ContractForm.PERSONAL_BUDGET, Need.RESPITE, NEW))
                .contains("6.792");
        assertThat(ReleasedTaskFields.find(Law.WMO, ContractForm.PERSONAL_BUDGET, Need.GUIDANCE, OLD))
                .contains("6.71b");
    }

    @Test
    void every_field_exists_in_the_published_numbering_of_its_year() throws IOException {
        Path shared = Path.of(System.getProperty("shared.data", "../shared/data"));
        Path published = shared.resolve("iv3/taakvelden_sociaal_domein.csv");
        assumeTrue(Files.exists(published), "no published task fields here");
        List<String> lines = Files.readAllLines(published);
        for (FiscalYear year : List.of(OLD, NEW)) {
            List<String> valid = lines.stream()
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .filter(line -> Integer.parseInt(line[2]) <= year.year())
                    .filter(line -> line[3].isEmpty() || Integer.parseInt(line[3]) >= year.year())
                    .map(line -> line[0])
                    .toList();
            for (Law law : Law.values()) {
                for (Need need : Need.values()) {
                    for (ContractForm form : ContractForm.values()) {
                        ReleasedTaskFields.find(law, form, need, year)
                                .ifPresent(field -> assertThat(valid).contains(field));
                    }
                }
            }
        }
    }
}
