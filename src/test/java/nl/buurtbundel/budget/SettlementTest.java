package nl.buurtbundel.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettlementTest {
    @Test
    void what_was_granted_is_what_was_paid_and_what_went_back() {
        Settlement settlement = Settlement.of(List.of(
                        moved(1, Reason.GRANTED, 2_000, null, false),
                        moved(2, Reason.GRANTED, 1_000, null, false),
                        moved(3, Reason.PAID, 100, null, false),
                        moved(4, Reason.PRE_FINANCING_REPAID, 500, null, false),
                        moved(5, Reason.UNSPENT_RETURNED, 2_900, null, false)))
                .orElseThrow();
        assertThat(settlement)
                .isEqualTo(new Settlement(Money.ofEuros(3_000), Money.ofEuros(100), Money.ofEuros(2_900)));
    }

    /** Of 800 from others 300 went on when the year ended, and 200 that had gone back. Together it was granted once. */
    @Test
    void what_others_gave_and_went_on_is_neither_granted_again_nor_gone_back() {
        Settlement settlement = Settlement.of(List.of(
                        moved(1, Reason.GRANTED, 1_000, null, false),
                        moved(2, Reason.PAID, 100, null, false),
                        onward(3, 300, AccountKind.GRANTED, AccountKind.CONTRIBUTED),
                        onward(4, 300, AccountKind.CONTRIBUTED, AccountKind.GRANTED),
                        moved(5, Reason.UNSPENT_RETURNED, 600, null, false),
                        onward(6, 200, AccountKind.CONTRIBUTED, AccountKind.GRANTED)))
                .orElseThrow();
        assertThat(settlement).isEqualTo(new Settlement(Money.ofEuros(1_000), Money.ofEuros(100), Money.ofEuros(400)));
    }

    @Test
    void a_booking_that_was_countered_counts_no_more() {
        Settlement settlement = Settlement.of(List.of(
                        moved(1, Reason.GRANTED, 2_000, null, false),
                        moved(2, Reason.GRANTED, 700, null, true),
                        moved(3, Reason.GRANTED, 700, 2L, false)))
                .orElseThrow();
        assertThat(settlement.granted()).isEqualTo(Money.ofEuros(2_000));
    }

    @Test
    void where_nothing_was_granted_there_is_nothing_to_settle() {
        assertThat(Settlement.of(List.of())).isEmpty();
    }

    private static TransferSummary moved(
            long id, Reason reason, long euros, @Nullable Long counters, boolean countered) {
        return moved(id, reason, euros, AccountKind.GRANTED, AccountKind.GRANTED, counters, countered);
    }

    private static TransferSummary onward(long id, long euros, AccountKind from, AccountKind to) {
        return moved(id, Reason.CONTRIBUTION_MOVED, euros, from, to, null, false);
    }

    private static TransferSummary moved(
            long id,
            Reason reason,
            long euros,
            AccountKind from,
            AccountKind to,
            @Nullable Long counters,
            boolean countered) {
        return Booked.transfer(
                id,
                AccountKey.of(new MunicipalityCode("GM9901"), new FiscalYear(2027), from),
                AccountKey.of(new MunicipalityCode("GM9901"), new FiscalYear(2027), to),
                Money.ofEuros(euros),
                reason,
                "initiative:1",
                counters == null ? null : new TransferId(counters),
                countered);
    }
}
