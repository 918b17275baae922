package nl.buurtbundel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.buurtbundel.ledger.BookFigures.Appropriation;
import nl.buurtbundel.ledger.BookFigures.Balance;
import nl.buurtbundel.ledger.BookFigures.Resolution;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

class BookFiguresTest {
    private static final Balance COUNCIL = new Balance(1, true, cents(-100), cents(0));
    private static final Balance POT = new Balance(2, false, cents(100), cents(30));
    private static final Map<Long, Money> POSTED = Map.of(1L, cents(-100), 2L, cents(100));
    private static final Map<Long, Money> HELD = Map.of(2L, cents(30));
    private static final Map<Long, Money> LOTS = Map.of(2L, cents(100));
    private static final Resolution PENDING = new Resolution(9, ReservationState.PENDING, 1, cents(30), 0, cents(0));

    @Test
    void a_book_that_is_right_breaks_no_rule() {
        assertThat(broken(book(POT, 1, 1, List.of(), POSTED, HELD, LOTS, PENDING)))
                .isEmpty();
    }

    @Test
    void a_changed_balance_is_named() {
        Balance changed = new Balance(2, false, cents(101), cents(30));
        BookFigures book = book(changed, 1, 1, List.of(), POSTED, HELD, LOTS, PENDING);
        assertThat(broken(book)).containsExactly(ProofRule.BALANCES_RECOMPUTED, ProofRule.EVERY_CENT_HAS_AN_ORIGIN);
        assertThat(book.findings().get(1).examples()).isEqualTo("2");
    }

    @Test
    void a_changed_posting_is_named() {
        Map<Long, Money> posted = Map.of(1L, cents(-100), 2L, cents(99));
        assertThat(broken(book(POT, 1, 1, List.of(7L), posted, HELD, LOTS, PENDING)))
                .containsExactly(ProofRule.POSTINGS_SUM_TO_ZERO, ProofRule.BALANCES_RECOMPUTED);
    }

    @Test
    void an_overdrawn_account_is_named() {
        Balance overdrawn = new Balance(2, false, cents(20), cents(30));
        assertThat(broken(book(overdrawn, 1, 1, List.of(), POSTED, HELD, LOTS, PENDING)))
                .contains(ProofRule.NOTHING_OVERDRAWN);
    }

    @Test
    void what_is_held_without_a_reservation_is_named() {
        assertThat(broken(book(POT, 1, 1, List.of(), POSTED, Map.of(), LOTS, PENDING)))
                .containsExactly(ProofRule.HELD_BY_OPEN_RESERVATIONS);
    }

    @Test
    void a_reservation_that_moved_money_twice_or_without_being_posted_is_named() {
        Resolution twice = new Resolution(9, ReservationState.POSTED, 1, cents(30), 2, cents(60));
        Resolution early = new Resolution(9, ReservationState.PENDING, 1, cents(30), 1, cents(30));
        Resolution voided = new Resolution(9, ReservationState.VOIDED, 1, cents(30), 1, cents(30));
        Resolution nothing = new Resolution(9, ReservationState.POSTED, 1, cents(30), 0, cents(0));
        for (Resolution wrong : List.of(twice, early, voided, nothing)) {
            assertThat(broken(book(POT, 1, 1, List.of(), POSTED, HELD, LOTS, wrong)))
                    .containsExactly(ProofRule.RESERVATIONS_RESOLVED_ONCE);
        }
    }

    @Test
    void a_removed_transfer_leaves_a_gap() {
        assertThat(broken(book(POT, 1, 2, List.of(), POSTED, HELD, LOTS, PENDING)))
                .containsExactly(ProofRule.NUMBERS_WITHOUT_GAP);
    }

    @Test
    void a_balance_that_was_another_on_its_day_is_named() {
        BookFigures right = book(POT, 1, 1, List.of(), POSTED, HELD, LOTS, PENDING);
        BookFigures wrong = with(right, List.of(8L), right.appropriations());

        assertThat(broken(wrong)).containsExactly(ProofRule.BALANCES_AT_ANY_DATE);
    }

    @Test
    void a_cent_of_an_appropriation_that_is_nowhere_is_named_with_its_year_and_field() {
        BookFigures right = book(POT, 1, 1, List.of(), POSTED, HELD, LOTS, PENDING);
        for (Appropriation lost : List.of(
                new Appropriation(2026, "6.751", cents(100), cents(99), cents(100)),
                new Appropriation(2026, "6.751", cents(100), cents(100), cents(101)))) {
            BookFigures wrong = with(right, List.of(), List.of(lost));

            assertThat(broken(wrong)).containsExactly(ProofRule.APPROPRIATIONS_ACCOUNTED_FOR);
            assertThat(wrong.findings())
                    .filteredOn(finding -> !finding.holds())
                    .extracting(ProofReport.Finding::examples)
                    .containsExactly("2026/6.751");
        }
    }

    private static BookFigures with(BookFigures book, List<Long> wrongBalances, List<Appropriation> appropriations) {
        return new BookFigures(
                book.accounts(),
                book.transfers(),
                book.lastNumber(),
                book.highestNumber(),
                book.unbalanced(),
                book.posted(),
                book.reserved(),
                book.lots(),
                book.reservations(),
                book.postings(),
                wrongBalances,
                appropriations);
    }

    private static BookFigures book(
            Balance pot,
            long transfers,
            long lastNumber,
            List<Long> unbalanced,
            Map<Long, Money> posted,
            Map<Long, Money> held,
            Map<Long, Money> lots,
            Resolution reservation) {
        return new BookFigures(
                List.of(COUNCIL, pot),
                transfers,
                lastNumber,
                lastNumber,
                unbalanced,
                posted,
                held,
                lots,
                List.of(reservation),
                2,
                List.of(),
                List.of(new Appropriation(2026, "6.1", cents(100), cents(100), cents(100))));
    }

    private static List<ProofRule> broken(BookFigures book) {
        return book.findings().stream()
                .filter(finding -> !finding.holds())
                .map(ProofReport.Finding::rule)
                .toList();
    }

    private static Money cents(long cents) {
        return Money.ofCents(cents);
    }
}
