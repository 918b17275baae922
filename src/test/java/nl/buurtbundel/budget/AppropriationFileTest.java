package nl.buurtbundel.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppropriationFileTest {
    private static final Set<String> FIELDS = Set.of("6.1", "6.712");

    @Test
    void each_line_is_a_task_field_an_amount_and_what_it_is_for() {
        assertThat(AppropriationFile.read(
                        bytes(
                                "\uFEFFTaakveld;Bedrag;Buurtplannen\r\n6.1;1.234,56;ja\r\n6.1; 10 ;NEE\r\n6.712;0,01;nee\r\n"),
                        FIELDS::contains))
                .containsExactly(
                        new AppropriationLine("6.1", Money.ofCents(123_456), true),
                        new AppropriationLine("6.1", Money.ofEuros(10), false),
                        new AppropriationLine("6.712", Money.ofCents(1), false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "taakveld;bedrag                          | foundation.error.table-columns",
                "taakveld;bedrag;buurtplannen             | foundation.error.table-empty",
                "taakveld;bedrag;buurtplannen~6.1;1       | foundation.error.table-no-table",
                "taakveld;bedrag;buurtplannen~6.1;x;ja    | budget.error.adopted-amount",
                "taakveld;bedrag;buurtplannen~6.1;0;ja    | budget.error.adopted-amount",
                "taakveld;bedrag;buurtplannen~6.1;-1;ja   | budget.error.adopted-amount",
                "taakveld;bedrag;buurtplannen~6.1;1;soms  | budget.error.adopted-for",
                "taakveld;bedrag;buurtplannen~9.9;1;ja    | budget.error.adopted-task-field",
                "taakveld;bedrag;buurtplannen~6.1;1;ja~6.1;2;ja | budget.error.adopted-twice",
            })
    void what_is_wrong_is_refused_with_its_line(String file, String code) {
        assertThatThrownBy(() -> AppropriationFile.read(bytes(file.replace("~", "\n")), FIELDS::contains))
                .isInstanceOf(Refusal.class)
                .hasMessage(code);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
