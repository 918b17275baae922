package nl.buurtbundel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.junit.jupiter.api.Test;

class LedgerRulesTest {
    private static final MunicipalityCode WATERRIJK = new MunicipalityCode("GM9901");
    private static final FiscalYear YEAR = new FiscalYear(2026);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final Account council = new Account(AccountKey.of(WATERRIJK, YEAR, AccountKind.COUNCIL));
    private final Account youth = account(AccountKind.APPROPRIATED, "6.751");
    private final Account wmo = account(AccountKind.APPROPRIATED, "6.712");
    private final Account granted = account(AccountKind.GRANTED, "6.1");
    private final Account paid = account(AccountKind.PAID, "6.1");
    private long number;

    @Test
    void a_transfer_has_postings_that_sum_to_zero_and_carries_the_field_of_the_giver() {
        Transfer transfer = Transfer.move(council, List.of(), youth, euros(100), cause(Reason.COUNCIL_ADOPTED));

        assertThat(transfer.postings()).extracting(Posting::amount).containsExactly(euros(-100), euros(100));
        assertThat(council.balance()).isEqualTo(euros(-100));
        assertThat(youth.available()).isEqualTo(euros(100));
    }

    @Test
    void an_account_does_not_give_more_than_it_has_and_nothing_changes() {
        Lot lot = adopt(youth, 100);

        assertThatThrownBy(
                        () -> Transfer.move(youth, List.of(lot), granted, Money.ofCents(100_01), cause(Reason.GRANTED)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("ledger.error.insufficient"));
        assertThat(youth.balance()).isEqualTo(euros(100));
        assertThat(lot.isWhole()).isTrue();
        assertThat(granted.balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void only_an_amount_above_zero_moves() {
        for (Money amount : List.of(Money.ZERO, euros(-1))) {
            assertThatThrownBy(() -> Transfer.move(council, List.of(), youth, amount, cause(Reason.COUNCIL_ADOPTED)))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void money_does_not_move_between_years_or_to_where_it_is() {
        Account nextYear = new Account(AccountKey.of(WATERRIJK, YEAR.next(), AccountKind.APPROPRIATED));
        Lot lot = adopt(youth, 100);

        assertThatThrownBy(() -> Transfer.move(youth, List.of(lot), nextYear, euros(1), cause(Reason.GRANTED)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Transfer.move(youth, List.of(lot), youth, euros(1), cause(Reason.GRANTED)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_cent_that_was_paid_walks_back_to_its_task_field_oldest_first() {
        Lot fromYouth = adopt(youth, 60);
        Lot fromWmo = adopt(wmo, 40);
        Lot first = Transfer.move(youth, List.of(fromYouth), granted, euros(60), cause(Reason.GRANTED))
                .lots()
                .get(0);
        Lot second = Transfer.move(wmo, List.of(fromWmo), granted, euros(40), cause(Reason.GRANTED))
                .lots()
                .get(0);

        List<Lot> payment = Transfer.move(granted, List.of(first, second), paid, euros(70), cause(Reason.PAID))
                .lots();

        assertThat(payment).extracting(Lot::amount).containsExactly(euros(60), euros(10));
        assertThat(payment)
                .extracting(
                        lot -> lot.source().orElseThrow().source().orElseThrow().account())
                .containsExactly(youth, wmo);
        assertThat(second.remaining()).isEqualTo(euros(30));
    }

    @Test
    void a_counter_transfer_puts_every_cent_back_where_it_was() {
        Lot fromYouth = adopt(youth, 100);
        Transfer grant = Transfer.move(youth, List.of(fromYouth), granted, euros(70), cause(Reason.GRANTED));

        Transfer counter = grant.counter(cause(Reason.GRANTED));

        assertThat(counter.postings()).extracting(Posting::amount).containsExactly(euros(-70), euros(70));
        assertThat(counter.lots()).isEmpty();
        assertThat(fromYouth.isWhole()).isTrue();
        assertThat(youth.balance()).isEqualTo(euros(100));
        assertThat(granted.balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void money_that_has_moved_on_is_corrected_from_the_last_transfer_back() {
        Lot fromYouth = adopt(youth, 100);
        Transfer grant = Transfer.move(youth, List.of(fromYouth), granted, euros(70), cause(Reason.GRANTED));
        Transfer payment = Transfer.move(granted, grant.lots(), paid, euros(10), cause(Reason.PAID));

        assertThatThrownBy(() -> grant.counter(cause(Reason.GRANTED)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("ledger.error.moved-on"));

        payment.counter(cause(Reason.PAID));
        grant.counter(cause(Reason.GRANTED));
        assertThat(fromYouth.isWhole()).isTrue();
    }

    @Test
    void what_was_decided_or_arranged_is_not_undone_by_a_counter_transfer() {
        Lot fromYouth = adopt(youth, 100);
        Cause decided =
                new Cause(9, Instant.parse("2026-03-01T10:00:00Z"), TODAY, Reason.GRANTED, "initiative:1", "", 7L);
        Transfer grant = Transfer.move(youth, List.of(fromYouth), granted, euros(70), decided);
        Transfer arrangement =
                Transfer.move(youth, List.of(fromYouth), paid, euros(10), cause(Reason.PRE_FINANCING_SET));

        Cause paidByTwo =
                new Cause(10, Instant.parse("2026-03-02T10:00:00Z"), TODAY, Reason.PAID, "initiative:1", "", 8L);
        Transfer payment = Transfer.move(granted, grant.lots(), paid, euros(5), paidByTwo);
        Transfer ended = Transfer.move(granted, grant.lots(), youth, euros(5), cause(Reason.UNSPENT_RETURNED));

        for (Transfer transfer : List.of(grant, arrangement, payment, ended)) {
            assertThat(transfer.isCorrectable()).isFalse();
            assertThatThrownBy(() -> transfer.counter(cause(Reason.GRANTED)))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.code()).isEqualTo("ledger.error.not-by-correction"));
        }
        assertThat(granted.balance()).isEqualTo(euros(60));
    }

    @Test
    void what_is_held_cannot_be_given_to_another() {
        Lot lot = adopt(youth, 100);
        Reservation reservation = reservation();
        reservation.hold(youth, granted, euros(80));

        assertThat(youth.available()).isEqualTo(euros(20));
        assertThatThrownBy(() -> Transfer.move(youth, List.of(lot), granted, euros(21), cause(Reason.GRANTED)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> reservation().hold(youth, granted, euros(21))).isInstanceOf(Refusal.class);
    }

    @Test
    void a_reservation_is_resolved_once() {
        adopt(youth, 100);
        Reservation posted = reservation();
        posted.hold(youth, granted, euros(80));
        posted.post(TODAY);

        assertThat(youth.held()).isEqualTo(Money.ZERO);
        assertThatThrownBy(() -> posted.post(TODAY)).hasMessage("ledger.error.reservation-posted");
        assertThatThrownBy(() -> posted.letGo(TODAY)).hasMessage("ledger.error.reservation-posted");

        Reservation voided = reservation();
        voided.hold(youth, granted, euros(80));
        voided.letGo(TODAY);
        assertThatThrownBy(() -> voided.post(TODAY)).hasMessage("ledger.error.reservation-voided");
        assertThatThrownBy(() -> voided.letGo(TODAY)).hasMessage("ledger.error.reservation-voided");
        assertThat(youth.available()).isEqualTo(euros(100));
    }

    @Test
    void a_part_is_posted_line_after_line_and_the_rest_is_free_for_good() {
        adopt(youth, 100);
        Reservation reservation = reservation();
        reservation.hold(youth, granted, euros(30));
        reservation.hold(youth, granted, euros(50));

        assertThatThrownBy(() -> reservation.post(euros(81), TODAY)).hasMessage("ledger.error.not-so-much-held");
        assertThatThrownBy(() -> reservation.post(Money.ZERO, TODAY)).hasMessage("ledger.error.not-so-much-held");
        assertThat(youth.held()).isEqualTo(euros(80));

        assertThat(reservation.post(euros(45), TODAY))
                .extracting(ReservationLine::posted)
                .containsExactly(euros(30), euros(15));
        assertThat(youth.available()).isEqualTo(euros(100));
        assertThatThrownBy(() -> reservation.post(euros(35), TODAY)).hasMessage("ledger.error.reservation-posted");
        assertThatThrownBy(() -> reservation.letGo(TODAY)).hasMessage("ledger.error.reservation-posted");
    }

    @Test
    void money_is_carried_over_by_a_named_decision_of_the_council_only() {
        adopt(youth, 100);
        Account reserves = account(AccountKind.CARRIED_OVER, "0.10");
        List<Lot> none = List.of();
        for (Cause cause :
                List.of(cause(Reason.CARRIED_OVER), named(Reason.PAID, "2026-4"), named(Reason.GRANTED, "2026-4"))) {
            assertThatThrownBy(() -> Transfer.move(youth, none, reserves, euros(1), cause))
                    .hasMessage("money is carried over by a decision of the council only");
        }
        assertThatThrownBy(() -> Transfer.move(youth, none, granted, euros(1), named(Reason.CARRIED_OVER, "2026-4")))
                .hasMessage("money is carried over by a decision of the council only");
        assertThatThrownBy(() -> Transfer.move(reserves, none, granted, euros(1), cause(Reason.UNSPENT_RETURNED)))
                .hasMessage("money is carried over by a decision of the council only");
        assertThat(youth.balance()).isEqualTo(euros(100));
    }

    @Test
    void what_came_free_too_late_is_corrected_like_other_release_and_goes_back_to_the_reserves() {
        Account council = account(AccountKind.COUNCIL, "");
        Account reserves = account(AccountKind.CARRIED_OVER, "0.10");
        Account released = account(AccountKind.RELEASED, "6.71");
        Cause named = named(Reason.CARRIED_OVER, "2028-9");
        Transfer drawn = Transfer.move(council, List.of(), reserves, euros(30), named);
        Transfer late = Transfer.move(reserves, drawn.lots(), released, euros(30), named);
        assertThat(drawn.isCorrectable()).isFalse();
        assertThat(late.isCorrectable()).isTrue();

        late.counter(named);

        assertThat(released.balance()).isEqualTo(Money.ZERO);
        assertThat(reserves.balance()).isEqualTo(euros(30));
        Transfer toPlan = Transfer.move(reserves, drawn.lots(), granted, euros(30), named);
        assertThat(toPlan.isCorrectable()).isFalse();
    }

    @Test
    void years_are_closed_in_order_and_for_good() {
        Book book = new Book("GM9901");
        book.requireOpen(new FiscalYear(2024));
        book.close(new FiscalYear(2024));

        assertThat(book.isOpen(new FiscalYear(2023))).isFalse();
        assertThat(book.isOpen(new FiscalYear(2025))).isTrue();
        assertThatThrownBy(() -> book.requireOpen(new FiscalYear(2024))).hasMessage("ledger.error.year-closed");
        assertThatThrownBy(() -> book.close(new FiscalYear(2023))).hasMessage("ledger.error.year-closed");
    }

    @Test
    void a_reservation_can_be_posted_on_its_last_day_and_not_after() {
        adopt(youth, 100);
        Reservation reservation = reservation();
        reservation.hold(youth, granted, euros(80));
        LocalDate lastDay = TODAY.plusDays(10);

        assertThatThrownBy(() -> reservation.post(lastDay.plusDays(1))).hasMessage("ledger.error.reservation-expired");
        assertThat(youth.held()).isEqualTo(euros(80));
        reservation.post(lastDay);
        assertThat(reservation.state()).isEqualTo(ReservationState.POSTED);
    }

    @Test
    void a_proposal_can_be_taken_back_after_its_money_was_freed_by_date() {
        adopt(youth, 100);
        Reservation reservation = reservation();
        reservation.hold(youth, granted, euros(80));
        reservation.letGo(TODAY.plusDays(11));
        reservation.letGo(TODAY.plusDays(12));

        assertThat(youth.available()).isEqualTo(euros(100));
        assertThatThrownBy(() -> reservation.post(TODAY.plusDays(12))).hasMessage("ledger.error.reservation-voided");
    }

    @Test
    void a_key_answers_for_the_same_content_only() {
        LedgerCommand command = new LedgerCommand("GM9901", "key", "content", 7);

        assertThat(command.answer("content")).isEqualTo(7);
        assertThatThrownBy(() -> command.answer("other content")).hasMessage("ledger.error.key-used");
    }

    private Lot adopt(Account account, long euros) {
        return Transfer.move(council, List.of(), account, euros(euros), cause(Reason.COUNCIL_ADOPTED))
                .lots()
                .get(0);
    }

    private static Reservation reservation() {
        return new Reservation(WATERRIJK, "initiative:1", Reason.GRANTED, TODAY.plusDays(10));
    }

    private Cause cause(Reason reason) {
        return named(reason, "");
    }

    private Cause named(Reason reason, String decision) {
        number++;
        return new Cause(number, Instant.parse("2026-03-01T10:00:00Z"), TODAY, reason, "initiative:1", decision, null);
    }

    private static Account account(AccountKind kind, String taskField) {
        return new Account(AccountKey.of(WATERRIJK, YEAR, kind).withTaskField(taskField));
    }

    private static Money euros(long euros) {
        return Money.ofEuros(euros);
    }
}
