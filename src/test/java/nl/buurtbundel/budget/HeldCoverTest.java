package nl.buurtbundel.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.junit.jupiter.api.Test;

class HeldCoverTest {
    private static final AccountKey RELEASED = account(AccountKind.RELEASED, "6.751");
    private static final AccountKey APPROPRIATED = account(AccountKind.APPROPRIATED, "6.1");
    private static final AccountKey OTHER = account(AccountKind.APPROPRIATED, "6.21");
    private static final HeldCover TWELVE_HOUSEHOLDS = cover("6000.00", "7000.00");

    @Test
    void a_proposal_with_the_release_of_one_household_more_tells_what_that_household_cost() {
        assertThat(tells(TWELVE_HOUSEHOLDS, cover("6512.34", "6487.66"))).isTrue();
        assertThat(tells(cover("6512.34", "6487.66"), TWELVE_HOUSEHOLDS)).isTrue();
        assertThat(tells(TWELVE_HOUSEHOLDS, new HeldCover(Map.of(APPROPRIATED, Money.ofEuros(13_000)))))
                .isTrue();
    }

    @Test
    void the_same_again_and_what_was_asked_more_tell_nothing() {
        assertThat(tells(TWELVE_HOUSEHOLDS, TWELVE_HOUSEHOLDS)).isFalse();
        assertThat(tells(TWELVE_HOUSEHOLDS, cover("6000.00", "9000.00"))).isFalse();
        assertThat(tells(
                        new HeldCover(Map.of(RELEASED, Money.ofEuros(500))),
                        new HeldCover(Map.of(RELEASED, Money.ofEuros(800)))))
                .isFalse();
    }

    @Test
    void what_the_council_gave_is_nobody_s() {
        assertThat(tells(
                        new HeldCover(Map.of(APPROPRIATED, Money.ofEuros(500), OTHER, Money.ofEuros(300))),
                        new HeldCover(Map.of(APPROPRIATED, Money.ofEuros(300), OTHER, Money.ofEuros(500)))))
                .isFalse();
    }

    private static boolean tells(HeldCover one, HeldCover other) {
        return one.tellsBeside(other, account -> account.kind() == AccountKind.RELEASED);
    }

    private static HeldCover cover(String released, String appropriated) {
        return new HeldCover(Map.of(RELEASED, Money.parse(released), APPROPRIATED, Money.parse(appropriated)));
    }

    private static AccountKey account(AccountKind kind, String taskField) {
        return AccountKey.of(new MunicipalityCode("GM9901"), new FiscalYear(2026), kind)
                .withTaskField(taskField);
    }
}
