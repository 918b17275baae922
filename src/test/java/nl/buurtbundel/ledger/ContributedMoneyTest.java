package nl.buurtbundel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money of others: from who gave it, for one plan, and back. On no other road, whatever is asked. */
class ContributedMoneyTest {
    private static final MunicipalityCode WATERRIJK = new MunicipalityCode("GM9901");
    private static final FiscalYear YEAR = new FiscalYear(2026);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final int DEEDS = 800;

    private final Account council = account(AccountKind.COUNCIL, "", "");
    private final Account pot = account(AccountKind.APPROPRIATED, "initiatives", "6.1");
    private final Account reserves = account(AccountKind.CARRIED_OVER, "initiative:1", "0.10");
    private final Account granted = account(AccountKind.GRANTED, "initiative:1", "6.1");
    private final Account paid = account(AccountKind.PAID, "initiative:1", "6.1");
    private final List<Agreement> agreements = List.of(new Agreement(1), new Agreement(2));
    private final List<Transfer> book = new ArrayList<>();

    /** What was done by one agreement, kept beside the book. */
    private static final class Agreement {
        private final Account payer;
        private final Account there;
        private Money received = Money.ZERO;
        private Money returned = Money.ZERO;
        private Money moved = Money.ZERO;

        Agreement(int number) {
            payer = account(AccountKind.CONTRIBUTOR, "contribution:" + number, "");
            there = account(AccountKind.CONTRIBUTED, "contribution:" + number, "6.1");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void what_was_received_is_there_or_granted_or_paid_or_returned_or_moved_after_every_deed(long seed) {
        Random random = new Random(seed);
        move(council, pot, Money.ofEuros(5_000), Reason.COUNCIL_ADOPTED);
        int done = 0;
        int refused = 0;
        for (int deed = 0; deed < DEEDS; deed++) {
            try {
                carryOut(random, agreements.get(random.nextInt(agreements.size())));
                done++;
            } catch (Refusal tooMuch) {
                refused++;
            }
            for (Agreement one : agreements) {
                assertThat(one.received)
                        .isEqualTo(one.there
                                .balance()
                                .plus(of(one, granted))
                                .plus(of(one, paid))
                                .plus(one.returned)
                                .plus(one.moved));
                assertThat(one.payer.balance().isPositive()).isFalse();
            }
            assertThat(lotsOf(reserves)).noneMatch(Lot::isOfOthers);
            assertThat(lotsOf(pot)).noneMatch(Lot::isOfOthers);
        }
        assertThat(done).isGreaterThan(DEEDS / 4);
        assertThat(refused).isGreaterThan(DEEDS / 20);
    }

    /** What the council gave can bear another plan, and is left over when there is something left. */
    @Test
    void a_plan_pays_from_what_others_gave_first_also_when_that_came_later() {
        Agreement insurer = agreements.get(0);
        move(council, pot, Money.ofEuros(5_000), Reason.COUNCIL_ADOPTED);
        move(pot, granted, Money.ofEuros(700), Reason.GRANTED);
        move(insurer.payer, insurer.there, Money.ofEuros(300), Reason.CONTRIBUTION_RECEIVED);
        move(insurer.there, granted, Money.ofEuros(300), Reason.GRANTED);
        assertThat(Lot.inOrderOfUse(lotsOf(granted)))
                .extracting(Lot::isOfOthers)
                .containsExactly(true, false);
    }

    private void carryOut(Random random, Agreement one) {
        Money amount = Money.ofCents(1 + random.nextInt(60_000));
        switch (random.nextInt(10)) {
            case 0, 1 -> {
                move(one.payer, one.there, amount, Reason.CONTRIBUTION_RECEIVED);
                one.received = one.received.plus(amount);
            }
            case 2 -> {
                move(one.there, one.payer, amount, Reason.CONTRIBUTION_RETURNED);
                one.returned = one.returned.plus(amount);
            }
            case 3 -> {
                move(one.there, one.payer, amount, Reason.CONTRIBUTION_MOVED, "OVK-7");
                one.moved = one.moved.plus(amount);
            }
            case 4 -> move(one.there, granted, amount, Reason.GRANTED);
            case 5 -> move(pot, granted, amount, Reason.GRANTED);
            case 6, 7 -> move(granted, paid, amount, Reason.PAID);
            case 8 -> move(one.there, granted, amount, Reason.CONTRIBUTION_MOVED, "OVK-7");
            default -> {
                for (Lot lot : Lot.inOrderOfUse(lotsOf(granted))) {
                    Account bore = lot.source().orElseThrow().account();
                    boolean ofOthers = lot.isOfOthers();
                    move(
                            granted,
                            ofOthers || random.nextBoolean() ? bore : reserves,
                            lot.remaining(),
                            ofOthers && random.nextBoolean() ? Reason.CONTRIBUTION_MOVED : Reason.UNSPENT_RETURNED,
                            "OVK-7");
                }
            }
        }
    }

    @Test
    void every_road_that_is_not_its_own_is_refused_before_anything_moves() {
        Agreement one = agreements.get(0);
        Agreement other = agreements.get(1);
        move(one.payer, one.there, Money.ofEuros(100), Reason.CONTRIBUTION_RECEIVED);
        move(council, pot, Money.ofEuros(100), Reason.COUNCIL_ADOPTED);
        List<Account> all =
                List.of(council, pot, reserves, granted, paid, one.payer, one.there, other.payer, other.there);
        int tried = 0;
        for (Account from : all) {
            for (Account to : all) {
                for (Reason reason : Reason.values()) {
                    if (from != to && touches(from, to) && !isItsRoad(from, to, reason)) {
                        assertThatThrownBy(() -> move(from, to, Money.ofEuros(1), reason, "OVK-7"))
                                .as(from.key() + " " + to.key() + " " + reason)
                                .isInstanceOf(IllegalArgumentException.class);
                        tried++;
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(300);
        assertThat(one.there.balance()).isEqualTo(Money.ofEuros(100));
        assertThat(pot.balance()).isEqualTo(Money.ofEuros(100));
    }

    private static boolean touches(Account from, Account to) {
        return from.key().kind().isOfOthers() || to.key().kind().isOfOthers();
    }

    private static boolean isItsRoad(Account from, Account to, Reason reason) {
        AccountKind giver = from.key().kind();
        AccountKind taker = to.key().kind();
        boolean same = from.key().reference().equals(to.key().reference());
        return switch (reason) {
            case CONTRIBUTION_RECEIVED -> same && giver == AccountKind.CONTRIBUTOR && taker == AccountKind.CONTRIBUTED;
            case CONTRIBUTION_RETURNED -> same && giver == AccountKind.CONTRIBUTED && taker == AccountKind.CONTRIBUTOR;
            case CONTRIBUTION_MOVED -> same || bears(giver, taker) || bears(taker, giver);
            case GRANTED -> bears(giver, taker);
            case UNSPENT_RETURNED -> bears(taker, giver);
            default -> false;
        };
    }

    private static boolean bears(AccountKind giver, AccountKind taker) {
        return giver == AccountKind.CONTRIBUTED && taker == AccountKind.GRANTED;
    }

    /** Who moves it by its agreement names the plan whose grant it is. */
    @Test
    void moved_into_a_grant_or_out_of_it_it_names_the_plan_of_that_grant() {
        Agreement one = agreements.get(0);
        Account ofAnotherPlan = account(AccountKind.GRANTED, "initiative:2", "6.1");
        move(one.payer, one.there, Money.ofEuros(100), Reason.CONTRIBUTION_RECEIVED);
        move(one.there, granted, Money.ofEuros(60), Reason.GRANTED);

        assertThatThrownBy(() -> move(one.there, ofAnotherPlan, Money.ofEuros(1), Reason.CONTRIBUTION_MOVED, "OVK-7"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        Transfer.move(granted, lotsOf(granted), one.there, Money.ofEuros(1), causeOf("initiative:2")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Transfer.move(
                        one.there, lotsOf(one.there), granted, Money.ofEuros(1), causeOf("contribution:1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(one.there.balance()).isEqualTo(Money.ofEuros(40));
        assertThat(granted.balance()).isEqualTo(Money.ofEuros(60));

        move(one.there, granted, Money.ofEuros(40), Reason.CONTRIBUTION_MOVED, "OVK-7");
        assertThat(granted.balance()).isEqualTo(Money.ofEuros(100));
    }

    private Cause causeOf(String reference) {
        return new Cause(
                book.size() + 1L,
                Instant.parse("2026-03-01T10:00:00Z"),
                TODAY,
                Reason.CONTRIBUTION_MOVED,
                reference,
                "OVK-7",
                null);
    }

    @Test
    void granted_money_of_others_goes_back_to_the_agreement_it_came_from_and_to_nothing_else() {
        Agreement one = agreements.get(0);
        Agreement other = agreements.get(1);
        move(one.payer, one.there, Money.ofEuros(100), Reason.CONTRIBUTION_RECEIVED);
        move(one.there, granted, Money.ofEuros(100), Reason.GRANTED);

        for (Account elsewhere : List.of(other.there, pot, reserves)) {
            for (Reason reason : List.of(Reason.UNSPENT_RETURNED, Reason.CONTRIBUTION_MOVED, Reason.CARRIED_OVER)) {
                assertThatThrownBy(() -> Transfer.move(
                                granted, lotsOf(granted), elsewhere, Money.ofEuros(1), cause(reason, "OVK-7")))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void money_of_the_municipality_never_becomes_that_of_others() {
        move(council, pot, Money.ofEuros(100), Reason.COUNCIL_ADOPTED);
        move(pot, granted, Money.ofEuros(100), Reason.GRANTED);

        assertThatThrownBy(() -> move(granted, agreements.get(0).there, Money.ofEuros(1), Reason.UNSPENT_RETURNED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_moves_to_the_next_year_by_an_agreement_that_is_named() {
        Agreement one = agreements.get(0);
        move(one.payer, one.there, Money.ofEuros(100), Reason.CONTRIBUTION_RECEIVED);

        assertThatThrownBy(() -> move(one.there, one.payer, Money.ofEuros(1), Reason.CONTRIBUTION_MOVED, " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> move(one.there, granted, Money.ofEuros(1), Reason.CONTRIBUTION_MOVED, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_stayed_granted_by_its_agreement_is_not_undone_by_one() {
        Agreement one = agreements.get(0);
        move(one.payer, one.there, Money.ofEuros(100), Reason.CONTRIBUTION_MOVED, "OVK-7");
        Transfer bears = move(one.there, granted, Money.ofEuros(100), Reason.CONTRIBUTION_MOVED, "OVK-7");
        assertThat(bears.isCorrectable()).isFalse();
        assertThat(move(granted, one.there, Money.ofEuros(40), Reason.CONTRIBUTION_MOVED, "OVK-7")
                        .isCorrectable())
                .isFalse();
        assertThat(of(one, granted)).isEqualTo(Money.ofEuros(60));
    }

    @Test
    void a_receipt_that_was_booked_wrongly_is_undone_and_what_moved_on_by_agreement_is_not() {
        Agreement one = agreements.get(0);
        Transfer wrong = move(one.payer, one.there, Money.ofEuros(100), Reason.CONTRIBUTION_RECEIVED);
        wrong.counter(cause(Reason.CONTRIBUTION_RECEIVED, "typed wrongly"));
        assertThat(one.payer.balance()).isEqualTo(Money.ZERO);
        assertThat(one.there.balance()).isEqualTo(Money.ZERO);

        move(one.payer, one.there, Money.ofEuros(50), Reason.CONTRIBUTION_RECEIVED);
        Transfer moved = move(one.there, one.payer, Money.ofEuros(50), Reason.CONTRIBUTION_MOVED, "OVK-7");
        assertThat(moved.isCorrectable()).isFalse();
    }

    /** What of an agreement’s money is on an account: the lots that began with its payer. */
    private Money of(Agreement one, Account account) {
        return Money.sum(lotsOf(account).stream()
                .filter(lot -> begun(lot).account() == one.there)
                .map(Lot::remaining)
                .toList());
    }

    private static Lot begun(Lot lot) {
        return lot.source().map(ContributedMoneyTest::begun).orElse(lot);
    }

    private Transfer move(Account from, Account to, Money amount, Reason reason) {
        return move(from, to, amount, reason, "");
    }

    private Transfer move(Account from, Account to, Money amount, Reason reason, String purpose) {
        Transfer transfer = Transfer.move(from, enough(lotsOf(from), amount), to, amount, cause(reason, purpose));
        book.add(transfer);
        assertThat(lotsOf(from)).allMatch(lot -> lot.number() >= from.unusedFrom());
        return transfer;
    }

    /** All that others gave, and of the rest as few as do. */
    private static List<Lot> enough(List<Lot> oldestFirst, Money amount) {
        List<Lot> lots =
                new ArrayList<>(oldestFirst.stream().filter(Lot::isOfOthers).toList());
        Money found = Money.sum(lots.stream().map(Lot::remaining).toList());
        boolean own = false;
        for (Lot lot : oldestFirst) {
            if (!lot.isOfOthers() && (!own || found.compareTo(amount) < 0)) {
                lots.add(lot);
                found = found.plus(lot.remaining());
                own = true;
            }
        }
        return lots;
    }

    private Cause cause(Reason reason, String purpose) {
        return new Cause(
                book.size() + 1L, Instant.parse("2026-03-01T10:00:00Z"), TODAY, reason, "initiative:1", purpose, null);
    }

    private List<Lot> lotsOf(Account account) {
        return book.stream()
                .sorted(Comparator.comparing(Transfer::number))
                .flatMap(transfer -> transfer.lots().stream())
                .filter(lot -> lot.account() == account && lot.remaining().isPositive())
                .toList();
    }

    private static Account account(AccountKind kind, String reference, String taskField) {
        return new Account(
                AccountKey.of(WATERRIJK, YEAR, kind).withReference(reference).withTaskField(taskField));
    }
}
