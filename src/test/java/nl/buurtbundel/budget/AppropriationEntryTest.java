package nl.buurtbundel.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

class AppropriationEntryTest {
    @Test
    void of_what_was_corrected_nothing_stands() {
        assertThat(entry(false).standing()).isEqualTo(Money.ofEuros(100));
        assertThat(entry(true).standing()).isEqualTo(Money.ZERO);
    }

    private static AppropriationEntry entry(boolean corrected) {
        return new AppropriationEntry("6.1", Money.ofEuros(100), true, "2026-1", LocalDate.EPOCH, corrected);
    }
}
