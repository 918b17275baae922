package nl.buurtbundel.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Origin;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.junit.jupiter.api.Test;

class MoneyWayTest {
    private static final NeighbourhoodCode NEIGHBOURHOOD = new NeighbourhoodCode("BU99010101");
    private static final MunicipalityCode WATERRIJK = new MunicipalityCode("GM9901");
    private static final FiscalYear YEAR = new FiscalYear(2026);
    private static final FiscalYear NEXT_YEAR = new FiscalYear(2027);

    @Test
    void origins_are_grouped_by_what_bore_the_grant_and_lose_no_cent() {
        List<Origin> origins = new ArrayList<>(released(12, "6.751"));
        origins.addAll(released(1, "6.712"));
        origins.add(preFinanced());

        List<MoneyWay.Source> sources = MoneyWay.sources(origins);

        assertThat(sources)
                .extracting(MoneyWay.Source::kind)
                .containsExactly(CoverKind.REALISED_RELEASE, CoverKind.REALISED_RELEASE, CoverKind.PRE_FINANCING);
        assertThat(sources).extracting(MoneyWay.Source::taskField).containsExactly("6.712", "6.751", "6.21");
        assertThat(sources).extracting(MoneyWay.Source::releases).containsExactly(1, 12, 0);
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

        MoneyWay shown = way(origins, 0).withoutSmallGroups(10);

        assertThat(shown.grouped()).isTrue();
        assertThat(shown.sources()).hasSize(1);
        assertThat(shown.sources().get(0).taskField()).isEmpty();
        assertThat(shown.sources().get(0).granted()).isEqualTo(Money.ofEuros(21 * 100));
        assertThat(shown.sources().get(0).steps()).isEmpty();
    }

    @Test
    void ten_households_behind_every_source_are_enough() {
        MoneyWay way = way(released(10, "6.751"), 10);

        assertThat(way.withoutSmallGroups(10).sources()).isEqualTo(way.sources());
        assertThat(way.withoutSmallGroups(10).grouped()).isFalse();
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
                        new TransferId(2), 2, grant.on(), grant.reason(), grant.reference(), grant.from(), grant.to()));
        origins.add(new Origin(one.amount(), one.remaining(), later));

        assertThat(way(released(12, "6.751"), 0).withoutSmallGroups(10).grouped())
                .isFalse();
        assertThat(way(origins, 0).withoutSmallGroups(10).grouped()).isTrue();
    }

    @Test
    void a_plan_for_few_households_shows_no_amount_and_no_number() {
        MoneyWay shown = way(List.of(), 0).withoutSmallGroups(10);

        assertThat(shown.planned())
                .containsExactly(
                        new MoneyWay.Planned("6.712", null, 0),
                        new MoneyWay.Planned("6.751", Money.ofEuros(9_000), 10));
    }

    @Test
    void what_waits_shows_no_amount_because_it_moves_with_every_household() {
        assertThat(way(released(12, "6.751"), 0).withoutSmallGroups(10).waiting())
                .containsExactly(
                        new MoneyWay.Waiting(NEXT_YEAR, "6.712", null, 0),
                        new MoneyWay.Waiting(NEXT_YEAR, "6.751", null, 0));
    }

    private static MoneyWay way(List<Origin> origins, int repayments) {
        List<MoneyWay.Source> sources = MoneyWay.sources(origins);
        return new MoneyWay(
                "initiative:1",
                NEIGHBOURHOOD,
                Money.ZERO,
                Money.sum(sources.stream().map(MoneyWay.Source::granted).toList()),
                Money.sum(sources.stream().map(MoneyWay.Source::paid).toList()),
                Money.ofEuros(repayments * 5L),
                sources,
                List.of(
                        new MoneyWay.Planned("6.712", Money.ofEuros(8_000), 9),
                        new MoneyWay.Planned("6.751", Money.ofEuros(9_000), 10)),
                List.of(
                        new MoneyWay.Waiting(NEXT_YEAR, "6.712", Money.ofEuros(800), 9),
                        new MoneyWay.Waiting(NEXT_YEAR, "6.751", Money.ofEuros(900), 10)),
                false);
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
                AccountKey.of(WATERRIJK, YEAR, to).withTaskField(taskField));
    }
}
