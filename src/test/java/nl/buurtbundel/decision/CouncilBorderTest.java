package nl.buurtbundel.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.buurtbundel.budget.Cover;
import nl.buurtbundel.budget.CoverKind;
import nl.buurtbundel.budget.CoverLine;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import org.junit.jupiter.api.Test;

class CouncilBorderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final FiscalYear Y2026 = new FiscalYear(2026);
    private static final FiscalYear Y2027 = new FiscalYear(2027);
    private static final List<String> FIELDS = List.of("6.1", "6.60", "6.712", "6.713", "6.751");
    private static final AuthorisedBudget CARE_APART = new AuthorisedBudget(List.of(
            AuthorisationRule.programme("Zorg", Set.of("6.712", "6.713"), Period.from(LocalDate.of(2026, 1, 1))),
            AuthorisationRule.programme("Buurt", Set.of("6.1", "6.60"), Period.from(LocalDate.of(2026, 1, 1)))));

    @Test
    void only_what_leaves_its_whole_or_was_never_appropriated_is_for_the_council() {
        Random random = new Random(192);
        int forCouncil = 0;
        for (int round = 0; round < 3_000; round++) {
            List<CoverLine> lines = new ArrayList<>();
            for (String field : FIELDS) {
                if (random.nextInt(3) == 0) {
                    lines.add(line(field, kind(random), 1 + random.nextInt(5_000)));
                }
            }
            boolean within = random.nextInt(4) > 0;
            List<Amendment> amendments = border(CARE_APART, CouncilLeave.NONE)
                    .amendments(List.of(cover(Y2026, lines, within ? 0 : 1_000, within)));
            boolean crosses = lines.stream()
                    .anyMatch(line -> line.kind() != CoverKind.APPROPRIATION
                            && line.kind() != CoverKind.CONTRIBUTION
                            && !Set.of("6.1", "6.60").contains(line.taskField()));
            assertThat(amendments.isEmpty()).isEqualTo(within && !crosses);
            assertThat(amendments.stream().anyMatch(Amendment::isRaise)).isEqualTo(!within);
            forCouncil += amendments.isEmpty() ? 0 : 1;
        }
        assertThat(forCouncil).isBetween(500, 2_900);
    }

    @Test
    void an_amendment_tells_no_more_than_what_the_plan_asks_in_the_year() {
        Cover cover = cover(
                Y2026,
                List.of(line("6.712", CoverKind.REALISED_RELEASE, 4_321), line("6.1", CoverKind.APPROPRIATION, 5_679)),
                0,
                true);
        assertThat(border(CARE_APART, CouncilLeave.NONE).amendments(List.of(cover)))
                .containsExactly(new Amendment(
                        Y2026,
                        new AuthorisedUnit("6.712", "Zorg"),
                        new AuthorisedUnit("6.1", "Buurt"),
                        Money.ofEuros(10_000)));
    }

    @Test
    void what_others_gave_is_no_shift_and_is_not_asked_of_the_council() {
        CoverLine given = line("6.1", CoverKind.CONTRIBUTION, 2_500);
        CouncilBorder border = border(CARE_APART, CouncilLeave.NONE);

        assertThat(border.amendments(List.of(cover(Y2026, List.of(given), 0, true))))
                .isEmpty();
        assertThat(border.amendments(List.of(
                        cover(Y2026, List.of(given, line("6.712", CoverKind.REALISED_RELEASE, 7_500)), 0, true))))
                .extracting(Amendment::atMost)
                .containsExactly(euros(7_500));
        assertThat(border.amendments(List.of(cover(Y2026, List.of(given), 4_000, false))))
                .extracting(Amendment::atMost)
                .containsExactly(euros(4_000));
        assertThat(border.amendments(
                        List.of(new YearAmount(Y2026, euros(10_000))),
                        List.of(
                                new YearCover(Y2026, given),
                                new YearCover(Y2026, line("6.712", CoverKind.REALISED_RELEASE, 7_500)))))
                .extracting(Amendment::atMost)
                .containsExactly(euros(7_500));
    }

    @Test
    void the_rule_of_a_year_to_come_counts_for_its_money() {
        AuthorisedBudget until2026 = new AuthorisedBudget(List.of(
                AuthorisationRule.everyTaskField(Y2026.period()),
                AuthorisationRule.programme("Alles", Set.of("6.1", "6.712"), Y2027.period())));
        List<CoverLine> release = List.of(line("6.712", CoverKind.REALISED_RELEASE, 100));
        CouncilBorder border = border(until2026, CouncilLeave.NONE);
        assertThat(border.amendments(List.of(cover(Y2026, release, 0, true)))).hasSize(1);
        assertThat(border.amendments(List.of(cover(Y2027, release, 0, true)))).isEmpty();
    }

    @Test
    void what_the_council_allowed_is_used_up_once_and_never_exceeded() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            long most = 1 + random.nextInt(10_000);
            List<Amendment> adopted = new ArrayList<>();
            for (String field : List.of("6.712", "6.713")) {
                adopted.add(new Amendment(
                        Y2026, new AuthorisedUnit(field, "Zorg"), new AuthorisedUnit("6.1", "Buurt"), euros(most)));
            }
            List<YearCover> spent = new ArrayList<>();
            long total = 0;
            for (int grant = 0; grant < 8; grant++) {
                List<CoverLine> asked = List.of(
                        line("6.712", CoverKind.REALISED_RELEASE, 1 + random.nextInt(3_000)),
                        line("6.713", CoverKind.PRE_FINANCING, 1 + random.nextInt(3_000)));
                List<Amendment> needed = border(CARE_APART, new CouncilLeave(adopted, spent))
                        .amendments(List.of(cover(Y2026, asked, 0, true)));
                if (needed.isEmpty()) {
                    asked.forEach(line -> spent.add(new YearCover(Y2026, line)));
                    total += asked.stream()
                            .mapToLong(line -> line.amount().cents())
                            .sum();
                }
            }
            assertThat(total).isLessThanOrEqualTo(most * 100);
        }
    }

    @Test
    void another_task_field_or_another_year_was_not_allowed() {
        CouncilLeave leave = new CouncilLeave(
                List.of(new Amendment(
                        Y2026, new AuthorisedUnit("6.712", "Zorg"), new AuthorisedUnit("6.1", "Buurt"), euros(5_000))),
                List.of());
        CouncilBorder border = border(CARE_APART, leave);
        List<CoverLine> allowed = List.of(line("6.712", CoverKind.REALISED_RELEASE, 5_000));
        assertThat(border.amendments(List.of(cover(Y2026, allowed, 0, true)))).isEmpty();
        assertThat(border.amendments(List.of(cover(Y2027, allowed, 0, true)))).hasSize(1);
        assertThat(border.amendments(
                        List.of(cover(Y2026, List.of(line("6.713", CoverKind.REALISED_RELEASE, 1)), 0, true))))
                .hasSize(1);
    }

    @Test
    void what_is_held_is_asked_again_by_the_rules_of_today() {
        List<YearCover> held = List.of(new YearCover(Y2026, line("6.712", CoverKind.REALISED_RELEASE, 100)));
        List<YearAmount> amounts = List.of(new YearAmount(Y2026, euros(100)));
        assertThat(border(CARE_APART, CouncilLeave.NONE).amendments(amounts, held))
                .hasSize(1);
        assertThat(border(new AuthorisedBudget(List.of()), CouncilLeave.NONE).amendments(amounts, held))
                .isEmpty();
    }

    private static CouncilBorder border(AuthorisedBudget authorised, CouncilLeave leave) {
        return new CouncilBorder(authorised, () -> leave, DAY);
    }

    private static CoverKind kind(Random random) {
        return CoverKind.values()[random.nextInt(CoverKind.values().length)];
    }

    private static CoverLine line(String field, CoverKind kind, long euros) {
        return new CoverLine(field, kind, euros(euros));
    }

    private static Cover cover(FiscalYear year, List<CoverLine> lines, long missing, boolean within) {
        Money borne = Money.sum(lines.stream().map(CoverLine::amount).toList());
        return new Cover(borne.plus(euros(missing)), lines, missing == 0, euros(missing), within, year);
    }

    private static Money euros(long euros) {
        return Money.ofEuros(euros);
    }
}
