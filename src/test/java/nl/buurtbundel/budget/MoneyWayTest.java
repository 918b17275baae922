package nl.buurtbundel.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtbundel.ledger.AccountId;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Origin;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.opportunity.Cell;
import nl.buurtbundel.opportunity.SuppressionRule;
import org.junit.jupiter.api.Test;

class MoneyWayTest {
    private static final SuppressionRule RULE = new SuppressionRule(10, 5);
    private static final NeighbourhoodCode NEIGHBOURHOOD = new NeighbourhoodCode("BU99010101");
    private static final MunicipalityCode WATERRIJK = new MunicipalityCode("GM9901");
    private static final FiscalYear YEAR = new FiscalYear(2026);
    private static final FiscalYear NEXT_YEAR = new FiscalYear(2027);

    @Test
    void origins_are_grouped_by_what_bore_the_grant_and_lose_no_cent() {
        List<Origin> origins = new ArrayList<>(released(12, "6.751"));
        origins.addAll(released(1, "6.712"));
        origins.add(preFinanced());

        List<MoneyWay.Source> sources = MoneyWay.sources(origins, eachItsOwn(origins));

        assertThat(sources)
                .extracting(MoneyWay.Source::kind)
                .containsExactly(CoverKind.REALISED_RELEASE, CoverKind.REALISED_RELEASE, CoverKind.PRE_FINANCING);
        assertThat(sources).extracting(MoneyWay.Source::taskField).containsExactly("6.712", "6.751", "6.21");
        assertThat(sources.get(0).released()).containsExactly(new Cell(1, Money.ofEuros(100), Money.ofEuros(100)));
        assertThat(sources.get(1).released()).containsExactly(new Cell(12, Money.ofEuros(1_200), Money.ofEuros(100)));
        assertThat(sources.get(2).released()).isEmpty();
        assertThat(Money.sum(sources.stream().map(MoneyWay.Source::granted).toList()))
                .isEqualTo(Money.sum(origins.stream().map(Origin::amount).toList()));
        assertThat(sources.get(1).paid()).isEqualTo(Money.ofEuros(12 * 40));
        assertThat(sources.get(1).steps())
                .extracting(MoneyWay.Step::reason)
                .containsExactly(Reason.GRANTED, Reason.RELEASE_REALISED, Reason.COUNCIL_ADOPTED);
        assertThat(sources.get(1).steps().get(1).lastOn()).isEqualTo(LocalDate.of(2026, 3, 12));
    }

    @Test
    void what_went_back_when_the_plan_ended_counts_as_neither_granted_nor_paid() {
        Origin one = preFinanced();
        List<Origin> spent = List.of(
                new Origin(Money.ofEuros(100), Money.ZERO, one.steps()),
                new Origin(Money.ofEuros(60), Money.ZERO, one.steps()),
                new Origin(Money.ofEuros(40), Money.ZERO, one.steps()));

        assertThat(MoneyWay.kept(spent, Money.ofEuros(200))).isEqualTo(spent);
        assertThat(MoneyWay.kept(spent, Money.ofEuros(130)))
                .containsExactly(
                        new Origin(Money.ofEuros(100), Money.ZERO, one.steps()),
                        new Origin(Money.ofEuros(30), Money.ZERO, one.steps()));
        assertThat(MoneyWay.kept(spent, Money.ZERO)).isEmpty();

        List<Origin> half = List.of(new Origin(Money.ofEuros(100), Money.ofEuros(60), one.steps()));
        assertThat(MoneyWay.kept(half, Money.ofEuros(40))).isEqualTo(half);
    }

    @Test
    void one_small_source_hides_them_all_so_that_it_cannot_be_worked_out() {
        List<Origin> origins = new ArrayList<>(released(12, "6.751"));
        origins.addAll(released(9, "6.712"));

        MoneyWay shown = way(origins, 0).withoutSmallGroups(RULE, false);

        assertThat(shown.grouped()).isTrue();
        assertThat(shown.sources()).hasSize(1);
        assertThat(shown.sources().get(0).taskField()).isEmpty();
        assertThat(shown.sources().get(0).granted()).isEqualTo(Money.ofEuros(21 * 100));
        assertThat(shown.sources().get(0).steps()).isEmpty();
    }

    @Test
    void ten_households_behind_every_source_are_enough() {
        MoneyWay way = way(released(10, "6.751"), 10);

        assertThat(way.withoutSmallGroups(RULE, false).sources()).isEqualTo(way.sources());
        assertThat(way.withoutSmallGroups(RULE, false).grouped()).isFalse();
    }

    @Test
    void ten_releases_of_nine_households_are_nine() {
        List<Origin> origins = released(10, "6.751");
        Map<String, String> households = new HashMap<>(eachItsOwn(origins));
        households.put("provision:6.7511", "household:6.7512");

        assertThat(way(origins, households, 0).withoutSmallGroups(RULE, false).grouped())
                .isTrue();
        assertThat(way(origins, 0).withoutSmallGroups(RULE, false).grouped()).isFalse();
    }

    @Test
    void release_of_help_that_nobody_recorded_counts_as_one_household() {
        assertThat(way(released(12, "6.751"), Map.of(), 0)
                        .withoutSmallGroups(RULE, false)
                        .grouped())
                .isTrue();
    }

    @Test
    void what_was_put_back_on_released_money_without_a_release_behind_it_counts_as_one_household() {
        LocalDate day = LocalDate.of(2026, 4, 1);
        Origin back = new Origin(
                Money.ofEuros(300),
                Money.ofEuros(300),
                List.of(
                        step(day, Reason.GRANTED, AccountKind.RELEASED, AccountKind.GRANTED, "6.751", "initiative:1"),
                        step(
                                day,
                                Reason.UNSPENT_RETURNED,
                                AccountKind.GRANTED,
                                AccountKind.RELEASED,
                                "6.751",
                                "initiative:2")));
        MoneyWay way = way(List.of(back), 0);
        assertThat(way.sources().get(0).released())
                .containsExactly(new Cell(1, Money.ofEuros(300), Money.ofEuros(300)));
        assertThat(way.withoutSmallGroups(RULE, false).grouped()).isTrue();
        assertThat(way(List.of(preFinanced()), 0)
                        .withoutSmallGroups(RULE, false)
                        .grouped())
                .isFalse();
    }

    @Test
    void what_an_earlier_proposal_showed_can_hide_many_too() {
        assertThat(way(released(12, "6.751"), 0).withoutSmallGroups(RULE, true).grouped())
                .isTrue();
    }

    @Test
    void one_household_with_more_than_half_of_a_source_hides_them_all() {
        List<Origin> origins = new ArrayList<>(released(12, "6.751"));
        Origin first = origins.get(0);
        origins.set(0, new Origin(Money.ofEuros(1_101), Money.ZERO, first.steps()));
        assertThat(way(origins, 0).withoutSmallGroups(RULE, false).grouped()).isTrue();

        origins.set(0, new Origin(Money.ofEuros(1_100), Money.ZERO, first.steps()));
        assertThat(way(origins, 0).withoutSmallGroups(RULE, false).grouped()).isFalse();
    }

    @Test
    void a_later_grant_that_adds_one_release_to_many_hides_them_too() {
        List<Origin> origins = new ArrayList<>(released(12, "6.751"));
        Origin one = released(1, "6.751").get(0);
        List<Origin.Step> later = new ArrayList<>(one.steps());
        Origin.Step grant = later.get(0);
        later.set(
                0,
                new Origin.Step(
                        new TransferId(2),
                        2,
                        grant.on(),
                        grant.reason(),
                        grant.reference(),
                        grant.from(),
                        grant.fromAccount(),
                        grant.to()));
        origins.add(new Origin(one.amount(), one.remaining(), later));

        assertThat(way(released(12, "6.751"), 0).withoutSmallGroups(RULE, false).grouped())
                .isFalse();
        assertThat(way(origins, 0).withoutSmallGroups(RULE, false).grouped()).isTrue();
    }

    @Test
    void of_what_waits_not_even_that_there_is_any_is_shown() {
        assertThat(way(released(12, "6.751"), 0).waiting()).hasSize(2);
        assertThat(way(released(12, "6.751"), 0).withoutSmallGroups(RULE, false).waiting())
                .isEmpty();
        assertThat(way(released(12, "6.751"), 0).late()).hasSize(1);
        assertThat(way(released(12, "6.751"), 0).withoutSmallGroups(RULE, false).late())
                .isEmpty();
        assertThat(way(released(12, "6.751"), 0).withoutSmallGroups(RULE, false).exact())
                .isFalse();
    }

    @Test
    void behind_what_the_council_let_in_too_late_stands_the_household_that_it_came_free_from() {
        LocalDate day = LocalDate.of(2028, 4, 1);
        Origin late = new Origin(
                Money.ofEuros(300),
                Money.ofEuros(300),
                List.of(
                        step(day, Reason.GRANTED, AccountKind.RELEASED, AccountKind.GRANTED, "6.751", "initiative:1"),
                        step(
                                day,
                                Reason.CARRIED_OVER,
                                AccountKind.CARRIED_OVER,
                                AccountKind.RELEASED,
                                "0.10",
                                "provision:7")));
        assertThat(MoneyWay.releaseOf(late)).contains("provision:7");
        assertThat(MoneyWay.householdBehind(late, Map.of("provision:7", "household:3")))
                .contains("household:3");
    }

    private static Map<String, String> eachItsOwn(List<Origin> origins) {
        Map<String, String> households = new HashMap<>();
        origins.forEach(origin -> MoneyWay.releaseOf(origin)
                .ifPresent(help -> households.put(help, help.replace("provision", "household"))));
        return households;
    }

    private static MoneyWay way(List<Origin> origins, int repayments) {
        return way(origins, eachItsOwn(origins), repayments);
    }

    private static MoneyWay way(List<Origin> origins, Map<String, String> households, int repayments) {
        List<MoneyWay.Source> sources = MoneyWay.sources(origins, households);
        return new MoneyWay(
                "initiative:1",
                NEIGHBOURHOOD,
                Money.ZERO,
                Money.sum(sources.stream().map(MoneyWay.Source::granted).toList()),
                Money.sum(sources.stream().map(MoneyWay.Source::paid).toList()),
                Money.ofEuros(7),
                Money.ofEuros(repayments * 5L),
                sources,
                List.of(
                        new MoneyWay.Planned("6.712", Money.ofEuros(8_000), 9),
                        new MoneyWay.Planned("6.751", Money.ofEuros(9_000), 10)),
                List.of(waiting("6.712", Money.ofEuros(800), 9), waiting("6.751", Money.ofEuros(900), 10)),
                List.of(new LateRelease(new FiscalYear(2026), "6.751", Money.ofEuros(300))),
                false,
                true);
    }

    @Test
    void what_comes_free_when_a_year_begins_does_not_wait_before_that_day() {
        MoneyWay.Waiting waiting = waiting("6.712", Money.ofEuros(800), 9);

        assertThat(waiting.waitsOn(NEXT_YEAR.firstDay().minusDays(1))).isFalse();
        assertThat(waiting.waitsOn(NEXT_YEAR.firstDay())).isTrue();
    }

    @Test
    void all_that_waits_is_in_the_picture_by_task_field() {
        MoneyWay way = way(released(12, "6.751"), 0);

        assertThat(way.waitingByTaskField())
                .containsExactly(
                        java.util.Map.entry("6.712", Money.ofEuros(800)),
                        java.util.Map.entry("6.751", Money.ofEuros(900)));
        assertThat(way.inWaiting()).isEqualTo(Money.ofEuros(1_700));
    }

    private static MoneyWay.Waiting waiting(String taskField, Money amount, int households) {
        return new MoneyWay.Waiting(NEXT_YEAR, taskField, amount, households, NEXT_YEAR.firstDay(), Money.ZERO);
    }

    private static List<Origin> released(int households, String taskField) {
        List<Origin> origins = new ArrayList<>();
        for (int i = 1; i <= households; i++) {
            LocalDate day = LocalDate.of(2026, 3, i);
            origins.add(new Origin(
                    Money.ofEuros(100),
                    Money.ofEuros(60),
                    List.of(
                            step(
                                    day,
                                    Reason.GRANTED,
                                    AccountKind.RELEASED,
                                    AccountKind.GRANTED,
                                    taskField,
                                    "initiative:1"),
                            step(
                                    day,
                                    Reason.RELEASE_REALISED,
                                    AccountKind.APPROPRIATED,
                                    AccountKind.RELEASED,
                                    taskField,
                                    "provision:" + taskField + i),
                            step(
                                    LocalDate.of(2026, 1, 1),
                                    Reason.COUNCIL_ADOPTED,
                                    AccountKind.COUNCIL,
                                    AccountKind.APPROPRIATED,
                                    taskField,
                                    "council:1"))));
        }
        return origins;
    }

    private static Origin preFinanced() {
        LocalDate day = LocalDate.of(2026, 2, 1);
        return new Origin(
                Money.ofEuros(500),
                Money.ofEuros(500),
                List.of(
                        step(
                                day,
                                Reason.GRANTED,
                                AccountKind.PRE_FINANCING,
                                AccountKind.GRANTED,
                                "6.21",
                                "initiative:1"),
                        step(
                                day,
                                Reason.PRE_FINANCING_SET,
                                AccountKind.APPROPRIATED,
                                AccountKind.PRE_FINANCING,
                                "6.21",
                                "pre-financing:1")));
    }

    private static Origin.Step step(
            LocalDate on, Reason reason, AccountKind from, AccountKind to, String taskField, String reference) {
        return new Origin.Step(
                new TransferId(1),
                1,
                on,
                reason,
                reference,
                AccountKey.of(WATERRIJK, YEAR, from).withTaskField(taskField),
                new AccountId(1),
                AccountKey.of(WATERRIJK, YEAR, to).withTaskField(taskField));
    }
}
