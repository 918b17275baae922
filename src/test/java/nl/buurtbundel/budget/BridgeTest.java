package nl.buurtbundel.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import nl.buurtbundel.Ids;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.NewTransfer;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.junit.jupiter.api.Test;

class BridgeTest {
    private static final NeighbourhoodCode HERE = new NeighbourhoodCode("BU99010101");
    private static final FiscalYear YEAR = new FiscalYear(2026);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 6, 30);
    private static final LocalDate AFTER_YEAR = LocalDate.of(2027, 1, 1);
    private static final Money APPROPRIATED = Money.ofEuros(50_000);
    private static final List<String> FIELDS = List.of("6.1", "6.712", "6.752");

    private final Map<AccountKey, Money> balances = new HashMap<>();
    private final Map<String, NewTransfer> keys = new HashMap<>();

    /** Bridge, agree, agree otherwise, settle, give back and lapse, in whatever order, by whoever pays. */
    @Test
    void bridging_always_settles_to_zero() {
        Random random = new Random(20261123);
        int refused = 0;
        int borne = 0;
        int givenBack = 0;
        int settledByAll = 0;
        for (int round = 0; round < 2_000; round++) {
            balances.clear();
            keys.clear();
            FIELDS.forEach(
                    field -> balances.put(Appropriations.account(HERE.municipality(), YEAR, field), APPROPRIATED));
            BridgingBudget budget = budget();
            budget.set("6.1", Money.ofCents(1 + random.nextInt(2_000_000)), Money.ZERO, TODAY)
                    .ifPresent(this::book);
            Money setApart = at(budget.account());
            List<Bridge> bridges = new ArrayList<>();
            LocalDate day = TODAY;
            for (int deed = 0; deed < 40; deed++) {
                day = day.plusDays(random.nextInt(6));
                LocalDate now = day;
                try {
                    if (bridges.isEmpty() || random.nextInt(8) == 0) {
                        begin(budget, bridges, Money.ofCents(1 + random.nextInt(400_000)), now);
                    } else {
                        any(random, budget, bridges.get(random.nextInt(bridges.size())), now);
                    }
                } catch (Refusal refusal) {
                    refused++;
                }
                Money open = Money.sum(bridges.stream().map(Bridge::open).toList());
                Money carried = Money.sum(
                        bridges.stream().map(bridge -> bridge.summary().borne()).toList());
                assertThat(at(budget.account()).plus(open).plus(carried)).isEqualTo(setApart);
                for (Bridge bridge : bridges) {
                    assertThat(at(bridge.account())).isEqualTo(bridge.open());
                }
            }
            bridges.forEach(bridge -> bridge.lapse(AFTER_YEAR).forEach(this::book));
            budget.giveBack(at(budget.account()), AFTER_YEAR).ifPresent(this::book);

            assertThat(Money.sum(List.copyOf(balances.values()))).isEqualTo(APPROPRIATED.times(FIELDS.size()));
            balances.forEach((account, balance) -> {
                if (account.kind() != AccountKind.APPROPRIATED
                        && account.kind() != AccountKind.PAID
                        && account.kind() != AccountKind.CONTRIBUTOR) {
                    assertThat(balance).as(account.toString()).isEqualTo(Money.ZERO);
                }
            });
            for (Bridge bridge : bridges) {
                BridgeSummary told = bridge.summary();
                Money cost = told.amount().minus(told.givenBack());
                assertThat(paid(bridge)).isEqualTo(cost);
                Money settled = Money.sum(told.payers().stream()
                        .filter(payer -> payer.settledOn() != null)
                        .map(BridgeSummary.Payer::due)
                        .toList());
                assertThat(settled.plus(told.borne())).isEqualTo(cost);
                borne += told.borne().isPositive() ? 1 : 0;
                givenBack += told.givenBack().isPositive() ? 1 : 0;
                settledByAll += told.borne().isZero() && settled.isPositive() ? 1 : 0;
            }
        }
        assertThat(List.of(refused, borne, givenBack, settledByAll)).allMatch(times -> times > 500);
    }

    @Test
    void each_payer_bears_its_part_of_what_it_cost_to_the_cent() {
        BridgingBudget budget = fundedBudget();
        Bridge bridge = begin(budget, new ArrayList<>(), Money.ofCents(1_000_01), TODAY);
        bridge.giveBack(budget.account(), Money.ofCents(1), TODAY);
        bridge.agree(
                List.of(
                        BridgeShare.ofTaskField("6.712", 1),
                        new BridgeShare(ContributorKind.HEALTH_INSURER, "Zorgverzekeraar", 1),
                        BridgeShare.ofTaskField("6.752", 1)),
                TODAY);
        assertThat(bridge.summary().payers().stream().map(payer -> payer.due().cents()))
                .containsExactly(333_34L, 333_33L, 333_33L);
    }

    @Test
    void once_a_payer_settled_what_it_cost_stands_and_others_may_pay_what_is_open() {
        BridgingBudget budget = fundedBudget();
        Bridge bridge = begin(budget, new ArrayList<>(), Money.ofEuros(100), TODAY);
        bridge.agree(List.of(BridgeShare.ofTaskField("6.1", 1), BridgeShare.ofTaskField("6.712", 1)), TODAY);
        bridge.settle(budget.account(), 2, TODAY);
        assertThatThrownBy(() -> bridge.giveBack(budget.account(), Money.ofCents(1), TODAY))
                .hasMessage("budget.error.bridge-settling");
        assertThatThrownBy(() -> bridge.settle(budget.account(), 2, TODAY)).hasMessage("budget.error.bridge-settled");
        assertThatThrownBy(() -> bridge.settle(budget.account(), 3, TODAY)).hasMessage("budget.error.bridge-nobody");
        assertThat(bridge.open()).isEqualTo(Money.ofEuros(50));
        bridge.agree(List.of(BridgeShare.ofTaskField("6.752", 3), BridgeShare.ofTaskField("6.60", 1)), TODAY);
        assertThat(bridge.summary().payers().stream().map(payer -> payer.due().cents()))
                .containsExactly(50_00L, 37_50L, 12_50L);
    }

    @Test
    void a_bridge_has_a_last_day_and_nobody_settles_after_it() {
        BridgingBudget budget = fundedBudget();
        for (LocalDate wrong : List.of(TODAY.minusDays(1), TODAY.plusMonths(6).plusDays(1))) {
            assertThatThrownBy(() -> bridge(budget, Money.ofEuros(1), wrong, TODAY))
                    .hasMessage("budget.error.bridge-until");
        }
        assertThatThrownBy(() -> bridge(budget, Money.ofEuros(1), AFTER_YEAR, LocalDate.of(2026, 12, 1)))
                .hasMessage("budget.error.bridge-until-year");
        Bridge bridge = begin(budget, new ArrayList<>(), Money.ofEuros(100), TODAY);
        bridge.agree(List.of(BridgeShare.ofTaskField("6.712", 1)), TODAY);
        assertThatThrownBy(() -> bridge.lapse(UNTIL)).hasMessage("budget.error.bridge-not-over");
        assertThatThrownBy(() -> bridge.settle(budget.account(), 1, UNTIL.plusDays(1)))
                .hasMessage("budget.error.bridge-over");
        assertThat(bridge.lapse(UNTIL.plusDays(1))).hasSize(1);
        assertThat(bridge.lapse(UNTIL.plusDays(2))).isEmpty();
        assertThat(bridge.summary().borne()).isEqualTo(Money.ofEuros(100));
    }

    @Test
    void the_team_has_no_money_to_bridge_with() {
        assertThatThrownBy(() -> new BridgingBudget(HERE.municipality(), YEAR, EscalationLevel.TEAM, "6.1"))
                .hasMessage("budget.error.bridging-level");
    }

    private void any(Random random, BridgingBudget budget, Bridge bridge, LocalDate now) {
        switch (random.nextInt(10)) {
            case 0, 1 ->
                atomically(() ->
                        List.of(bridge.giveBack(budget.account(), Money.ofCents(1 + random.nextInt(300_000)), now)));
            case 2, 3 -> bridge.agree(shares(random), now);
            case 4 -> bridge.lapse(now).forEach(this::book);
            default ->
                atomically(() -> bridge.settle(
                        budget.account(),
                        bridge.summary().payers().stream()
                                .skip(random.nextInt(3))
                                .findFirst()
                                .map(BridgeSummary.Payer::place)
                                .orElse(0),
                        now));
        }
    }

    private static List<BridgeShare> shares(Random random) {
        List<BridgeShare> shares = new ArrayList<>();
        for (int payer = 0; payer <= random.nextInt(4); payer++) {
            int parts = 1 + random.nextInt(random.nextBoolean() ? 3 : 1_000);
            shares.add(
                    random.nextBoolean()
                            ? BridgeShare.ofTaskField(FIELDS.get(random.nextInt(FIELDS.size())), parts)
                            : new BridgeShare(ContributorKind.HEALTH_INSURER, "Zorgverzekeraar", parts));
        }
        return shares;
    }

    private void atomically(Supplier<List<NewTransfer>> deed) {
        deed.get().forEach(this::book);
    }

    private BridgingBudget fundedBudget() {
        BridgingBudget budget = budget();
        balances.put(budget.source(), APPROPRIATED);
        budget.set("6.1", Money.ofEuros(10_000), Money.ZERO, TODAY).ifPresent(this::book);
        return budget;
    }

    private static BridgingBudget budget() {
        return Ids.give(new BridgingBudget(HERE.municipality(), YEAR, EscalationLevel.LOCAL, "6.1"), 7);
    }

    private Bridge begin(BridgingBudget budget, List<Bridge> bridges, Money amount, LocalDate today) {
        if (amount.compareTo(at(budget.account())) > 0) {
            throw new Refusal("budget.error.bridging-empty");
        }
        LocalDate until = today.isAfter(UNTIL) ? today.plusDays(20) : UNTIL;
        Bridge bridge = Ids.give(bridge(budget, amount, until, today), bridges.size() + 1);
        book(bridge.begin(budget.account()));
        bridges.add(bridge);
        return bridge;
    }

    private static Bridge bridge(BridgingBudget budget, Money amount, LocalDate until, LocalDate today) {
        return new Bridge(
                budget,
                HERE,
                "initiative:12",
                new NewBridge(EscalationLevel.LOCAL, "Stichting Kinderopvang", amount, until),
                new UserId(5),
                today);
    }

    private void book(NewTransfer transfer) {
        assertThat(keys.put(transfer.key(), transfer)).as(transfer.key()).isNull();
        assertThat(transfer.amount().isPositive()).isTrue();
        Money left = at(transfer.from()).minus(transfer.amount());
        if (transfer.from().kind().isGuarded()) {
            assertThat(left.isNegative()).as(transfer.toString()).isFalse();
        }
        balances.put(transfer.from(), left);
        balances.put(transfer.to(), at(transfer.to()).plus(transfer.amount()));
    }

    private Money at(AccountKey account) {
        return balances.getOrDefault(account, Money.ZERO);
    }

    private Money paid(Bridge bridge) {
        return Money.sum(balances.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == AccountKind.PAID
                        && entry.getKey().reference().equals(bridge.ownReference()))
                .map(Map.Entry::getValue)
                .toList());
    }
}
