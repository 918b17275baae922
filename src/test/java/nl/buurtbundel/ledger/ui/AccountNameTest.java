package nl.buurtbundel.ledger.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.Map;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Held;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.ReservationId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountNameTest {
    private static final NeighbourhoodCode SQUARE = new NeighbourhoodCode("BU99010101");

    @Test
    void an_account_is_called_after_its_neighbourhood_by_name_and_by_code_where_no_name_is_known() {
        AccountName names = new AccountName(new Dutch(), Map.of(SQUARE, "Het Plein"), Map.of(), Map.of());

        assertThat(names.of(account(SQUARE))).endsWith(" · Het Plein");
        assertThat(names.of(account(new NeighbourhoodCode("BU99010102")))).endsWith(" · BU99010102");
        assertThat(names.of(account(null))).doesNotContain("BU99", "Plein");
    }

    @Test
    void what_is_held_is_told_with_the_payment_it_is_held_for() {
        AccountName names =
                new AccountName(new Dutch(), Map.of(), Map.of(), Map.of(new ReservationId(3), "zaalhuur in mei"));

        assertThat(names.about(held(3))).endsWith(", zaalhuur in mei");
        assertThat(names.about(held(4))).isEqualTo(names.reference("initiative:7"));
    }

    private static Held held(long id) {
        return new Held(new ReservationId(id), "initiative:7", Reason.PAID, LocalDate.EPOCH, Money.ofEuros(1));
    }

    private static AccountKey account(@Nullable NeighbourhoodCode neighbourhood) {
        return new AccountKey(
                new MunicipalityCode("GM9901"), new FiscalYear(2026), AccountKind.values()[0], "", "", neighbourhood);
    }

    private static final class Dutch extends Div {
        @Override
        public String getTranslation(String key, Object... parameters) {
            return Messages.text(Messages.DUTCH, key, parameters);
        }
    }
}
