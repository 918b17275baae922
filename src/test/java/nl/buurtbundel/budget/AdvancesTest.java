package nl.buurtbundel.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.junit.jupiter.api.Test;

class AdvancesTest {
    private static final String OLDER = "initiative:1";
    private static final String NEWER = "initiative:2";

    private final Advances advances = new Advances(List.of(advance(1, OLDER, 5_000), advance(1, NEWER, 3_000)));

    @Test
    void what_came_free_for_a_plan_repays_that_plan_and_not_an_older_one() {
        assertThat(advances.repaidBy(Money.ofEuros(2_000), NEWER)).containsExactly(advance(1, NEWER, 2_000));
    }

    @Test
    void what_a_plan_does_not_owe_repays_the_others() {
        assertThat(advances.repaidBy(Money.ofEuros(4_500), NEWER))
                .containsExactly(advance(1, NEWER, 3_000), advance(1, OLDER, 1_500));
    }

    @Test
    void of_plans_that_it_did_not_come_free_for_the_oldest_goes_first() {
        assertThat(advances.repaidBy(Money.ofEuros(6_000), "initiative:3"))
                .containsExactly(advance(1, OLDER, 5_000), advance(1, NEWER, 1_000));
    }

    /** Any arrangements, plans and amounts. */
    @Test
    void as_much_is_repaid_as_is_owed_or_came_free_and_nobody_gets_more_than_it_bears() {
        Random random = new Random(20261122);
        for (int round = 0; round < 2_000; round++) {
            List<Advances.Advance> outstanding = new ArrayList<>();
            for (int i = 0; i < random.nextInt(7); i++) {
                outstanding.add(new Advances.Advance(
                        arrangement(i % 3),
                        "initiative:" + (i / 3 + random.nextInt(2)),
                        Money.ofCents(1 + random.nextInt(1_000_000))));
            }
            Money released = Money.ofCents(random.nextInt(3_000_000));
            String own = "initiative:" + random.nextInt(4);

            List<Advances.Advance> repaid = new Advances(outstanding).repaidBy(released, own);

            assertThat(sum(repaid)).isEqualTo(released.min(sum(outstanding)));
            assertThat(repaid).allMatch(part -> part.amount().isPositive());
            assertThat(sum(of(repaid, own))).isEqualTo(released.min(sum(of(outstanding, own))));
            // all of them are repaid in full, but for the last
            repaid.stream()
                    .limit(Math.max(0, repaid.size() - 1))
                    .forEach(part -> assertThat(outstanding).contains(part));
        }
    }

    private static List<Advances.Advance> of(List<Advances.Advance> all, String reference) {
        return all.stream()
                .filter(advance -> advance.reference().equals(reference))
                .toList();
    }

    private static Money sum(List<Advances.Advance> all) {
        return Money.sum(all.stream().map(Advances.Advance::amount).toList());
    }

    private static Advances.Advance advance(int arrangement, String reference, long euros) {
        return new Advances.Advance(arrangement(arrangement), reference, Money.ofEuros(euros));
    }

    private static AccountKey arrangement(int number) {
        return AccountKey.of(new MunicipalityCode("GM9901"), new FiscalYear(2027), AccountKind.PRE_FINANCING)
                .withReference("pre-financing:" + number);
    }
}
