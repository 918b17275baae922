package nl.buurtbundel.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.buurtbundel.ledger.AccountId;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Origin;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnspentMoneyTest {
    private static final AccountKey GRANTED = account(AccountKind.GRANTED, "initiative:1");
    private static final AccountKey RELEASED = account(AccountKind.RELEASED, "");
    private static final AccountKey FIRST = account(AccountKind.PRE_FINANCING, "pre-financing:1");
    private static final AccountKey SECOND = account(AccountKind.PRE_FINANCING, "pre-financing:2");

    private static final AccountKey INITIATIVES = account(AccountKind.APPROPRIATED, Appropriations.FOR_INITIATIVES);
    private static final AccountKey TASK_FIELD = account(AccountKind.APPROPRIATED, "");
    private static final AccountKey RESERVES = account(AccountKind.CARRIED_OVER, "");

    private LeftOver rule = LeftOver.NEIGHBOURHOOD;
    private AccountKey freedFrom = TASK_FIELD;
    private final List<TransferSummary> book = new ArrayList<>();
    private final List<UnspentMoney.Lot> lots = new ArrayList<>();
    private final List<UnspentMoney.Repaid> repaid = new ArrayList<>();
    private final List<UnspentMoney.ReturnedBefore> before = new ArrayList<>();

    @Test
    void what_release_bore_itself_and_what_it_repaid_are_release_again() {
        grant(RELEASED, 5_000, 5_000);
        grant(FIRST, 40_000, 40_000);
        repay(FIRST, 9_000);
        assertThat(returned())
                .containsOnly(Map.entry(RELEASED, Money.ofEuros(14_000)), Map.entry(FIRST, Money.ofEuros(31_000)));
    }

    /** What was held at the first return comes free later, and the arrangement got part of what it bore already. */
    @Test
    void a_second_return_gives_an_arrangement_only_what_it_still_bears() {
        grant(FIRST, 1_000, 300);
        repay(FIRST, 600);
        assertThat(returned()).containsOnly(Map.entry(FIRST, Money.ofEuros(300)));
        before.add(new UnspentMoney.ReturnedBefore(FIRST, FIRST, Money.ofEuros(300)));
        assertThat(returned())
                .containsOnly(Map.entry(FIRST, Money.ofEuros(100)), Map.entry(RELEASED, Money.ofEuros(200)));
        before.add(new UnspentMoney.ReturnedBefore(FIRST, FIRST, Money.ofEuros(100)));
        before.add(new UnspentMoney.ReturnedBefore(FIRST, RELEASED, Money.ofEuros(200)));
        assertThat(returned()).containsOnly(Map.entry(RELEASED, Money.ofEuros(300)));
    }

    @Test
    void what_returned_before_is_read_from_its_way() {
        assertThat(UnspentMoney.ReturnedBefore.of(way(RELEASED, GRANTED, FIRST)))
                .contains(new UnspentMoney.ReturnedBefore(FIRST, RELEASED, Money.ofEuros(1)));
        assertThat(UnspentMoney.ReturnedBefore.of(way(RELEASED, GRANTED, RELEASED, TASK_FIELD)))
                .as("nobody advanced it")
                .isEmpty();
    }

    @Test
    void what_returns_from_one_arrangement_to_release_leaves_what_was_repaid_to_another() {
        grant(FIRST, 10_000, 8_000);
        grant(SECOND, 20_000, 20_000);
        repay(FIRST, 10_000);
        repay(SECOND, 3_000);
        assertThat(returned())
                .containsOnly(Map.entry(RELEASED, Money.ofEuros(11_000)), Map.entry(SECOND, Money.ofEuros(17_000)));
    }

    @Test
    void a_repayment_that_was_undone_is_borne_by_the_arrangement_again() {
        grant(FIRST, 10_000, 10_000);
        repay(FIRST, 4_000);
        TransferSummary undone = book.remove(1);
        repaid.clear();
        add(Reason.PRE_FINANCING_REPAID, RELEASED, FIRST, undone.amount(), null, true);
        add(Reason.PRE_FINANCING_REPAID, FIRST, RELEASED, undone.amount(), undone.id(), false);
        assertThat(returned()).containsOnly(Map.entry(FIRST, Money.ofEuros(10_000)));
    }

    @Test
    void by_the_rule_of_the_task_field_release_goes_on_and_pre_financing_comes_first() {
        rule = LeftOver.TASK_FIELD;
        grant(RELEASED, 5_000, 5_000);
        grant(FIRST, 40_000, 40_000);
        repay(FIRST, 9_000);
        assertThat(returned())
                .containsOnly(Map.entry(TASK_FIELD, Money.ofEuros(14_000)), Map.entry(FIRST, Money.ofEuros(31_000)));
    }

    @Test
    void release_that_the_council_gave_from_the_reserves_goes_back_there() {
        rule = LeftOver.TASK_FIELD;
        grant(RELEASED, 1_000, 600);
        freedFrom = RESERVES;
        grant(RELEASED, 2_000, 2_000);
        assertThat(returned())
                .containsOnly(Map.entry(TASK_FIELD, Money.ofEuros(600)), Map.entry(RESERVES, Money.ofEuros(2_000)));
    }

    /** Late release that the council let in repaid what bore the plan: what the plan leaves of it is the reserves’ again. */
    @Test
    void what_money_of_the_reserves_repaid_goes_back_to_the_reserves_and_the_rest_to_its_task_field() {
        rule = LeftOver.TASK_FIELD;
        grant(FIRST, 10_000, 10_000);
        repay(FIRST, 2_000);
        freedFrom = RESERVES;
        repay(FIRST, 3_000);
        freedFrom = TASK_FIELD;
        repay(FIRST, 500);
        assertThat(returned())
                .containsOnly(
                        Map.entry(TASK_FIELD, Money.ofEuros(2_500)),
                        Map.entry(RESERVES, Money.ofEuros(3_000)),
                        Map.entry(FIRST, Money.ofEuros(4_500)));
        rule = LeftOver.NEIGHBOURHOOD;
        assertThat(returned())
                .containsOnly(Map.entry(RELEASED, Money.ofEuros(5_500)), Map.entry(FIRST, Money.ofEuros(4_500)));
    }

    @Test
    void where_what_repaid_came_free_from_is_read_from_its_way() {
        UnspentMoney.Repaid ofReserves = UnspentMoney.Repaid.of(way(FIRST, RELEASED, RESERVES));
        assertThat(ofReserves).isEqualTo(new UnspentMoney.Repaid(RELEASED, FIRST, RESERVES, Money.ofEuros(1)));
        AccountKey other = account(AccountKind.GRANTED, "initiative:2");
        assertThat(UnspentMoney.Repaid.of(way(FIRST, RELEASED, other, RELEASED, TASK_FIELD))
                        .freedFrom())
                .as("another plan left it")
                .isEqualTo(TASK_FIELD);
    }

    @Test
    void where_a_lot_came_free_from_is_read_from_its_way() {
        Origin once = way(GRANTED, RELEASED, TASK_FIELD);
        assertThat(UnspentMoney.Lot.of(GRANTED, once, Money.ofEuros(1)).freedFrom())
                .isEqualTo(TASK_FIELD);
        AccountKey other = account(AccountKind.GRANTED, "initiative:2");
        Origin again = way(GRANTED, RELEASED, other, RELEASED, RESERVES);
        assertThat(UnspentMoney.Lot.of(GRANTED, again, Money.ofEuros(1)).freedFrom())
                .as("another plan left it")
                .isEqualTo(RESERVES);
        Origin advanced = way(GRANTED, FIRST, TASK_FIELD);
        assertThat(UnspentMoney.Lot.of(GRANTED, advanced, Money.ofEuros(1)).freedFrom())
                .isNull();
        Origin repaid = way(GRANTED, RELEASED, other, FIRST, TASK_FIELD);
        assertThat(UnspentMoney.Lot.of(GRANTED, repaid, Money.ofEuros(1)).freedFrom())
                .as("release repaid what another plan was advanced: the task field of the release is meant")
                .isNull();
    }

    /** @param before where the money was, the last account first; from there backwards */
    private static Origin way(AccountKey there, AccountKey... before) {
        List<Origin.Step> steps = new ArrayList<>();
        AccountKey to = there;
        for (AccountKey from : before) {
            long number = steps.size() + 1L;
            steps.add(new Origin.Step(
                    new TransferId(number),
                    number,
                    LocalDate.EPOCH,
                    Reason.GRANTED,
                    "initiative:1",
                    from,
                    new AccountId(number),
                    to));
            to = from;
        }
        return new Origin(Money.ofEuros(1), Money.ofEuros(1), steps);
    }

    /** The same draws by both rules: nothing stays in the neighbourhood of what came free, and everything else is the same. */
    @Test
    void both_rules_return_the_same_money_and_differ_only_in_where_release_goes() {
        Random random = new Random(20261123);
        for (int round = 0; round < 2_000; round++) {
            book.clear();
            lots.clear();
            repaid.clear();
            Money granted = Money.ZERO;
            Money left = Money.ZERO;
            for (int lot = 0; lot <= random.nextInt(5); lot++) {
                freedFrom = random.nextBoolean() ? TASK_FIELD : RESERVES;
                long amount = 1 + random.nextInt(10_000);
                long unspent = random.nextInt((int) amount + 1);
                grant(List.of(RELEASED, FIRST, SECOND, INITIATIVES).get(random.nextInt(4)), amount, unspent);
                granted = granted.plus(Money.ofEuros(amount));
                left = left.plus(Money.ofEuros(unspent));
            }
            for (AccountKey arrangement : List.of(FIRST, SECOND)) {
                if (random.nextBoolean()) {
                    repay(arrangement, 1 + random.nextInt(5_000));
                }
            }
            rule = LeftOver.NEIGHBOURHOOD;
            Map<AccountKey, Money> stays = returned();
            rule = LeftOver.TASK_FIELD;
            Map<AccountKey, Money> goesOn = returned();
            Money paid = granted.minus(left);
            assertThat(paid.plus(Money.sum(stays.values()))).isEqualTo(granted);
            assertThat(paid.plus(Money.sum(goesOn.values()))).isEqualTo(granted);
            assertThat(goesOn).doesNotContainKey(RELEASED);
            for (AccountKey other : List.of(FIRST, SECOND, INITIATIVES)) {
                assertThat(goesOn.get(other)).isEqualTo(stays.get(other));
            }
            assertThat(goesOn.getOrDefault(TASK_FIELD, Money.ZERO).plus(goesOn.getOrDefault(RESERVES, Money.ZERO)))
                    .isEqualTo(stays.getOrDefault(RELEASED, Money.ZERO));
        }
    }

    /** Any mix of sources, repayments and payments: all of it returns, and nobody gets more than it put in. */
    @Test
    void no_source_gets_more_than_it_bore_or_repaid_and_all_that_is_unspent_returns() {
        Random random = new Random(20261122);
        for (int round = 0; round < 2_000; round++) {
            book.clear();
            lots.clear();
            repaid.clear();
            Map<AccountKey, Money> put = new HashMap<>();
            for (int lot = 0; lot <= random.nextInt(5); lot++) {
                AccountKey source = List.of(RELEASED, FIRST, SECOND).get(random.nextInt(3));
                long granted = 1 + random.nextInt(10_000);
                grant(source, granted, random.nextInt((int) granted + 1));
                put.merge(source, Money.ofEuros(granted), Money::plus);
            }
            for (AccountKey arrangement : List.of(FIRST, SECOND)) {
                Money bore = put.getOrDefault(arrangement, Money.ZERO);
                for (int part = 0; part < random.nextInt(4); part++) {
                    Money repaid = bore.timesFraction(random.nextInt(4), 10);
                    if (repaid.isPositive()) {
                        repay(arrangement, repaid);
                        put.merge(arrangement, repaid.negated(), Money::plus);
                        put.merge(RELEASED, repaid, Money::plus);
                    }
                }
            }
            Money unspent = Money.sum(lots.stream().map(UnspentMoney.Lot::left).toList());
            Map<AccountKey, Money> returned = returnedInTwo(random);
            assertThat(Money.sum(returned.values())).isEqualTo(unspent);
            returned.forEach((to, amount) -> assertThat(amount).isLessThanOrEqualTo(put.get(to)));
        }
    }

    /** Some of each lot is held at first, and comes free later. */
    private Map<AccountKey, Money> returnedInTwo(Random random) {
        List<UnspentMoney.Lot> all = List.copyOf(lots);
        Map<AccountKey, Money> returned = new HashMap<>();
        before.clear();
        List<UnspentMoney.Lot> later = new ArrayList<>();
        for (AccountKey source : List.of(RELEASED, FIRST, SECOND)) {
            lots.clear();
            for (UnspentMoney.Lot lot : all) {
                if (lot.source().equals(source)) {
                    Money held = lot.left().timesFraction(random.nextInt(4), 3);
                    lots.add(left(lot, lot.left().minus(held)));
                    later.add(left(lot, held));
                }
            }
            returned().forEach((to, amount) -> {
                returned.merge(to, amount, Money::plus);
                if (source.kind() == AccountKind.PRE_FINANCING) {
                    before.add(new UnspentMoney.ReturnedBefore(source, to, amount));
                }
            });
        }
        lots.clear();
        lots.addAll(later);
        returned().forEach((to, amount) -> returned.merge(to, amount, Money::plus));
        return returned;
    }

    private static UnspentMoney.Lot left(UnspentMoney.Lot lot, Money left) {
        return new UnspentMoney.Lot(lot.granted(), lot.source(), lot.freedFrom(), left);
    }

    /** Money of others never goes through the reserves, and each part leaves in the order of the book. */
    @Test
    void what_is_carried_over_is_all_but_what_others_gave() {
        AccountKey reserves = account(AccountKind.CARRIED_OVER, "initiative:1");
        List<AccountKey> agreements = List.of(
                account(AccountKind.CONTRIBUTED, "contribution:1"), account(AccountKind.CONTRIBUTED, "contribution:2"));
        Random random = new Random(44);
        for (int round = 0; round < 1_000; round++) {
            lots.clear();
            Map<AccountKey, Money> expected = new HashMap<>();
            for (int lot = 0; lot <= random.nextInt(6); lot++) {
                AccountKey source = List.of(RELEASED, FIRST, agreements.get(0), agreements.get(1))
                        .get(random.nextInt(4));
                Money left = Money.ofCents(random.nextInt(10_000));
                lots.add(new UnspentMoney.Lot(GRANTED, source, null, left));
                if (left.isPositive()) {
                    expected.merge(agreements.contains(source) ? source : reserves, left, Money::plus);
                }
            }
            List<UnspentMoney.Return> parts = new UnspentMoney(lots, LeftOver.NEIGHBOURHOOD).carriedOver(reserves);
            Map<AccountKey, Money> went = new HashMap<>();
            Money before = Money.ZERO;
            for (UnspentMoney.Return part : parts) {
                assertThat(part.amount().isPositive()).isTrue();
                assertThat(sourceAt(before)).isEqualTo(part.to().kind() == AccountKind.CARRIED_OVER ? null : part.to());
                before = before.plus(part.amount());
                went.merge(part.to(), part.amount(), Money::plus);
            }
            assertThat(went).isEqualTo(expected);
            assertThat(new UnspentMoney(lots, LeftOver.TASK_FIELD).ofOthers())
                    .isEqualTo(Money.sum(agreements.stream()
                            .map(one -> expected.getOrDefault(one, Money.ZERO))
                            .toList()));
        }
    }

    /** Which agreement the next cent of the book is of; none for the municipality’s. */
    private @Nullable AccountKey sourceAt(Money before) {
        Money passed = Money.ZERO;
        for (UnspentMoney.Lot lot : lots) {
            passed = passed.plus(lot.left());
            if (passed.compareTo(before) > 0) {
                return lot.source().kind() == AccountKind.CONTRIBUTED ? lot.source() : null;
            }
        }
        throw new AssertionError("nothing left after " + before);
    }

    private Map<AccountKey, Money> returned() {
        Map<AccountKey, Money> returned = new HashMap<>();
        for (UnspentMoney.Return part : new UnspentMoney(lots, rule).returns(book, repaid, before)) {
            assertThat(part.from()).isEqualTo(GRANTED);
            assertThat(part.amount().isPositive()).isTrue();
            returned.merge(part.to(), part.amount(), Money::plus);
        }
        return returned;
    }

    private void grant(AccountKey source, long euros, long left) {
        add(Reason.GRANTED, source, GRANTED, Money.ofEuros(euros), null, false);
        lots.add(
                new UnspentMoney.Lot(GRANTED, source, source.equals(RELEASED) ? freedFrom : null, Money.ofEuros(left)));
    }

    private void repay(AccountKey arrangement, long euros) {
        repay(arrangement, Money.ofEuros(euros));
    }

    private void repay(AccountKey arrangement, Money amount) {
        add(Reason.PRE_FINANCING_REPAID, RELEASED, arrangement, amount, null, false);
        repaid.add(new UnspentMoney.Repaid(RELEASED, arrangement, freedFrom, amount));
    }

    private void add(
            Reason reason,
            AccountKey from,
            AccountKey to,
            Money amount,
            @Nullable TransferId counters,
            boolean countered) {
        long number = book.size() + 1L;
        book.add(Booked.transfer(number, from, to, amount, reason, "initiative:1", counters, countered));
    }

    private static AccountKey account(AccountKind kind, String reference) {
        return AccountKey.of(new MunicipalityCode("GM9901"), new FiscalYear(2027), kind)
                .withReference(reference);
    }
}
