package nl.buurtbundel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MunicipalBalanceFileTest {

    @Test
    void each_line_is_a_day_a_task_field_and_what_was_spent_until_then() {
        assertThat(MunicipalBalanceFile.read(
                        bytes("\uFEFFDatum;Taakveld;Bedrag\r\n2026-03-31;6.1;1.234,56\r\n2026-03-30;6.21;0\r\n")))
                .containsExactly(
                        new MunicipalBalanceFile.Line(2, LocalDate.of(2026, 3, 31), "6.1", Money.ofCents(123_456)),
                        new MunicipalBalanceFile.Line(3, LocalDate.of(2026, 3, 30), "6.21", Money.ZERO));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dag;veld;bedrag                                        | foundation.error.table-columns",
                "datum;taakveld;bedrag                                  | foundation.error.table-empty",
                "datum;taakveld;bedrag\\n31-03-2026;6.1;1               | ledger.error.balances-day",
                "datum;taakveld;bedrag\\n2026-03-31;6.1;veel            | ledger.error.balances-amount",
                "datum;taakveld;bedrag\\n2026-03-31;6.1;1,234           | ledger.error.balances-amount",
                "datum;taakveld;bedrag\\n2026-03-31;6.1                 | foundation.error.table-no-table",
                "datum;taakveld;bedrag\\n2026-03-31;6.1;1\\n2026-03-31;6.1;2 | ledger.error.balances-twice",
            })
    void what_is_wrong_is_refused_with_its_line(String file, String code) {
        assertThatThrownBy(() -> MunicipalBalanceFile.read(bytes(file.replace("\\n", "\n"))))
                .isInstanceOf(Refusal.class)
                .hasMessage(code);
    }

    @Test
    void another_encoding_is_refused_and_so_is_what_is_too_long() {
        assertThatThrownBy(() -> MunicipalBalanceFile.read(new byte[] {(byte) 0xFF, (byte) 0xFE, 0}))
                .hasMessage("foundation.error.table-encoding");
        assertThatThrownBy(() -> MunicipalBalanceFile.read(new byte[1_000_001]))
                .hasMessage("foundation.error.table-too-long");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
