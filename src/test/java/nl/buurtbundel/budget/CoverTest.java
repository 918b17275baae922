package nl.buurtbundel.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

class CoverTest {
    private static final FiscalYear YEAR = new FiscalYear(2026);

    @Test
    void realised_release_bears_first_then_pre_financing_then_money_for_initiatives() {
        Cover cover = cover(
                100,
                new CoverLine("6.1", CoverKind.APPROPRIATION, euros(100)),
                new CoverLine("6.1", CoverKind.PRE_FINANCING, euros(30)),
                new CoverLine("6.751", CoverKind.REALISED_RELEASE, euros(20)),
                new CoverLine("6.712", CoverKind.REALISED_RELEASE, euros(5)));

        assertThat(cover.lines())
                .containsExactly(
                        new CoverLine("6.712", CoverKind.REALISED_RELEASE, euros(5)),
                        new CoverLine("6.751", CoverKind.REALISED_RELEASE, euros(20)),
                        new CoverLine("6.1", CoverKind.PRE_FINANCING, euros(30)),
                        new CoverLine("6.1", CoverKind.APPROPRIATION, euros(45)));
        assertThat(cover.sufficient()).isTrue();
        assertThat(cover.missing()).isEqualTo(Money.ZERO);
    }

    @Test
    void what_others_gave_for_the_plan_bears_before_anything_of_the_municipality() {
        Cover cover = cover(
                100,
                new CoverLine("6.712", CoverKind.REALISED_RELEASE, euros(200)),
                new CoverLine("6.1", CoverKind.CONTRIBUTION, euros(25)),
                new CoverLine("6.1", CoverKind.CONTRIBUTION, euros(15)));

        assertThat(cover.lines())
                .containsExactly(
                        new CoverLine("6.1", CoverKind.CONTRIBUTION, euros(40)),
                        new CoverLine("6.712", CoverKind.REALISED_RELEASE, euros(60)));
        assertThat(cover.contributed()).isEqualTo(euros(40));
    }

    @Test
    void pieces_of_one_task_field_are_one_line() {
        Cover cover = cover(
                50,
                new CoverLine("6.1", CoverKind.PRE_FINANCING, euros(30)),
                new CoverLine("6.1", CoverKind.PRE_FINANCING, euros(40)));

        assertThat(cover.lines()).containsExactly(new CoverLine("6.1", CoverKind.PRE_FINANCING, euros(50)));
    }

    @Test
    void one_cent_too_little_is_not_sufficient_and_says_what_is_missing() {
        Cover cover = Cover.of(
                YEAR,
                euros(100),
                List.of(new CoverLine("6.1", CoverKind.PRE_FINANCING, Money.ofCents(99_99))),
                Money.ofCents(1));

        assertThat(cover.sufficient()).isFalse();
        assertThat(cover.missing()).isEqualTo(Money.ofCents(1));
        assertThat(cover.withinAppropriation()).isTrue();
    }

    @Test
    void what_is_not_in_any_task_field_is_for_the_council() {
        assertThat(Cover.of(YEAR, euros(100), List.of(), Money.ofCents(99_99)).withinAppropriation())
                .isFalse();
    }

    @Test
    void a_cover_that_does_not_add_up_cannot_be_made() {
        assertThatThrownBy(() -> new Cover(euros(2), List.of(), true, Money.ZERO, true, YEAR))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cover(euros(2), List.of(), true, euros(2), true, YEAR))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Cover cover(long euros, CoverLine... available) {
        return Cover.of(YEAR, euros(euros), List.of(available), Money.ZERO);
    }

    private static Money euros(long euros) {
        return Money.ofEuros(euros);
    }
}
